import type { ComponentChildren } from "preact";
import type { Reference } from "../../engine/model/index.ts";
import { InLanguage } from "../components/InLanguage.tsx";
import { RelationLabel } from "../components/RelationLabel.tsx";
import { useWording } from "../components/wording.ts";
import type { ListedMatch } from "./listedMatch.ts";
import type { ReportActions } from "./viewProps.ts";

interface PassageLineProps {
  readonly listed: ListedMatch;
  readonly actions: ReportActions;
  /** Set if the line is about one version of the passage, whose relation is then named. */
  readonly reference?: Reference;
  readonly children?: ComponentChildren;
}

/** Shows a passage's words in a list about something else; a click scrolls the page to them. */
export function PassageLine({ listed, actions, reference, children }: PassageLineProps) {
  const { t } = useWording();
  const { match, index, isPlaced } = listed;
  return (
    <li class="line" data-relation={(reference ?? match).relation}>
      {reference !== undefined && (
        <p class="match-head">
          <RelationLabel match={match} reference={reference} />
          <InLanguage language={reference.article.language} />
        </p>
      )}
      {isPlaced ? (
        <button
          type="button"
          class="passage"
          title={t("jumpTo")}
          dir="auto"
          onClick={() => actions.jumpTo(index)}
        >
          {match.exact}
        </button>
      ) : (
        <p class="passage" dir="auto">
          {match.exact}
        </p>
      )}
      {children}
    </li>
  );
}
