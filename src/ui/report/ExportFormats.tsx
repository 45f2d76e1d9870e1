import { useEffect, useState } from "preact/hooks";
import type { ExportWording } from "../../engine/export/citation.ts";
import { reportCsv } from "../../engine/export/csv.ts";
import { type ExportFacts, exportName } from "../../engine/export/exportFacts.ts";
import { reportHtml } from "../../engine/export/html.ts";
import { reportMarkdown } from "../../engine/export/markdown.ts";
import { webAnnotations } from "../../engine/export/webAnnotations.ts";
import type { MatchReport } from "../../engine/model/index.ts";
import { type Form, FormList } from "../components/FormList.tsx";
import { useWording } from "../components/wording.ts";
import { exportFactsOf, type RetrievalTimes } from "./exportFacts.ts";
import { exportWording } from "./exportWording.ts";
import type { PageQuotes, ReportActions } from "./viewProps.ts";

/** A format for exporting the page's matches. */
interface ExportFormat extends Form {
  readonly write: (report: MatchReport, facts: ExportFacts, wording: ExportWording) => string;
}

const formats: readonly ExportFormat[] = [
  {
    label: "exportMarkdown",
    ending: "md",
    mediaType: "text/markdown",
    write: reportMarkdown,
  },
  {
    label: "exportHtml",
    ending: "html",
    mediaType: "text/html",
    write: (report, facts, wording) => reportHtml([{ report, facts }], wording),
  },
  {
    label: "exportCsv",
    ending: "csv",
    mediaType: "text/csv",
    write: reportCsv,
  },
  {
    label: "exportJsonLd",
    ending: "jsonld",
    mediaType: "application/ld+json",
    write: (...given) => JSON.stringify(webAnnotations(...given), null, 2),
  },
];

interface ExportFormatsProps {
  /** The matches shown at present, after filtering. */
  readonly report: MatchReport;
  readonly quotes: PageQuotes;
  readonly actions: ReportActions;
}

/** Lists the formats for exporting the matches, to the clipboard or as a file. */
export function ExportFormats({ report, quotes, actions }: ExportFormatsProps) {
  const wording = useWording();
  const times = useRetrievalTimes(report, actions);
  const offered = formats.filter(
    ({ label }) => label !== "exportJsonLd" || report.page.url !== null,
  );
  const written = ({ write }: ExportFormat) => {
    const facts = exportFactsOf(Date.now(), times, quotes);
    return { facts, text: write(report, facts, exportWording(wording)) };
  };
  const save = (format: ExportFormat) => {
    const { facts, text } = written(format);
    const name = `${exportName(report, facts.created)}.${format.ending}`;
    actions.save({ name, mediaType: format.mediaType, text });
  };
  const copy = (format: ExportFormat) => actions.copy(written(format).text);
  return <FormList forms={offered} onCopy={copy} onSave={save} />;
}

/**
 * Loads the times when the formats are shown, since a click must have them ready: the clipboard
 * cannot wait.
 */
function useRetrievalTimes({ matches }: MatchReport, actions: ReportActions): RetrievalTimes {
  const [times, setTimes] = useState<RetrievalTimes>({});
  const ids = [...new Set(matches.flatMap((its) => its.references.map((one) => one.article.id)))];
  useEffect(() => {
    let isWanted = true;
    actions.retrieved(ids).then((found) => isWanted && setTimes(found), console.error);
    return () => {
      isWanted = false;
    };
  }, [ids.join("\n")]);
  return times;
}
