import { isSayingVerb } from "./holders.ts";
import { placeOfWord, type Side, type Sides } from "./slotSides.ts";
import { verbKey } from "./verbs.ts";

/** Places of one verb in two passages: the words may be of two tenses. */
export interface VerbPair {
  readonly page: number;
  readonly corpus: number;
}

/** Auxiliaries, and verbs that say little by themselves. */
const light: ReadonlySet<string> = new Set(
  "be have do get make take go come".split(" ").map(verbKey),
);

/**
 * The verbs that both passages have: each of the page with the first free one.
 * @param isWithSaying with those of saying, which tell nothing of the deed
 */
export function verbPairs(
  { page, corpus, pageSide, corpusSide }: Sides,
  isWithSaying = false,
): readonly VerbPair[] {
  const taken = new Set<number>();
  return page.words.flatMap((word, place): VerbPair[] => {
    if (!pageSide.clauses.isVerb[place] || (isSayingVerb(word) && !isWithSaying)) return [];
    const key = verbKey(word.folded);
    if (light.has(key)) return [];
    const at = corpus.words.findIndex(
      (other, i) => corpusSide.clauses.isVerb[i] && !taken.has(i) && verbKey(other.folded) === key,
    );
    if (at < 0) return [];
    taken.add(at);
    return [{ page: place, corpus: at }];
  });
}

/** False if what follows in both clauses is not one thing: a tax that applies to sugar, not to bread. */
export function haveOneObject(
  { pageSide, corpusSide, partner }: Sides,
  a: number,
  b: number,
): boolean {
  const after = ({ passage, clauses }: Side, place: number) =>
    passage.units.flatMap((unit, i) => {
      const at = placeOfWord(passage, unit);
      return at > place && clauses.of[at] === clauses.of[place] ? [i] : [];
    });
  const own = after(pageSide, a);
  const other = after(corpusSide, b);
  if (own.length === 0 || other.length === 0) return true;
  const taken = new Set(partner.values());
  const isFirstOther = !partner.has(own[0]!) && !taken.has(other[0]!);
  return !isFirstOther && own.some((unit) => other.includes(partner.get(unit) ?? -1));
}
