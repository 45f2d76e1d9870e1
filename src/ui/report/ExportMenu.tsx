import { useState } from "preact/hooks";
import type { MatchReport } from "../../engine/model/index.ts";
import { later } from "../components/later.tsx";
import { useWording } from "../components/wording.ts";
import type { PageQuotes, ReportActions } from "./viewProps.ts";

const ExportFormats = later(async () => (await import("./laterViews.ts")).ExportFormats);

interface ExportMenuProps {
  /** What is shown at the moment. */
  readonly report: MatchReport;
  readonly quotes: PageQuotes;
  readonly actions: ReportActions;
}

/** Takes the page's findings along, by clipboard or as a file. */
export function ExportMenu({ report, quotes, actions }: ExportMenuProps) {
  const { t } = useWording();
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="export" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("exportTitle")}</summary>
      {isOpen && <ExportFormats {...{ report, quotes, actions }} />}
    </details>
  );
}
