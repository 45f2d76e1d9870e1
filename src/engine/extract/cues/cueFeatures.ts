import { cueWeights } from "../../text/languageTables.ts";
import { type BodyView, sentenceEnd, sentenceStart } from "../attributions/bodyView.ts";
import { opensAdjunct } from "../frames/sentenceSubject.ts";
import {
  auxiliaryGroup,
  clauseOpener,
  cueKey,
  formOf,
  kindAfter,
  kindAt,
  laterClause,
  quotationAround,
  quoteTouches,
  sayingNearby,
  subjectBefore,
} from "./cueContext.ts";
import { verbUse } from "./cueKinds.ts";
import { bucketOf, hashOf } from "./featureHash.ts";

/**
 * Returns the features of a token that may be the cue of an attribution: its verb, its form, and
 * its context; the verb also by its use in the table of attribution verbs, and by how much verbs of
 * similar meaning are cues, so that rare verbs are judged by others. Each feature is a bucket in the
 * table of weights, found by hashing its number and
 * value. A few features share a bucket; in return the table has a fixed size and no strings
 * (Weinberger et al. 2009, "Feature hashing for large scale multitask learning"). The weights are
 * learned by tests/eval/training/cueWeights.ts (assets/model/cueWeights.json).
 */
export function cueFeatures(view: BodyView, at: number): readonly number[] {
  const { tokens, classes } = view;
  const { folded } = tokens[at]!;
  const key = cueKey(view, at);
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
  const touches = quoteTouches(view, at, first, next);
  const quotation = touches ? `“ ${after}` : quotationAround(view, at, first, next);
  const keyHash = hashOf(key);
  const formHash = hashOf(form) ^ 1;
  const found: number[] = [];
  let feature = 0;
  const add = (value: string): void => {
    found.push(bucketOf(++feature, hashOf(value), 0, cueBuckets));
  };
  const withKey = (value: string): void => {
    found.push(bucketOf(++feature, hashOf(value), keyHash, cueBuckets));
  };
  const withForm = (value: string): void => {
    found.push(bucketOf(++feature, hashOf(value), formHash, cueBuckets));
  };
  const withBoth = (value: string): number => {
    const hash = hashOf(value);
    found.push(bucketOf(++feature, hash, keyHash, cueBuckets));
    found.push(bucketOf(feature, hash, formHash, cueBuckets));
    return hash;
  };
  add(key);
  add(folded);
  withKey(form);
  const afterHash = withBoth(after);
  withBoth(before);
  const groupHash = withBoth(group.kind);
  const nextHash = withBoth(word(at + 1));
  withBoth(word(at + 2));
  withBoth(word(group.at));
  withBoth(word(group.at - 1));
  withBoth(word(at - 1));
  withBoth(sayingNearby(view, at, first, next));
  const subjectHash = withBoth(subject);
  const laterHash = withBoth(laterClause(view, at, next));
  withBoth(clauseOpener(view, group.at, first));
  const quotationHash = withBoth(quotation);
  add(view.sentenceOf[at] === 0 ? after : "");
  add(`${before} ${after}`);
  add(`${after} ${after2}`);
  add(`${word(at + 1)} ${word(at + 2)}`);
  withForm(`${before} ${group.kind}`);
  withForm(`${after} ${after2} ${after3}`);
  withForm(`${before2} ${before}`);
  withForm(`${before2} ${before} ${group.kind} ${after}`);
  withForm(`${subject} ${after} ${group.kind}`);
  withForm(lengthBand(at - first, 2, 6, 16));
  withForm(lengthBand(next - at, 3, 6, 10));
  withForm(opensAdjunct(view, first) ? "adjunct" : "subject");
  const values = [
    0,
    formHash,
    afterHash,
    subjectHash,
    quotationHash,
    Math.imul(groupHash, 31) ^ formHash,
    Math.imul(laterHash, 31) ^ formHash,
    nextHash,
    hashOf(before) ^ Math.imul(afterHash, 31),
  ];
  for (const kindHash of [hashOf(verbUse(key)), likenessHash(key)]) {
    for (const value of values) found.push(bucketOf(++feature, value, kindHash, cueBuckets));
  }
  return found;
}

function likenessHash(key: string): number {
  return cueWeights.likeness.get(key)?.charCodeAt(0) ?? 0;
}

/**
 * The number of buckets in the table of weights. Most are empty, because the training keeps only the
 * most important weights. A table of an eighth of this size, with a weight in every bucket, lost six
 * tenths of a point of held-out F1.
 */
export const cueBuckets = 2 ** 18;

/** Which of four bands a count of tokens falls into. */
function lengthBand(tokens: number, few: number, some: number, many: number): string {
  if (tokens < few) return "0";
  if (tokens < some) return "1";
  return tokens < many ? "2" : "3";
}
