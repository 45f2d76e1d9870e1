import { useState } from "preact/hooks";
import type { MatchReport } from "../../engine/model/index.ts";
import { MatchItem } from "../components/MatchItem.tsx";
import { plural, useWording } from "../components/wording.ts";
import type { ListedMatch } from "./listedMatch.ts";
import { OrderChoice } from "./OrderChoice.tsx";
import { PartedList } from "./PartedList.tsx";
import { ReferenceTools } from "./ReferenceTools.tsx";
import { SearchTool } from "./SearchTool.tsx";
import { useListOrder } from "./useListOrder.ts";
import type { ViewProps } from "./viewProps.ts";

/**
 * Lists the matches in the order that the reader chose. If the page is a copy, passages that only
 * the copied article has are folded away.
 */
export function PassagesView(props: ViewProps) {
  const { report, listed, actions, inView, asked, order, onOrder } = props;
  const wording = useWording();
  const { t } = wording;
  const [isUnfolded, setUnfolded] = useState(false);
  const sought = asked ?? inView;
  const beyond = beyondCopy(report, listed);
  const isSoughtThere = sought === null || beyond.some(({ index }) => index === sought);
  const shown = useListOrder(isUnfolded || !isSoughtThere ? listed : beyond, order);
  const at = sought === null ? null : shown.findIndex(({ index }) => index === sought);
  const folded = listed.length - shown.length;
  return (
    <>
      <UnplacedNote count={listed.filter(({ isPlaced }) => !isPlaced).length} />
      {shown.length > 1 && <OrderChoice order={order} onChoose={onOrder} />}
      {folded > 0 && (
        <button type="button" class="quiet unfold" onClick={() => setUnfolded(true)}>
          {plural(wording, "showCopied", folded)}
        </button>
      )}
      <PartedList
        items={shown}
        keyOf={({ key }) => key}
        label={t(order === "page" ? "matchesLabel" : "matchesByWeight")}
        showAt={at}
      >
        {({ match, index, key, isPlaced }) => (
          <MatchItem
            key={key}
            match={match}
            name={key}
            isPlaced={isPlaced}
            isInView={index === inView}
            isAsked={index === asked}
            onJump={() => actions.jumpTo(index)}
            tools={<SearchTool passage={match.exact} onSearch={(words) => actions.search(words)} />}
            toolsFor={(its, reference) => (
              <ReferenceTools match={its} reference={reference} actions={actions} />
            )}
          />
        )}
      </PartedList>
    </>
  );
}

/** Returns the matches with more than the copied article; all of them if the page is not a copy. */
function beyondCopy(
  { copyOf }: MatchReport,
  listed: readonly ListedMatch[],
): readonly ListedMatch[] {
  if (copyOf === null) return listed;
  return listed.filter(({ match }) =>
    match.references.some(({ article }) => article.id !== copyOf.article),
  );
}

function UnplacedNote({ count }: { readonly count: number }) {
  const wording = useWording();
  if (count === 0) return null;
  return <p class="note">{plural(wording, "unplacedCount", count)}</p>;
}
