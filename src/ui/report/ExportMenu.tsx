import { useState } from "preact/hooks";
import type { MatchReport } from "../../engine/model/index.ts";
import { lazy } from "../components/lazy.tsx";
import { useWording } from "../components/wording.ts";
import type { PageQuotes, ReportActions } from "./viewProps.ts";

const ExportFormats = lazy(async () => (await import("./lazyViews.ts")).ExportFormats);

interface ExportMenuProps {
  /** The matches shown at present. */
  readonly report: MatchReport;
  readonly quotes: PageQuotes;
  readonly actions: ReportActions;
}

/** Shows the menu that exports the page's matches, to the clipboard or as a file. */
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
