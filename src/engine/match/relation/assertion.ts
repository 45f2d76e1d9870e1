/**
 * Whether a passage says that something happened, that it did not, or neither: what is planned,
 * asked, feared, tried or only thought has not happened yet.
 */
import type { Side } from "./slotSides.ts";
import { isFormOfBe, verbKey } from "./verbs.ts";

/** yes: it is so; no: it is not; open: somebody wants, tries, expects or is asked to. */
export type Assertion = "yes" | "no" | "open";

const keysOf = (words: string): ReadonlySet<string> => new Set(words.split(" ").map(verbKey));

/** Verbs and nouns after which what is told has not happened. */
const openers = keysOf(
  "plan intend intention aim seek want hope wish try attempt bid promise pledge vow threaten threat consider propose offer ask urge call " +
    "demand recommend request invite press expect ready prepare due about fear like mull weigh effort chance likely poised set order tell " +
    "allow permit able possible possibility believe rumour rumor allege suspect accuse charge agree warn invitation encourage instruct",
);

/** Verbs after which it is said not to have happened. */
const refusals = keysOf(
  "fail failure refuse refusal decline unable unsuccessful prevent avoid stop cease quit end",
);

/** Adverbs and modals right before the verb. */
const openModals: ReadonlySet<string> = new Set(
  "may might could perhaps possibly allegedly".split(" "),
);
const missedAdverbs: ReadonlySet<string> = new Set(
  "nearly almost barely hardly unsuccessfully narrowly".split(" "),
);

/** Words between an opener and the "to" of the verb: whom somebody asks. */
const openerReach = 6;

/** How the verb at a place of a passage's words is said to be. */
export function assertionAt({ passage, clauses }: Side, place: number): Assertion {
  const { words } = passage;
  let at = place - 1;
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
  const isGoverned = words[at]?.folded === "to" || words[place]!.folded.endsWith("ing");
  const link = governorOf(words, at, isGoverned);
  if (link !== null) return link;
  const isFeared = words.slice(at + 1, place).some(({ folded }) => folded === "will");
  if (isFeared && followsOpenThat({ passage, clauses }, at)) return "open";
  return isUnderThat({ passage, clauses }, place) ? "open" : "yes";
}

function forceOf(word: string): Assertion | null {
  const key = verbKey(word);
  return refusals.has(key) ? "no" : openers.has(key) ? "open" : null;
}

function isAuxiliary(word: string): boolean {
  return isFormOfBe(word) || word === "have" || word === "has" || word === "had";
}

/** What governs "to do" or "doing": the nearest opener or refusal before it. */
function governorOf(
  words: Side["passage"]["words"],
  at: number,
  isGoverned: boolean,
): Assertion | null {
  if (!isGoverned) return null;
  const isLinked = links.has(words[at]?.folded ?? "");
  const reach = isLinked ? openerReach : 1;
  for (let place = isLinked ? at - 1 : at, left = reach; place >= 0 && left > 0; place--, left--) {
    const word = words[place]!.folded;
    if (word === "have" && openModals.has(words[place - 1]?.folded ?? "")) return "open";
    if (word === "close" && words[place + 1]?.folded === "to") return "no";
    const found = forceOf(word);
    if (found !== null) return isTurnedDown(words, place) ? "no" : found;
  }
  return words[at]?.folded === "to" && words[at - 1]?.folded === "close" ? "no" : null;
}

/** Words between an opener and its verb: "asked to do", "accused of not doing". */
const links: ReadonlySet<string> = new Set("to of for from not".split(" "));

/** "turned down an offer to", "rejected a call to" */
function isTurnedDown(words: Side["passage"]["words"], place: number): boolean {
  const before = words.slice(Math.max(0, place - 3), place).map((word) => word.folded);
  return (
    before.includes("down") || before.some((word) => /^(?:reject|rebuff|declin|refus)/.test(word))
  );
}

/** "recommended that the minister be dismissed", "feared that the river would burst its banks" */
function isUnderThat({ passage: { words }, clauses }: Side, place: number): boolean {
  const clause = clauses.of[place];
  let start = place;
  while (start > 0 && clauses.of[start - 1] === clause) start--;
  const first = words[start]!.folded;
  if (first === "whether" || first === "if") return true;
  return first === "that" && openThat.has(verbKey(words[start - 1]?.folded ?? ""));
}

/** "Officials fear | the dam will burst" */
function followsOpenThat({ passage: { words }, clauses }: Side, at: number): boolean {
  for (let place = at; place >= 0 && clauses.of[place] === clauses.of[at]; place--) {
    if (clauses.isVerb[place] && openThat.has(verbKey(words[place]!.folded))) return true;
  }
  return false;
}

const openThat = keysOf(
  "recommend demand propose fear hope suggest urge ask insist request doubt deny expect",
);
