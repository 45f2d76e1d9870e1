import type { PageMatch, PublicationDate } from "../../engine/model/index.ts";
import { MatchHead } from "../components/MatchHead.tsx";
import { ReferenceList } from "../components/MatchItem.tsx";
import { PagePublished } from "../components/pagePublished.ts";
import { useWording } from "../components/wording.ts";
import { CardTools } from "./CardTools.tsx";
import type { CardActions } from "./cardActions.ts";

/**
 * The content of a card: the matches of the words under the pointer, and their position among all.
 */
export interface CardContent {
  /** Several where marks overlap. */
  readonly matches: readonly PageMatch[];
  /** The position of the first of them among the marks of the page, from 0. */
  readonly position: number;
  readonly count: number;
  /** When the page was published; null if unknown. */
  readonly published: PublicationDate | null;
}

interface HoverCardProps {
  readonly content: CardContent;
  readonly tone: "light" | "dark";
  readonly actions: CardActions;
}

/** Shows a note in the margin: who else printed these words, when, and how theirs differ. */
export function HoverCard({ content, tone, actions }: HoverCardProps) {
  const { t, locale } = useWording();
  return (
    <section
      class="card"
      role="dialog"
      tabIndex={-1}
      aria-label={t("cardLabel")}
      data-tone={tone}
      lang={locale}
      dir={t("textDirection") === "rtl" ? "rtl" : "ltr"}
    >
      <PagePublished.Provider value={content.published}>
        {content.matches.map((match, i) => (
          <article class="match" key={`${match.in} ${match.start}`}>
            <MatchHead match={match}>
              {i === 0 && <Steps content={content} onStep={actions.onStep} />}
            </MatchHead>
            <ReferenceList
              match={match}
              onMore={() => actions.onOpenList(match, null)}
              toolsFor={(its, reference) => (
                <CardTools match={its} reference={reference} actions={actions} />
              )}
            />
          </article>
        ))}
      </PagePublished.Provider>
    </section>
  );
}

interface StepsProps {
  readonly content: CardContent;
  readonly onStep: CardActions["onStep"];
}

function Steps({ content: { position, count }, onStep }: StepsProps) {
  const { t } = useWording();
  if (count < 2) return null;
  return (
    <nav class="steps" aria-label={t("cardSteps")}>
      <button type="button" aria-label={t("cardPrevious")} onClick={() => onStep(-1)}>
        <Arrow path="M7.5 2.5 4 6l3.5 3.5" />
      </button>
      <span class="position">{t("cardPosition", [String(position + 1), String(count)])}</span>
      <button type="button" aria-label={t("cardNext")} onClick={() => onStep(1)}>
        <Arrow path="M4.5 2.5 8 6l-3.5 3.5" />
      </button>
    </nav>
  );
}

function Arrow({ path }: { readonly path: string }) {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      <path d={path} fill="none" stroke="currentColor" stroke-width="1.5" />
    </svg>
  );
}
