import { isSayingVerb } from "../holders.ts";
import { type Side, type Sides, wordIndexOf } from "../slotSides.ts";
import { verbKey } from "./verbs.ts";

/** The indices of one verb in two passages, possibly in two tenses. */
export interface VerbPair {
  readonly page: number;
  readonly corpus: number;
}

/** Auxiliaries and verbs with little meaning of their own. */
const light: ReadonlySet<string> = new Set(
  "be have do get make take go come".split(" ").map(verbKey),
);

/**
 * Returns the verbs that both passages have, pairing each verb of the page with the first free one.
 * @param isWithSaying includes verbs of saying, which say nothing about the action
 */
export function verbPairs(
  { page, corpus, pageSide, corpusSide }: Sides,
  isWithSaying = false,
): readonly VerbPair[] {
  const taken = new Set<number>();
  return page.words.flatMap((word, index): VerbPair[] => {
    if (!pageSide.clauses.isVerb[index] || (isSayingVerb(word) && !isWithSaying)) return [];
    const key = verbKey(word.folded);
    if (light.has(key)) return [];
    const at = corpus.words.findIndex(
      (other, i) => corpusSide.clauses.isVerb[i] && !taken.has(i) && verbKey(other.folded) === key,
    );
    if (at < 0) return [];
    taken.add(at);
    return [{ page: index, corpus: at }];
  });
}

/** Verbs whose subject wins against their object. */
const winning: ReadonlySet<string> = new Set(
  "beat defeat overcome thrash rout trounce edge outvote".split(" ").map(verbKey),
);

/**
 * True for "lose" if the winner follows after "to": "Leeds lost the final to York" is what "York beat
 * Leeds" tells.
 */
export function isLostTo({ passage: { words }, clauses }: Side, verb: number): boolean {
  if (verbKey(words[verb]!.folded) !== verbKey("lose")) return false;
  return words.some(
    ({ folded }, at) => at > verb && folded === "to" && clauses.of[at] === clauses.of[verb],
  );
}

/** Returns the verbs that tell who won, where the two passages have different ones. */
export function resultPairs({ pageSide, corpusSide }: Sides): readonly VerbPair[] {
  const verbsOf = (side: Side, isWanted: (verb: number) => boolean) =>
    side.passage.words.flatMap((_, at) => (side.clauses.isVerb[at] && isWanted(at) ? [at] : []));
  const won = (side: Side) =>
    verbsOf(side, (at) => winning.has(verbKey(side.passage.words[at]!.folded)));
  const lost = (side: Side) => verbsOf(side, (at) => isLostTo(side, at));
  const pairs = (own: readonly number[], others: readonly number[]) =>
    own.flatMap((page) => others.map((corpus) => ({ page, corpus })));
  const results = (side: Side) => [...won(side), ...lost(side)];
  return pairs(results(pageSide), results(corpusSide));
}

/**
 * False if the objects in both clauses differ: a tax that applies to sugar and one that applies to
 * bread.
 */
export function haveOneObject(
  { pageSide, corpusSide, partner }: Sides,
  a: number,
  b: number,
): boolean {
  const after = ({ passage, clauses }: Side, index: number) =>
    passage.units.flatMap((unit, i) => {
      const at = wordIndexOf(passage, unit);
      return at > index && clauses.of[at] === clauses.of[index] ? [i] : [];
    });
  const own = after(pageSide, a);
  const other = after(corpusSide, b);
  if (own.length === 0 || other.length === 0) return true;
  const taken = new Set(partner.values());
  const isFirstOther = !partner.has(own[0]!) && !taken.has(other[0]!);
  return !isFirstOther && own.some((unit) => other.includes(partner.get(unit) ?? -1));
}
