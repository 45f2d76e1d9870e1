import { dictionaryIndexOf } from "./forwardEntry.ts";
import { growableU32 } from "./growable.ts";
import type { HashPairs } from "./hashPairs.ts";
import { RowCopier } from "./rowCopier.ts";
import { RowTables } from "./rowTables.ts";
import type { Segment } from "./segment.ts";
import { segmentInSteps } from "./segmentBytes.ts";
import { none } from "./segmentLayout.ts";
import type { Steps } from "./steps.ts";
import type { TermSections } from "./termIndexBuilder.ts";

/** Rows, terms or fingerprints that are copied in one step. */
const stepSize = 5000;

/**
 * Joins segments to one, without their deleted articles: the same bytes that `writeSegment` gives
 * for the articles that are left, without reading a text. Linear; memory is the result's, twice.
 * The caller may stop between two steps. Verify segments of uncertain origin first: damage would be
 * copied.
 */
export function* mergeSegments(segments: readonly Segment[]): Steps<Uint8Array> {
  const rows = new RowTables();
  const parts: Part[] = [];
  let passages = 0;
  let articles = 0;
  for (const segment of segments) {
    const { passageCount, articleCount, deleted } = segment;
    parts.push({
      segment,
      passageMap: renumbered(passageCount, passages, (passage) => deleted?.isPassage(passage)),
      articleMap: renumbered(articleCount, articles, (article) => deleted?.isArticle(article)),
      termMap: new Uint32Array(segment.terms.size).fill(none),
    });
    passages += passageCount - (deleted?.passageCount ?? 0);
    articles += articleCount - (deleted?.articleCount ?? 0);
    yield* copyRows(segment, rows);
  }
  const terms = yield* mergeTerms(parts);
  const fingerprints = yield* mergePairs(
    segments.map((segment) => segment.fingerprints),
    parts.map((part) => part.passageMap),
  );
  const addresses = yield* mergePairs(
    segments.map((segment) => segment.addresses),
    parts.map((part) => part.articleMap),
  );
  return yield* segmentInSteps({
    ...rows.sections(),
    ...terms,
    printHashes: fingerprints.hashes,
    printPassages: fingerprints.numbers,
    addressHashes: addresses.hashes,
    addressArticles: addresses.numbers,
  });
}

interface Part {
  readonly segment: Segment;
  /** Passage of the segment → passage of the result, or `none`. */
  readonly passageMap: Uint32Array;
  /** The same for articles. */
  readonly articleMap: Uint32Array;
  /** Index of a term in the segment's dictionary → in the result's, or `none`. */
  readonly termMap: Uint32Array;
}

function renumbered(
  count: number,
  first: number,
  isGone: (number: number) => boolean | undefined,
): Uint32Array {
  const map = new Uint32Array(count);
  let next = first;
  for (let number = 0; number < count; number++) map[number] = isGone(number) ? none : next++;
  return map;
}

function* copyRows(segment: Segment, rows: RowTables): Steps<void> {
  const copier = new RowCopier(segment, rows);
  let copied = 0;
  for (let article = 0; article < segment.articleCount; article++) {
    if (segment.deleted?.isArticle(article)) continue;
    copier.copyArticle(article);
    copied += segment.rows.passagesOf(article).count;
    if (copied < stepSize) continue;
    copied = 0;
    yield;
  }
}

function* mergeTerms(parts: readonly Part[]): Steps<TermSections> {
  const hashes = growableU32();
  const starts = growableU32();
  const postings = growableU32();
  starts.push(0);
  let visited = 0;
  const visits = visitByHash(parts.map(({ segment }) => segment.views.termHashes));
  for (const { hash, at } of visits) {
    const before = postings.length;
    for (const { part, index } of at) {
      const { segment, passageMap, termMap } = parts[part]!;
      termMap[index] = hashes.length;
      for (const passage of segment.terms.postingsAt(index)) put(postings, passageMap[passage]);
    }
    if (postings.length > before) {
      hashes.push(hash);
      starts.push(postings.length);
    }
    if (visited++ % stepSize === 0) yield;
  }
  return {
    termHashes: hashes.values(),
    termStarts: starts.values(),
    termPostings: postings.values(),
    ...(yield* mergeForward(parts)),
  };
}

function* mergeForward(parts: readonly Part[]) {
  const starts = growableU32();
  const terms = growableU32();
  starts.push(0);
  for (const { segment, passageMap, termMap } of parts) {
    for (let passage = 0; passage < segment.passageCount; passage++) {
      if (passageMap[passage] === none) continue;
      for (const entry of segment.forwardTerms(passage)) {
        const index = dictionaryIndexOf(entry);
        terms.push(entry - index + (termMap[index] ?? 0));
      }
      starts.push(terms.length);
      if (starts.length % stepSize === 0) yield;
    }
  }
  return { forwardStarts: starts.values(), forwardTerms: terms.values() };
}

/** @param maps number in the segment → in the result, or `none` */
function* mergePairs(lists: readonly HashPairs[], maps: readonly Uint32Array[]): Steps<HashPairs> {
  const hashes = growableU32();
  const numbers = growableU32();
  let visited = 0;
  for (const { hash, at } of visitByHash(lists.map((pairs) => pairs.hashes))) {
    for (const { part, index } of at) {
      put(numbers, maps[part]![lists[part]!.numbers[index] ?? none]);
    }
    while (hashes.length < numbers.length) hashes.push(hash);
    if (visited++ % stepSize === 0) yield;
  }
  return { hashes: hashes.values(), numbers: numbers.values() };
}

function put(list: ReturnType<typeof growableU32>, passage: number | undefined): void {
  if (passage !== undefined && passage !== none) list.push(passage);
}

/** Yields the hashes of several sorted lists in order, each with all positions where it occurs. */
function* visitByHash(lists: readonly Uint32Array[]) {
  const next = lists.map(() => 0);
  for (;;) {
    let hash = Number.POSITIVE_INFINITY;
    lists.forEach((list, part) => {
      hash = Math.min(hash, list[next[part]!] ?? Number.POSITIVE_INFINITY);
    });
    if (hash === Number.POSITIVE_INFINITY) return;
    const at: { part: number; index: number }[] = [];
    lists.forEach((list, part) => {
      while (list[next[part]!] === hash) at.push({ part, index: next[part]++ });
    });
    yield { hash, at };
  }
}
