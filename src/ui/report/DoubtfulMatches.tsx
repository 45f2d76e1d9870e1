import { useState } from "preact/hooks";
import type { MatchReport } from "../../engine/model/index.ts";
import { MatchItem, type ToolsFor } from "../components/MatchItem.tsx";
import { plural, useWording } from "../components/wording.ts";
import { listMatches } from "./listedMatch.ts";
import { PartedList } from "./PartedList.tsx";

interface DoubtfulMatchesProps {
  readonly report: MatchReport;
  readonly toolsFor?: ToolsFor;
}

/** Shows the doubtful matches, folded below the others; they are not marked on the page. */
export function DoubtfulMatches({ report, toolsFor }: DoubtfulMatchesProps) {
  const wording = useWording();
  const [isOpen, setOpen] = useState(false);
  const listed = listMatches({ ...report, matches: report.doubtful ?? [] }, []);
  if (listed.length === 0) return null;
  return (
    <section class="doubtful">
      <button
        type="button"
        class="quiet unfold"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? wording.t("hideDoubtful") : plural(wording, "showDoubtful", listed.length)}
      </button>
      {isOpen && (
        <>
          <p class="note">{wording.t("doubtfulText")}</p>
          <PartedList items={listed} keyOf={({ key }) => key} label={wording.t("doubtfulLabel")}>
            {({ match, key }) => (
              <MatchItem key={key} match={match} isPlaced={false} toolsFor={toolsFor} />
            )}
          </PartedList>
        </>
      )}
    </section>
  );
}
