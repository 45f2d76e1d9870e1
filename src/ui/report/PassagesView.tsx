import { MatchItem } from "../components/MatchItem.tsx";
import { plural, useWording } from "../components/wording.ts";
import { PartedList } from "./PartedList.tsx";
import { ReferenceTools } from "./ReferenceTools.tsx";
import { SearchTool } from "./SearchTool.tsx";
import type { ViewProps } from "./viewProps.ts";

/** The matches in page order. */
export function PassagesView({ listed, actions, inView, asked }: ViewProps) {
  const { t } = useWording();
  const sought = asked ?? inView;
  const at = sought === null ? null : listed.findIndex(({ index }) => index === sought);
  return (
    <>
      <UnplacedNote count={listed.filter(({ isPlaced }) => !isPlaced).length} />
      <PartedList items={listed} label={t("matchesLabel")} showAt={at}>
        {({ match, index, isPlaced }) => (
          <MatchItem
            key={index}
            match={match}
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

function UnplacedNote({ count }: { readonly count: number }) {
  const wording = useWording();
  if (count === 0) return null;
  return <p class="note">{plural(wording, "unplacedCount", count)}</p>;
}
