import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import { isQuoteChange, type PageMatch, type Reference } from "../../engine/model/index.ts";
import { AgreementList } from "./AgreementList.tsx";
import { DifferenceList } from "./DifferenceList.tsx";
import { summariseDifference } from "./differenceSummary.ts";
import { OriginalLink } from "./OriginalLink.tsx";
import { RelationLabel } from "./RelationLabel.tsx";
import { relationWordsOf } from "./relationWords.ts";
import { SourceLine } from "./SourceLine.tsx";
import { textAttributes } from "./textDirection.ts";
import { WordDiff } from "./WordDiff.tsx";
import { useWording } from "./wording.ts";

interface ReferenceItemProps {
  readonly match: PageMatch;
  readonly reference: Reference;
  /** Controls beside the link to the original. */
  readonly tools?: ComponentChildren;
}

/**
 * Shows one outlet's passage: who printed it and when, its words, what differs, and where to read
 * it. Changes of a quote come first, since readers open the card for them. What the match's first
 * line says is not repeated.
 */
export function ReferenceItem({ match, reference, tools }: ReferenceItemProps) {
  const wording = useWording();
  const head = summariseDifference(match, wording);
  const described = head?.reference === reference ? head.described : [];
  const differences = reference.differences.filter((difference) => !described.includes(difference));
  const changes = differences.filter(isQuoteChange);
  const others = differences.filter((difference) => !isQuoteChange(difference));
  return (
    <li class="reference">
      <OtherRelation match={match} reference={reference} />
      <SourceLine reference={reference} />
      <DifferenceList differences={changes} />
      <OtherWording match={match} reference={reference} />
      <AgreementList reference={reference} />
      <DifferenceList differences={others} />
      <OriginalLink article={reference.article} />
      {tools}
    </li>
  );
}

/**
 * Names the relation if it differs from that of the best reference, which is shown above the
 * passage.
 */
function OtherRelation({ match, reference }: Omit<ReferenceItemProps, "tools">) {
  const isOther = useMemo(() => {
    const labelOf = (its: Reference) => relationWordsOf(match, its).labelKey;
    const best = match.references[0]!;
    return reference !== best && labelOf(reference) !== labelOf(best);
  }, [match, reference]);
  return isOther ? <RelationLabel match={match} reference={reference} /> : null;
}

function OtherWording({ match, reference }: Omit<ReferenceItemProps, "tools">) {
  const { t } = useWording();
  const { article, passage } = reference;
  if (passage.text === match.exact) return <p class="same">{t("sameWords")}</p>;
  return (
    <blockquote class="wording" {...textAttributes(article.language)}>
      {article.language === undefined ? (
        <WordDiff page={match.exact} corpus={passage.text} />
      ) : (
        passage.text
      )}
    </blockquote>
  );
}
