import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { isOtherLanguage, type PageMatch } from "../../engine/model/index.ts";
import { AgreementList } from "../components/AgreementList.tsx";
import { DifferenceList } from "../components/DifferenceList.tsx";
import { highlightedDiff } from "../components/highlightedDiff.ts";
import { InLanguage } from "../components/InLanguage.tsx";
import { OriginalLink } from "../components/OriginalLink.tsx";
import { publishedWords } from "../components/publishedWords.ts";
import { RelationLabel } from "../components/RelationLabel.tsx";
import { relationWordsOf } from "../components/relationWords.ts";
import { Voices } from "../components/SourceLine.tsx";
import { textAttributes } from "../components/textDirection.ts";
import { DiffText } from "../components/WordDiff.tsx";
import type { WordDiffPart, WordDiffResult } from "../components/wordDiff.ts";
import { type Translate, useWording } from "../components/wording.ts";
import { type ComparedPage, pageItself, type Side, sidesOf } from "./sides.ts";

interface CompareViewProps {
  readonly match: PageMatch;
  readonly page: ComparedPage;
  /** Id of the corpus passage shown beside the page's at first. */
  readonly passage: string;
  readonly onClose: () => void;
}

/** Shows two wordings of a passage side by side, as in a parallel edition. */
export function CompareView({ match, page, passage, onClose }: CompareViewProps) {
  const { t } = useWording();
  const sides = useMemo(() => sidesOf(match, page), [match, page]);
  const [leftId, setLeft] = useState<string>(pageItself);
  const [rightId, setRight] = useState(passage);
  const left = sides.find(({ id }) => id === leftId) ?? sides[0]!;
  const right = sides.find(({ id }) => id === rightId) ?? sides.at(-1)!;
  const diff = useMemo(() => diffOf(left, right), [left.text, right.text]);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section class="compare" aria-labelledby="compare-heading">
      <button type="button" class="quiet back" onClick={onClose}>
        {t("backToList")}
      </button>
      <h1 id="compare-heading" class="headline" tabIndex={-1} ref={heading}>
        {t("compareTitle")}
      </h1>
      <div class="sides">
        <Column
          label={t("compareFirst")}
          {...{ sides, side: left, parts: diff.page, onChoose: setLeft }}
        />
        <Column
          label={t("compareSecond")}
          {...{ sides, side: right, parts: diff.corpus, onChoose: setRight }}
        />
      </div>
      {left.text === right.text && <p class="same">{t("sameWords")}</p>}
      <HowTheyRelate match={match} left={left} right={right} />
    </section>
  );
}

/** Returns the differing words; words of two languages are not compared. */
function diffOf(left: Side, right: Side): WordDiffResult {
  if (!isOtherLanguage(left.language, right.language))
    return highlightedDiff(left.text, right.text);
  const whole = ({ text }: Side) => [{ text, isSame: false }];
  return { page: whole(left), corpus: whole(right) };
}

interface ColumnProps {
  readonly label: string;
  readonly sides: readonly Side[];
  readonly side: Side;
  readonly parts: readonly WordDiffPart[];
  readonly onChoose: (id: string) => void;
}

function Column({ label, sides, side, parts, onChoose }: ColumnProps) {
  const wording = useWording();
  const { reference, language } = side;
  return (
    <article class="side" aria-label={nameOf(side, wording.t)}>
      <select
        aria-label={label}
        value={side.id}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        {sides.map((its, at) => (
          <option key={its.id} value={its.id}>
            {optionName(its, sides.slice(0, at), wording.t)}
          </option>
        ))}
      </select>
      <p class="voice">
        {publishedWords(side.published, wording)}
        <InLanguage language={reference?.article.language} />
      </p>
      {reference !== null && <Voices reference={reference} />}
      <blockquote class="wording" {...textAttributes(language)}>
        <DiffText parts={parts} />
      </blockquote>
      {reference !== null && <OriginalLink article={reference.article} />}
    </article>
  );
}

function nameOf({ reference, outlet }: Side, t: Translate): string {
  return reference === null ? t("thisPage") : (outlet ?? "");
}

/** Returns the outlet's name; a second passage of the same article has a number. */
function optionName(side: Side, before: readonly Side[], t: Translate): string {
  const article = side.reference?.article.id;
  const same = before.filter((its) => its.reference?.article.id === article).length;
  return same > 0 ? `${nameOf(side, t)} (${same + 1})` : nameOf(side, t);
}

interface HowTheyRelateProps {
  readonly match: PageMatch;
  readonly left: Side;
  readonly right: Side;
}

/**
 * Shows relation and differing details, which are known between the page and a version, but not
 * between two versions.
 */
function HowTheyRelate({ match, left, right }: HowTheyRelateProps) {
  const { t } = useWording();
  const reference = left.reference === null ? right.reference : left.reference;
  if (reference === null || (left.reference !== null && right.reference !== null)) return null;
  return (
    <div class="verdict">
      <p>
        <RelationLabel match={match} reference={reference} />{" "}
        <span class="count">{t("compareToPage")}</span>
      </p>
      <p class="note">{t(relationWordsOf(match, reference).meaningKey)}</p>
      <AgreementList reference={reference} />
      <DifferenceList differences={reference.differences} />
    </div>
  );
}
