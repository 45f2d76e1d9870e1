import type { Library } from "../../engine/library/library.ts";
import { isMatchable } from "../../engine/match/comparePage.ts";
import type { ArticleReading, MatchReport, ReadPassage } from "../../engine/model/index.ts";
import type { PageText } from "../../messages/protocol.ts";
import type { FoundOnPage, LibraryService } from "../libraryService.ts";
import type { PageVectors, VectorsByText } from "./pageVectors.ts";

/**
 * What comparing by meaning needs. Every method may reject; the page is then compared by words
 * only.
 */
export interface MeaningTools {
  /** Resolves to false if the reader has switched it off or the browser cannot do it. */
  isOn(): Promise<boolean>;
  /** Resolves to the model's version. Vectors of two versions cannot be compared. */
  version(): Promise<string>;
  /** Resolves to a vector for each text, in order. */
  encode(texts: readonly string[]): Promise<readonly Uint8Array[]>;
  /**
   * Matches by words and by the available vectors; `vectors` has the indices of `page.passages`.
   */
  match(
    page: ArticleReading,
    library: Library,
    vectors: readonly (Uint8Array | null)[],
  ): Promise<MatchReport>;
}

/** A page's request, repeated until `done` equals `of`. */
export interface MeaningQuestion {
  readonly page: PageText;
  /**
   * Offset in the body of the first visible text. Passages are encoded from there to the end, then
   * from the top.
   */
  readonly from: number;
  /** The `done` of the last answer with matches that the page received; 0 before the first. */
  readonly answered: number;
}

/** How far a page has been compared by meaning. */
export interface MeaningStep {
  /** The matches; null if too little was added since the last answer. */
  readonly found: FoundOnPage | null;
  /** The number of the page's passages that are encoded, and the number that will be. */
  readonly done: number;
  readonly of: number;
}

/** Compares pages by meaning, a few passages at a time. */
export interface PageMeaning {
  /**
   * Encodes some passages and matches the page. Null if nothing is compared by meaning. Rejects if
   * the encoder fails.
   * @param document identifies the asking document in its frame
   */
  step(question: MeaningQuestion, document: string): Promise<MeaningStep | null>;
}

/**
 * The passages encoded per request, a fifth of a second's work. A page that is closed or changes
 * waits no longer than this.
 */
const passagesAtOnce = 8;

/**
 * The most passages of a page that are encoded, half a minute's work. The rest is compared by words
 * alone. A live blog has some hundred.
 */
const mostPassages = 1_000;

/**
 * The share of passages that must be added before a long page is matched again, since matching
 * takes the whole page each time: twenty times for four hundred passages instead of fifty.
 */
const shareBetweenAnswers = 0.25;

/**
 * Returns the service that compares pages by meaning, a few passages per request.
 * @param library has the articles that pages are compared with
 * @param memory keeps what was encoded
 */
export function createPageMeaning(
  library: LibraryService,
  tools: MeaningTools,
  memory: PageVectors,
): PageMeaning {
  async function encodeNext(texts: readonly string[], known: VectorsByText) {
    const left = Math.max(0, mostPassages - known.size);
    const next = texts.filter((text) => !known.has(text)).slice(0, Math.min(passagesAtOnce, left));
    const vectors = next.length === 0 ? [] : await tools.encode(next);
    const entries = texts.map((text): [string, Uint8Array | undefined] => [
      text,
      known.get(text) ?? vectors[next.indexOf(text)],
    ]);
    return new Map(
      entries.filter((entry): entry is [string, Uint8Array] => entry[1] !== undefined),
    );
  }

  return {
    async step({ page, from, answered }, document) {
      if (!(await tools.isOn())) return null;
      const [version, reading] = await Promise.all([tools.version(), library.read(page)]);
      const texts = textsInOrder(reading.passages, from);
      const of = Math.min(texts.length, mostPassages);
      const known = await encodeNext(texts, memory.of(document, version));
      memory.keep(document, version, known);
      const done = Math.min(known.size, of);
      if (done < of && done < leastForAnswer(answered)) return { found: null, done, of };
      const matching = (read: ArticleReading, its: Library) =>
        tools.match(
          read,
          its,
          read.passages.map(({ text }) => known.get(text) ?? null),
        );
      return { found: await library.match(page, matching), done, of };
    },
  };
}

function leastForAnswer(answered: number): number {
  return answered + Math.max(passagesAtOnce, answered * shareBetweenAnswers);
}

/**
 * Returns each text once: from the first visible passage to the end, then the title and what comes
 * before.
 */
function textsInOrder(passages: readonly ReadPassage[], from: number): readonly string[] {
  const matchable = passages.filter(isMatchable);
  const first = matchable.findIndex((passage) => passage.in === "body" && passage.end > from);
  const start = from === 0 ? 0 : Math.max(0, first);
  const ordered = [...matchable.slice(start), ...matchable.slice(0, start)];
  return [...new Set(ordered.map(({ text }) => text))];
}
