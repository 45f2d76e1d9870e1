import { reportCsv } from "../../engine/export/csv.ts";
import { reportMarkdown } from "../../engine/export/markdown.ts";
import { webAnnotations } from "../../engine/export/webAnnotations.ts";
import type { MatchReport } from "../../engine/model/index.ts";
import { useWording, type Wording } from "../components/wording.ts";
import { exportWording } from "./exportWording.ts";
import type { ReportActions } from "./viewProps.ts";

/** A form in which the page's findings can be taken along. */
interface ExportFormat {
  readonly label: string;
  readonly file: string;
  readonly mediaType: string;
  /** Null where the report has no such form. */
  readonly write: (report: MatchReport, wording: Wording) => string | null;
}

const formats: readonly ExportFormat[] = [
  {
    label: "exportMarkdown",
    file: "second-source.md",
    mediaType: "text/markdown",
    write: (report, wording) => reportMarkdown(report, exportWording(wording)),
  },
  {
    label: "exportCsv",
    file: "second-source.csv",
    mediaType: "text/csv",
    write: reportCsv,
  },
  {
    label: "exportJsonLd",
    file: "second-source.jsonld",
    mediaType: "application/ld+json",
    // An annotation has no target without an address.
    write: (report) =>
      report.page.url === null
        ? null
        : JSON.stringify(
            webAnnotations(report, { url: report.page.url, title: null, body: null }),
            null,
            2,
          ),
  },
];

interface ExportFormatsProps {
  /** What is shown at the moment: the filter counts here too. */
  readonly report: MatchReport;
  readonly actions: ReportActions;
}

/** The forms in which the findings can be taken along, by clipboard or as a file. */
export function ExportFormats({ report, actions }: ExportFormatsProps) {
  const wording = useWording();
  const { t } = wording;
  const offered = formats.filter(
    ({ label }) => label !== "exportJsonLd" || report.page.url !== null,
  );
  return (
    <ul>
      {offered.map(({ label, file, mediaType, write }) => (
        <li key={label}>
          <span class="format">{t(label)}</span>
          <button
            type="button"
            class="quiet"
            aria-label={t("copyAs", [t(label)])}
            onClick={() => actions.copy(write(report, wording) ?? "")}
          >
            {t("copy")}
          </button>
          <button
            type="button"
            class="quiet"
            aria-label={t("saveAs", [t(label)])}
            onClick={() =>
              actions.save({ name: file, mediaType, text: write(report, wording) ?? "" })
            }
          >
            {t("save")}
          </button>
        </li>
      ))}
    </ul>
  );
}
