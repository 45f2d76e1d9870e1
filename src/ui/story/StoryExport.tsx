import { storyAnnotations } from "../../engine/export/storyAnnotations.ts";
import { storyCsv } from "../../engine/export/storyCsv.ts";
import { storyHtml } from "../../engine/export/storyHtml.ts";
import { storyMarkdown } from "../../engine/export/storyMarkdown.ts";
import type { StoryReport } from "../../engine/model/index.ts";
import { useWording, type Wording } from "../components/wording.ts";
import type { StoryModel } from "./storyModel.ts";
import { storyWording } from "./storyWording.ts";

/** A form in which a story can be taken along. */
interface StoryForm {
  readonly label: string;
  readonly ending: string;
  readonly mediaType: string;
  readonly write: (report: StoryReport, wording: Wording) => string;
}

const forms: readonly StoryForm[] = [
  {
    label: "exportHtml",
    ending: "html",
    mediaType: "text/html",
    write: (report, wording) => storyHtml(report, storyWording(wording)),
  },
  {
    label: "exportMarkdown",
    ending: "md",
    mediaType: "text/markdown",
    write: (report, wording) => storyMarkdown(report, storyWording(wording)),
  },
  { label: "exportCsv", ending: "csv", mediaType: "text/csv", write: storyCsv },
  {
    label: "exportJsonLd",
    ending: "jsonld",
    mediaType: "application/ld+json",
    write: (report) => JSON.stringify(storyAnnotations(report), null, 2),
  },
];

interface StoryExportProps {
  readonly report: StoryReport;
  readonly model: StoryModel;
}

/** Takes the story along, by clipboard or as a file. */
export function StoryExport({ report, model }: StoryExportProps) {
  const wording = useWording();
  const { t } = wording;
  return (
    <section class="export" aria-labelledby="export-heading">
      <h2 id="export-heading">{t("storyExport")}</h2>
      <ul>
        {forms.map(({ label, ending, mediaType, write }) => (
          <li key={label}>
            <span class="format">{t(label)}</span>
            <button
              type="button"
              class="quiet"
              aria-label={t("copyAs", [t(label)])}
              onClick={() => void model.copy(write(report, wording))}
            >
              {t("copy")}
            </button>
            <button
              type="button"
              class="quiet"
              aria-label={t("saveAs", [t(label)])}
              onClick={() =>
                model.save({
                  name: fileName(report, ending),
                  mediaType,
                  text: write(report, wording),
                })
              }
            >
              {t("save")}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** More words would not be read in a list of files; one word may be a whole line, where none are parted. */
const mostWords = 10;
const longestWord = 20;

/** Day and title of the first article, in letters and digits: a title may hold anything. */
function fileName({ articles }: StoryReport, ending: string): string {
  const [first] = articles;
  const day = first?.published?.value.slice(0, 10).replace(/[^\d-]/g, "") ?? "";
  const words = first?.title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const told = words.slice(0, mostWords).map((word) => word.slice(0, longestWord));
  return `${["story", day, ...told].filter((part) => part !== "").join("-")}.${ending}`;
}
