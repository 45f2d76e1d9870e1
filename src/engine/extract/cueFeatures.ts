import { type BodyView, sentenceEnd, sentenceStart } from "./bodyView.ts";
import {
  auxiliaryGroup,
  clauseOpener,
  formOf,
  kindAfter,
  kindAt,
  laterClause,
  quotationAround,
  quoteTouches,
  sayingNearby,
  subjectBefore,
} from "./cueContext.ts";
import { opensAdjunct } from "./sourceSpan.ts";
import { COLON, verbKey } from "./wordClasses.ts";

/**
 * What speaks for and against a token being the cue of an attribution: its verb, its form, and what
 * stands around it. Each feature is a bucket of the table of weights, found by hashing its name and
 * value: a few features share a bucket, and in return the table has a fixed size and no strings
 * (Weinberger et al. 2009, "Feature hashing for large scale multitask learning"). The weights are
 * learned by tests/eval/trainCues.ts (assets/language/cueWeights.json).
 */
export function cueFeatures(view: BodyView, at: number): readonly number[] {
  const { tokens, classes } = view;
  const { folded } = tokens[at]!;
  const key = classes[at] === COLON ? ":" : verbKey(folded);
  const form = formOf(folded, classes[at]!);
  const first = sentenceStart(view, at);
  const next = sentenceEnd(view, at);
  const word = (index: number): string =>
    index < first ? "^" : index >= next ? "$" : tokens[index]!.folded;
  const group = auxiliaryGroup(view, at, first);
  const before = kindAt(view, group.at, first, next);
  const before2 = kindAt(view, group.at - 1, first, next);
  const after = kindAfter(view, at + 1, next);
  const after2 = kindAfter(view, at + 2, next);
  const after3 = kindAt(view, at + 3, first, next);
  const subject = subjectBefore(view, group.at + 1, first);
  const found: number[] = [];
  const add = (name: string, value: string): number => found.push(bucketOf(name, value, ""));
  const withKey = (name: string, value: string): number => found.push(bucketOf(name, value, key));
  const withForm = (name: string, value: string): number =>
    found.push(bucketOf(name, value, `-${form}`));
  const withBoth = (name: string, value: string): void => {
    withKey(name, value);
    withForm(name, value);
  };
  add("key", key);
  add("word", folded);
  withKey("form", form);
  withBoth("after", after);
  withBoth("before", before);
  withBoth("group", group.kind);
  withBoth("next", word(at + 1));
  withBoth("next but one", word(at + 2));
  withBoth("previous", word(group.at));
  withBoth("previous but one", word(group.at - 1));
  withBoth("adjacent", word(at - 1));
  withBoth("saying", sayingNearby(view, at, first, next));
  withBoth("subject", subject);
  withBoth("clause", laterClause(view, at, next));
  withBoth("opener", clauseOpener(view, group.at, first));
  if (quoteTouches(view, at, first, next)) withBoth("quote", after);
  else withBoth("no quote", quotationAround(view, at, first, next));
  if (view.sentenceOf[at] === 0) add("first sentence", after);
  add("around", `${before} ${after}`);
  add("two after", `${after} ${after2}`);
  add("next words", `${word(at + 1)} ${word(at + 2)}`);
  withForm("group before", `${before} ${group.kind}`);
  withForm("three after", `${after} ${after2} ${after3}`);
  withForm("two before", `${before2} ${before}`);
  withForm("all around", `${before2} ${before} ${group.kind} ${after}`);
  withForm("subject and after", `${subject} ${after} ${group.kind}`);
  withForm("position", lengthBand(at - first, 2, 6, 16));
  withForm("rest", lengthBand(next - at, 3, 6, 10));
  withForm("opening", opensAdjunct(view, first) ? "adjunct" : "subject");
  return found;
}

/** Weights in the table. More than 2^14 gain half a point of F1 at four times the size. */
export const cueBuckets = 2 ** 14;

/** FNV-1a over a feature's name, value and what it is combined with. */
function bucketOf(name: string, value: string, combined: string): number {
  let sum = mixed(mixed(mixed(0x811c9dc5, name), value), combined);
  sum ^= sum >>> 15;
  return (sum >>> 0) % cueBuckets;
}

function mixed(sum: number, letters: string): number {
  let mix = Math.imul(sum ^ 1, 0x01000193);
  for (let at = 0; at < letters.length; at++) {
    mix = Math.imul(mix ^ letters.charCodeAt(at), 0x01000193);
  }
  return mix;
}

/** Which of four bands a count of tokens falls into. */
function lengthBand(tokens: number, few: number, some: number, many: number): string {
  if (tokens < few) return "0";
  if (tokens < some) return "1";
  return tokens < many ? "2" : "3";
}
