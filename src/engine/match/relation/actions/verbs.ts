/**
 * Finds the verbs of a passage without a grammar: forms of irregular and common verbs, participles,
 * and words after "to" or an auxiliary. Words that can be nouns as well ("plan", "strike") count
 * unless an article or adjective precedes them.
 */
import { verbs } from "../../../text/languageTables.ts";
import { isStopword, stem } from "../../../text/stems.ts";
import type { Token } from "../../../text/tokens.ts";

function formsOf(base: string): readonly string[] {
  const short = base.replace(/e$/, "");
  const ending = base.endsWith("y") ? [`${base.slice(0, -1)}ies`, `${base.slice(0, -1)}ied`] : [];
  return [base, `${base}s`, `${base}es`, `${short}ed`, `${short}ing`, ...ending];
}

const baseOf: ReadonlyMap<string, string> = new Map([
  ...verbs.regular.flatMap((base) => formsOf(base).map((form) => [form, base] as const)),
  ...verbs.irregular.flatMap((line) => {
    const forms = line.split(" ");
    return forms.map((form) => [form, forms[0]!] as const);
  }),
]);

/**
 * Returns the stem of a verb's base form, which is equal for "broke" and "break", "resigned" and
 * "resigning".
 */
export function verbKey(folded: string): string {
  return stem(baseOf.get(folded) ?? folded);
}

const auxiliaries: ReadonlySet<string> = new Set(
  (
    "to will would can could may might must shall should cannot won't can't couldn't wouldn't shouldn't " +
    "do does did don't doesn't didn't have has had haven't hasn't hadn't is are was were be been isn't aren't wasn't weren't"
  ).split(" "),
);

/** Words that precede a noun. */
const determiners: ReadonlySet<string> = new Set(
  "a an the this that these those his her its their our my your no any some each every of in on at for from with by new".split(
    " ",
  ),
);

/** True for an adverb that may come between an auxiliary and its verb. */
function isBetween(folded: string): boolean {
  return folded === "not" || folded === "never" || folded === "also" || folded.endsWith("ly");
}

/** True for a form of "be", which makes a passive. */
export function isFormOfBe(folded: string): boolean {
  return baseOf.get(folded) === "be" || folded === "get" || folded === "got";
}

/** True if the word at an index is a verb in its context. */
export function isVerbAt(words: readonly Token[], index: number): boolean {
  const { folded, kind } = words[index]!;
  if (kind !== "word") return false;
  let before = index - 1;
  while (isBetween(words[before]?.folded ?? "")) before--;
  const previous = words[before]?.folded ?? "";
  const isParticiple = folded.length > 4 && folded.endsWith("ed");
  const base = baseOf.get(folded);
  if (base === folded && !finiteBases.has(base)) {
    return doers.has(previous) || isBeforeBase(words[index - 1]?.folded ?? "");
  }
  if (base !== undefined || isParticiple) return !determiners.has(words[index - 1]?.folded ?? "");
  if (isStopword(folded)) return false;
  if (previous === "to") {
    const governor = words[before - 1]?.folded ?? "";
    return determiners.has(words[index + 1]?.folded ?? "") || baseOf.has(governor);
  }
  if (doers.has(previous)) return true;
  return auxiliaries.has(previous) && folded.endsWith("ing");
}

/** Base forms that are never nouns, or that are past tenses too. */
const finiteBases: ReadonlySet<string> = new Set(
  "be have do say go give get become seek accept accuse agree allow appear arrive believe happen deny want beat cut put set hit let hurt shut quit spread cast bid read".split(
    " ",
  ),
);

/** True for a word that precedes a verb in its base form: "to", a pronoun, a plural. */
function isBeforeBase(word: string): boolean {
  return /^(?:to|i|we|you|he|she|it|they|who|that|police|people|and|not|never)$|[^s]s$|ly$/.test(
    word,
  );
}

/** Words that precede a verb in its base form, or a verb that cannot be anything else. */
const doers: ReadonlySet<string> = new Set(
  "will would can could may might must shall should cannot won't can't couldn't wouldn't shouldn't do does did don't doesn't didn't".split(
    " ",
  ),
);
