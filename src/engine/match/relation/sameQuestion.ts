/**
 * Whether two facts answer the same question: when, how many, where of the same deed. The deed is the
 * verb of the clause that a fact stands in; where a clause has none, as in headlines and in languages
 * of which no verbs are known, what stands beside the fact must be shared.
 */
import { groupsOf } from "../score/relatedWords.ts";
import { placeOfWord, type Side, type Sides } from "./slotSides.ts";
import { verbKey } from "./verbs.ts";

/** Verbs that carry another verb, or hardly any meaning of their own. */
const lightVerbs: ReadonlySet<string> = new Set(["be", "have", "do"].map(verbKey));

/** The place of the word on which a fact hangs: the nearest verb of its clause before it, or after it. */
export function verbOf({ passage, clauses }: Side, unit: number): number | null {
  const at = placeOfWord(passage, passage.units[unit]!);
  const clause = clauses.of[at];
  const isOwn = (place: number) => clauses.isVerb[place] === true && clauses.of[place] === clause;
  let found: number | null = null;
  for (let place = at - 1; place >= 0 && clauses.of[place] === clause; place--) {
    if (!isOwn(place)) continue;
    found ??= place;
    if (!isLight(passage.words[place]!.folded)) return place;
  }
  for (let place = at; clauses.of[place] === clause; place++) {
    if (!isOwn(place)) continue;
    found = place;
    if (!isLight(passage.words[place]!.folded)) return place;
  }
  return found;
}

/** True if a fact hangs on a verb that says next to nothing: "was in hospital for three days". */
export function hangsOnLightVerb(side: Side, unit: number): boolean {
  const verb = verbOf(side, unit);
  return verb !== null && isLight(side.passage.words[verb]!.folded);
}

function isLight(folded: string): boolean {
  return lightVerbs.has(verbKey(folded));
}

/** True if two facts hang on one verb, or on words for the same; null if one of them hangs on none. */
export function isSameVerb(sides: Sides, i: number, j: number): boolean | null {
  const page = verbOf(sides.pageSide, i);
  const corpus = verbOf(sides.corpusSide, j);
  if (page === null || corpus === null) return null;
  return areSameWords(sides, page, corpus);
}

/** True for two forms of a verb, and for two words that are paired or related. */
export function areSameWords({ page, corpus }: Sides, a: number, b: number): boolean {
  const [one, other] = [page.words[a]!, corpus.words[b]!];
  if (verbKey(one.folded) === verbKey(other.folded)) return true;
  return areRelatedStems(one.form.stem, other.form.stem);
}

/** True for stems of words that news uses for one thing. */
export function areRelatedStems(a: string, b: string): boolean {
  const groups = groupsOf(a);
  return groupsOf(b).some((group) => groups.includes(group));
}

/** True if the units before, or the units after, are paired with each other. */
export function standBesideTheSame({ partner }: Sides, i: number, j: number): boolean {
  return partner.get(i - 1) === j - 1 || partner.get(i + 1) === j + 1;
}

/** True if the units before, and the units after, are paired with each other. */
export function standBetweenTheSame({ partner }: Sides, i: number, j: number): boolean {
  return partner.get(i - 1) === j - 1 && partner.get(i + 1) === j + 1;
}

/** Shared units, and units of one side alone beside the verb, with which clauses tell one thing. */
const fewestShared = 3;
const mostAlone = 1;

/** True if the clauses of two facts share nearly everything but the verb. */
export function areClausesAlike(
  { pageSide, corpusSide, partner }: Sides,
  i: number,
  j: number,
): boolean {
  const own = restOfClause(pageSide, i);
  const other = restOfClause(corpusSide, j);
  const shared = own.filter((unit) => other.includes(partner.get(unit) ?? -1)).length;
  const alone = Math.max(own.length, other.length) - shared;
  return shared >= fewestShared && alone <= mostAlone;
}

/** The units of a fact's clause, verbs and the fact itself left out. */
function restOfClause({ passage, clauses }: Side, fact: number): readonly number[] {
  const clause = clauses.of[placeOfWord(passage, passage.units[fact]!)];
  return passage.units.flatMap((unit, i) => {
    const at = placeOfWord(passage, unit);
    return i !== fact && clauses.of[at] === clause && !clauses.isVerb[at] ? [i] : [];
  });
}

/** Words before a date or a place by what they ask: two facts after words of two lines differ in their question. */
const prepositions: readonly (readonly string[])[] = [
  ["since", "from"],
  ["until", "till", "by"],
  ["before"],
  ["after", "following"],
  ["to", "into", "toward", "towards", "for"],
  ["of"],
  ["with", "between"],
  ["near", "outside", "around"],
  ["over", "about"],
  ["against"],
  ["under"],
  ["through", "via"],
];

/** What a fact is asked by: the line of its preposition; 0 for "on", "in", "at" and none. */
export function questionOf({ passage }: Side, unit: number): number {
  const at = placeOfWord(passage, passage.units[unit]!);
  for (let place = at - 1; place >= Math.max(0, at - 2); place--) {
    const { folded } = passage.words[place]!;
    const line = prepositions.findIndex((words) => words.includes(folded));
    if (line >= 0) return line + 1;
    if (folded !== "the" && folded !== "early" && folded !== "late") return 0;
  }
  return 0;
}
