import type { ComponentChildren } from "preact";
import type { PageMatch } from "../../engine/model/index.ts";
import { summariseDifference } from "./differenceSummary.ts";
import { RelationLabel } from "./RelationLabel.tsx";
import { useWording } from "./wording.ts";

interface MatchHeadProps {
  readonly match: PageMatch;
  /** Shown at the end of the first line. */
  readonly children?: ComponentChildren;
}

/**
 * Shows the first lines of a match: in words how the wordings differ, if they do, and their
 * relation.
 */
export function MatchHead({ match, children }: MatchHeadProps) {
  const wording = useWording();
  const difference = summariseDifference(match, wording);
  return (
    <div class="match-head">
      <div>
        {difference && <p class="told">{difference.words}</p>}
        <RelationLabel match={match} reference={match.references[0]!} />
      </div>
      {children}
    </div>
  );
}
