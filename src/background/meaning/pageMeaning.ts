import type { Library } from "../../engine/library/library.ts";
import { isMatchable } from "../../engine/match/comparePage.ts";
import type { ArticleReading, MatchReport, ReadPassage } from "../../engine/model/index.ts";
import type { PageText } from "../../messages/protocol.ts";
import type { FoundOnPage, LibraryService } from "../libraryService.ts";
import { createPageVectors, type VectorsByText } from "./pageVectors.ts";

/** What comparing by meaning needs; everything may reject, and the page then stays compared by words. */
export interface MeaningTools {
  /** False where the reader has switched it off, or the browser can't do it. */
  isOn(): Promise<boolean>;
  /** Of the model: vectors of two versions cannot be compared. */
  version(): Promise<string>;
  /** A vector for each text, in their order. */
  encode(texts: readonly string[]): Promise<readonly Uint8Array[]>;
  /** Matches by words and by what is known by meaning; `vectors` stand by place in `page.passages`. */
  match(
    page: ArticleReading,
    library: Library,
    vectors: readonly (Uint8Array | null)[],
  ): Promise<MatchReport>;
}

/** What a page asks for, again and again until `done` is `of`. */
export interface MeaningQuestion {
  readonly page: PageText;
  /** Offset in the body of what the reader sees first: passages are encoded from there on, then from the top. */
  readonly from: number;
  /** On how many passages the last answer rested that the page got; 0 before the first. */
  readonly answered: number;
}

/** How far a page has been compared by meaning. */
export interface MeaningStep {
  /** Null: too little has been added since the last answer. */
  readonly found: FoundOnPage | null;
  /** How many of the page's passages are encoded by now, and how many will be. */
  readonly done: number;
  readonly of: number;
}

/** Compares pages by meaning, a few passages at a time. */
export interface PageMeaning {
  /**
   * Null where nothing is compared by meaning. Rejects where the encoder fails.
   * @param document names the asking document in its frame
   */
  step(question: MeaningQuestion, document: string): Promise<MeaningStep | null>;
}

/** A page that is left or changes waits for no more than these; so many are a fifth of a second's work. */
const passagesAtOnce = 8;

/** A live blog has some hundred. What a page prints beyond this is compared by words alone: half a minute's work. */
const mostPassages = 1_000;

/**
 * Matching takes the whole page each time. A long page is matched again only when this share has
 * been added: twenty times for four hundred passages instead of fifty.
 */
const shareBetweenAnswers = 0.25;

/**
 * Returns what compares pages by meaning, a few passages at each request.
 * @param library has what the pages are compared with
 */
export function createPageMeaning(library: LibraryService, tools: MeaningTools): PageMeaning {
  const memory = createPageVectors();

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

/** Each text once: from what is visible on to the end, then the title and what stands before. */
function textsInOrder(passages: readonly ReadPassage[], from: number): readonly string[] {
  const matchable = passages.filter(isMatchable);
  const first = matchable.findIndex((passage) => passage.in === "body" && passage.end > from);
  const start = from === 0 ? 0 : Math.max(0, first);
  const ordered = [...matchable.slice(start), ...matchable.slice(0, start)];
  return [...new Set(ordered.map(({ text }) => text))];
}
