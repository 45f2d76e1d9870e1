/**
 * Decides whether a passage says that something happened, that it did not happen, or neither.
 * Plans, requests, fears, attempts and opinions describe what has not happened yet.
 */

import { isFormOfBe, verbKey } from "../actions/verbs.ts";
import { clauseStart } from "../clauses.ts";
import type { Side } from "../slotSides.ts";

/**
 * "yes": it happened; "no": it did not; "open": it is only wanted, tried, expected or asked for.
 */
export type Assertion = "yes" | "no" | "open";

const keysOf = (words: string): ReadonlySet<string> => new Set(words.split(" ").map(verbKey));

/** Verbs and nouns that make the verb after them "open". */
const openers = keysOf(
  "plan intend intention aim seek want hope wish try attempt bid promise pledge vow threaten threat consider propose offer ask urge call " +
    "demand recommend request invite press expect ready prepare due about fear like mull weigh effort chance likely poised set order tell " +
    "allow permit able possible possibility believe rumour rumor allege suspect accuse charge agree warn invitation encourage instruct",
);

/** Verbs that make the verb after them a "no". */
const refusals = keysOf(
  "fail failure refuse refusal decline unable unsuccessful prevent avoid stop cease quit end",
);

/** Those that refuse "doing"; "to stop in Chicago to vote" is to vote. */
const beforeGerunds = keysOf("stop prevent avoid quit end");

/** Adverbs and modals that make the verb directly after them "open". */
const openModals: ReadonlySet<string> = new Set(
  "may might could perhaps possibly allegedly".split(" "),
);
const missedAdverbs: ReadonlySet<string> = new Set(
  "nearly almost barely hardly unsuccessfully narrowly".split(" "),
);

/** The most words between an opener and the "to" of its verb ("asked the prime minister to"). */
const openerReach = 6;

/** Returns how the passage asserts the verb at a word index. */
export function assertionAt({ passage, clauses }: Side, index: number): Assertion {
  const { words } = passage;
  let at = index - 1;
  let isMissed = false;
  let isOpen = false;
  for (; at >= 0; at--) {
    const { folded } = words[at]!;
    if (openModals.has(folded)) isOpen = true;
    else if (missedAdverbs.has(folded)) isMissed = true;
    else if (!(folded.endsWith("ly") || isAuxiliary(folded) || folded === "will")) break;
  }
  if (isMissed) return "no";
  if (isOpen) return "open";
  const isGoverned = words[at]?.folded === "to" || words[index]!.folded.endsWith("ing");
  const link = governorOf(words, at, isGoverned);
  if (link !== null) return link;
  const isFeared = words.slice(at + 1, index).some(({ folded }) => folded === "will");
  if (isFeared && followsOpenThat({ passage, clauses }, at)) return "open";
  return isUnderThat({ passage, clauses }, index) ? "open" : "yes";
}

function forceOf(word: string): Assertion | null {
  const key = verbKey(word);
  return refusals.has(key) ? "no" : openers.has(key) ? "open" : null;
}

function isAuxiliary(word: string): boolean {
  return isFormOfBe(word) || word === "have" || word === "has" || word === "had";
}

/** Returns the nearest opener or refusal that governs "to do" or "doing" at a word index. */
function governorOf(
  words: Side["passage"]["words"],
  at: number,
  isGoverned: boolean,
): Assertion | null {
  if (!isGoverned) return null;
  const isLinked = links.has(words[at]?.folded ?? "");
  const reach = isLinked ? openerReach : 1;
  for (let index = isLinked ? at - 1 : at, left = reach; index >= 0 && left > 0; index--, left--) {
    const word = words[index]!.folded;
    if (word === "have" && openModals.has(words[index - 1]?.folded ?? "")) return "open";
    if (word === "close" && words[index + 1]?.folded === "to") return "no";
    if (words[at]!.folded === "to" && beforeGerunds.has(verbKey(word))) continue;
    const found = forceOf(word);
    if (found !== null) return isTurnedDown(words, index) ? "no" : found;
  }
  return null;
}

/** Words that link an opener to its verb: "asked to do", "accused of not doing". */
const links: ReadonlySet<string> = new Set("to of for from not".split(" "));

/** True for an opener that was turned down: "turned down an offer to", "rejected a call to". */
function isTurnedDown(words: Side["passage"]["words"], index: number): boolean {
  const before = words.slice(Math.max(0, index - 3), index).map((word) => word.folded);
  return (
    before.includes("down") || before.some((word) => /^(?:reject|rebuff|declin|refus)/.test(word))
  );
}

/**
 * True in a "that" clause after an opener: "recommended that the minister be dismissed", "feared
 * that the river would burst its banks".
 */
function isUnderThat({ passage: { words }, clauses }: Side, index: number): boolean {
  const start = clauseStart(clauses, index);
  const first = words[start]!.folded;
  if (first === "whether" || first === "if") return true;
  return first === "that" && openThat.has(verbKey(words[start - 1]?.folded ?? ""));
}

/**
 * True in a clause that follows an opener without "that": "Officials fear | the dam will burst".
 */
function followsOpenThat({ passage: { words }, clauses }: Side, at: number): boolean {
  const start = clauseStart(clauses, at);
  return words
    .slice(start, at + 1)
    .some(({ folded }, i) => clauses.isVerb[start + i] && openThat.has(verbKey(folded)));
}

const openThat = keysOf(
  "recommend demand propose fear hope suggest urge ask insist request doubt deny expect criticism accusation allegation suggestion rumour rumor",
);
