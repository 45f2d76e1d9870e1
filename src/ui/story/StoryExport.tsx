import { fileNameOf } from "../../engine/export/exportFacts.ts";
import { storyAnnotations } from "../../engine/export/storyAnnotations.ts";
import { storyCsv } from "../../engine/export/storyCsv.ts";
import { storyHtml } from "../../engine/export/storyHtml.ts";
import { storyMarkdown } from "../../engine/export/storyMarkdown.ts";
import type { StoryReport } from "../../engine/model/index.ts";
import { type Form, FormList } from "../components/FormList.tsx";
import { useWording, type Wording } from "../components/wording.ts";
import type { StoryModel } from "./storyModel.ts";
import { storyWording } from "./storyWording.ts";

/** A format for exporting a story. */
interface StoryForm extends Form {
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
    write: (report) => JSON.stringify(storyAnnotations(report, new Date().toISOString()), null, 2),
  },
];

interface StoryExportProps {
  readonly report: StoryReport;
  readonly model: StoryModel;
}

/** Shows the export of the story, to the clipboard or as a file. */
export function StoryExport({ report, model }: StoryExportProps) {
  const wording = useWording();
  const { t } = wording;
  return (
    <section class="export" aria-labelledby="export-heading">
      <h2 id="export-heading">{t("storyExport")}</h2>
      <FormList
        forms={forms}
        onCopy={({ write }) => void model.copy(write(report, wording))}
        onSave={({ ending, mediaType, write }) =>
          model.save({ name: fileName(report, ending), mediaType, text: write(report, wording) })
        }
      />
    </section>
  );
}

/** Returns the file's name, with the day of the first article, or today if it has none. */
function fileName({ articles }: StoryReport, ending: string): string {
  const [first] = articles;
  const day = first?.published?.value ?? new Date().toISOString();
  return `${fileNameOf(`story ${first?.title ?? ""}`, day)}.${ending}`;
}
