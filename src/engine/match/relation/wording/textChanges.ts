/**
 * Finds what changed between two versions of a text, sentence by sentence. Between the sentences
 * that both versions have, in order, two sentences that share half of their words count as one that
 * was changed. Case, punctuation and white space are ignored. Time is quadratic in the part that
 * differs, which has two limits: above the first, a sentence counts as kept if the other version
 * has it anywhere; above the second, no sentence changes are given.
 */
import { commonSubsequence } from "../../../text/commonSubsequence.ts";
import { splitSentences } from "../../../text/sentences.ts";

/** One sentence that changed. */
export type TextChange =
  | { readonly kind: "added"; readonly now: string }
  | { readonly kind: "removed"; readonly before: string }
  | { readonly kind: "changed"; readonly before: string; readonly now: string };

interface Sentence {
  readonly text: string;
  /** The folded words of the sentence. */
  readonly key: string;
  /** The first of them, without repetitions. */
  readonly words: ReadonlySet<string>;
}

/** The largest alignment table, in cells. It takes about 20 ms. */
const mostCells = 4_000_000;
/**
 * The most pairs of sentences compared, in about 50 ms: 200 removed times 200 added. No correction
 * has as many, nobody reads more, and the background answers nothing else meanwhile.
 */
const mostPairs = 40_000;
/** The most changes returned. Nobody reads a longer list, and it would have to be sent. */
const mostChanges = 1_000;
/**
 * The most words of a sentence that are compared, as many as the longest newspaper sentences have.
 * The beginning identifies a longer one.
 */
const mostWords = 120;
/** The least share of words in common for one changed sentence. */
const leastCommonShare = 0.5;
/**
 * If at least this share of the older text is kept and less than this share of the newer text is
 * old, the older text was an excerpt.
 */
const keptShare = 0.5;
const partShare = 0.4;

/**
 * Returns the changes in the order of the newer text. Sentences that only moved are left out. Null
 * if too much changed to compare by sentences.
 */
export function changesBetween(before: string, now: string): readonly TextChange[] | null {
  const old = sentencesOf(before);
  const newer = sentencesOf(now);
  const gaps = gapsBetween(old, newer);
  const removed = countKeys(gaps.flatMap((gap) => gap.old));
  const added = countKeys(gaps.flatMap((gap) => gap.newer));
  const differing = gaps.map((gap) => ({
    old: gap.old.filter(({ key }) => !added.has(key)),
    newer: gap.newer.filter(({ key }) => !removed.has(key)),
  }));
  if (differing.reduce((sum, gap) => sum + gap.old.length * gap.newer.length, 0) > mostPairs) {
    return null;
  }
  const all = differing.flatMap((gap) => changesInGap(gap.old, gap.newer));
  const changes = isPart(old.length, newer.length, all)
    ? all.filter(({ kind }) => kind !== "added")
    : all;
  return changes.length > mostChanges ? null : changes;
}

/**
 * True for an excerpt or a feed's summary: most of it is in the newer text, which is much longer.
 */
function isPart(old: number, newer: number, changes: readonly TextChange[]): boolean {
  const count = (kind: TextChange["kind"]) =>
    changes.filter((change) => change.kind === kind).length;
  const isKept = old - count("removed") >= old * keptShare;
  return isKept && newer - count("added") < newer * partShare;
}

function sentencesOf(text: string): readonly Sentence[] {
  return splitSentences(text).flatMap(({ start, end }) => {
    const sentence = text.slice(start, end);
    const key = keyOf(sentence);
    return key === "" ? [] : { text: sentence, key, words: new Set(key.split(" ", mostWords)) };
  });
}

function keyOf(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function countKeys(sentences: readonly Sentence[]): ReadonlySet<string> {
  return new Set(sentences.map(({ key }) => key));
}

/** The sentences between two that both versions have, none where these are neighbours. */
interface Gap {
  readonly old: readonly Sentence[];
  readonly newer: readonly Sentence[];
}

function gapsBetween(old: readonly Sentence[], newer: readonly Sentence[]): readonly Gap[] {
  const keys = (sentences: readonly Sentence[]) => sentences.map(({ key }) => key);
  const common = commonSubsequence(keys(old), keys(newer), mostCells) ?? [];
  const gaps: Gap[] = [];
  let [fromOld, fromNewer] = [0, 0];
  for (const { inA, inB } of [...common, { inA: old.length, inB: newer.length }]) {
    gaps.push({ old: old.slice(fromOld, inA), newer: newer.slice(fromNewer, inB) });
    [fromOld, fromNewer] = [inA + 1, inB + 1];
  }
  return gaps;
}

function changesInGap(old: readonly Sentence[], newer: readonly Sentence[]): readonly TextChange[] {
  const changes: TextChange[] = [];
  let next = 0;
  for (const { text: now, words } of newer) {
    const partner = bestPartner(words, old, next);
    if (partner === null) {
      changes.push({ kind: "added", now });
      continue;
    }
    for (; next < partner; next++) changes.push({ kind: "removed", before: old[next]!.text });
    changes.push({ kind: "changed", before: old[partner]!.text, now });
    next = partner + 1;
  }
  for (; next < old.length; next++) changes.push({ kind: "removed", before: old[next]!.text });
  return changes;
}

/**
 * Returns the index of the old sentence, from `from` on, that shares most words; null if none
 * shares enough.
 */
function bestPartner(
  words: ReadonlySet<string>,
  old: readonly Sentence[],
  from: number,
): number | null {
  let best: number | null = null;
  let most = leastCommonShare;
  for (let at = from; at < old.length; at++) {
    const share = commonShare(words, old[at]!.words);
    if (share < most) continue;
    if (share > most || best === null) best = at;
    most = share;
  }
  return best;
}

/** Returns Dice's coefficient of two sentences' words. */
function commonShare(words: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let common = 0;
  for (const word of others) if (words.has(word)) common++;
  return (2 * common) / (words.size + others.size);
}
