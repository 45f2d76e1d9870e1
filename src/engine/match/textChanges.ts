/**
 * What changed between two versions of one text, sentence by sentence: between the sentences that
 * both have in common, in order, those that share half of their words are taken for one sentence
 * that was changed. Case, punctuation and white space do not count. Quadratic in the part that
 * differs, which is bounded; beyond the bound a sentence counts as kept if the other version has it
 * anywhere.
 */
import { commonSubsequence } from "../text/commonSubsequence.ts";
import { splitSentences } from "../text/sentences.ts";

/** One sentence that is not as it was. */
export type TextChange =
  | { readonly kind: "added"; readonly now: string }
  | { readonly kind: "removed"; readonly before: string }
  | { readonly kind: "changed"; readonly before: string; readonly now: string };

interface Sentence {
  readonly text: string;
  /** Its words, folded. */
  readonly key: string;
}

/** A table of so many cells takes about 20 ms. */
const mostCells = 4_000_000;
/** Sentences with this share of their words in common are one that was changed. */
const leastCommonShare = 0.5;
/** If so much of the older text is kept, and so little of the newer one was there, the older one was a part. */
const keptShare = 0.5;
const partShare = 0.4;

/** The changes in the order of the newer text. Sentences that only moved are none. */
export function changesBetween(before: string, now: string): readonly TextChange[] {
  const old = sentencesOf(before);
  const newer = sentencesOf(now);
  const gaps = gapsBetween(old, newer);
  const removed = countKeys(gaps.flatMap((gap) => gap.old));
  const added = countKeys(gaps.flatMap((gap) => gap.newer));
  const changes = gaps.flatMap((gap) =>
    changesInGap(
      gap.old.filter(({ key }) => !added.has(key)),
      gap.newer.filter(({ key }) => !removed.has(key)),
    ),
  );
  return isPart(old.length, newer.length, changes)
    ? changes.filter(({ kind }) => kind !== "added")
    : changes;
}

/** An excerpt, or a feed's summary: most of it stands in the newer text, which has much more. */
function isPart(old: number, newer: number, changes: readonly TextChange[]): boolean {
  const count = (kind: TextChange["kind"]) =>
    changes.filter((change) => change.kind === kind).length;
  const isKept = old - count("removed") >= old * keptShare;
  return isKept && newer - count("added") < newer * partShare;
}

function sentencesOf(text: string): readonly Sentence[] {
  return splitSentences(text)
    .map(({ start, end }) => ({ text: text.slice(start, end), key: keyOf(text.slice(start, end)) }))
    .filter(({ key }) => key !== "");
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

/** What stands between two sentences that both versions have. */
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
    if (inA > fromOld || inB > fromNewer) {
      gaps.push({ old: old.slice(fromOld, inA), newer: newer.slice(fromNewer, inB) });
    }
    [fromOld, fromNewer] = [inA + 1, inB + 1];
  }
  return gaps;
}

function changesInGap(old: readonly Sentence[], newer: readonly Sentence[]): readonly TextChange[] {
  const changes: TextChange[] = [];
  let next = 0;
  for (const { text: now, key } of newer) {
    const partner = bestPartner(key, old, next);
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

/** Index of the old sentence, from `from` on, that shares most words; null if none shares enough. */
function bestPartner(key: string, old: readonly Sentence[], from: number): number | null {
  let best: number | null = null;
  let most = leastCommonShare;
  for (let at = from; at < old.length; at++) {
    const share = commonShare(key, old[at]!.key);
    if (share < most) continue;
    if (share > most || best === null) best = at;
    most = share;
  }
  return best;
}

/** Dice's coefficient of two sentences' words. */
function commonShare(one: string, other: string): number {
  const words = new Set(one.split(" "));
  const others = new Set(other.split(" "));
  let common = 0;
  for (const word of others) if (words.has(word)) common++;
  return (2 * common) / (words.size + others.size);
}
