/**
 * Asks the archive about pages, each once, for as long as somebody waits for the answer:
 *
 *   nothing ──asked──▶ asking ──▶ answered (kept a minute for the pages that were asked about last)
 *      ▲                 │ ├──▶ failed (for all pages, for a moment) ──▶ nothing
 *      └── not asked ────┘ └──▶ failed: it took longer than a reader waits
 *          for any more
 */
import { ArchiveError } from "../../archive/archiveError.ts";
import { withFewCopies } from "../../engine/extract/fewCopies.ts";
import { readArticle } from "../../engine/extract/readArticle.ts";
import { leastDoubtful } from "../../engine/model/index.ts";
import type { ArchiveAnswer, ArchiveQuestion } from "../../messages/archiveProtocol.ts";
import { articleOfPage } from "../../messages/pageArticle.ts";
import { problemOfArchive } from "./archiveAccess.ts";
import type { OpenedArchive } from "./openedArchive.ts";

/** Answers how asking the archive about a page stands. */
export interface ArchiveAsking {
  ask(question: ArchiveQuestion): Promise<ArchiveAnswer>;
  /** Gives everything up. */
  stop(): void;
}

/** For one page, from the first request to the last: a reader who waits longer has read on. */
const wholeMs = 8_000;
/** An answer waits so long for the archive's, and the page then asks again. */
const waitsMs = 1_000;
/** A page that is still there asks sooner; between two of its requests some passages may be compared by meaning. */
const unaskedMs = 5_000;
/** An archive that fails is left alone for so long, so that no page that goes on changing asks without end. */
const restMs = 10_000;
/** A page that is matched again meanwhile has the same answer; an archive grows. */
const keptMs = 60_000;
/** So many pages are open side by side. */
const mostPages = 8;

type Failed = Extract<ArchiveAnswer, { kind: "failed" }>;

interface Asked {
  readonly document: string;
  /** What it was asked. */
  readonly text: string;
  readonly ending: AbortController;
  readonly begunAt: number;
  answer: ArchiveAnswer;
  /** Resolves when the answer is final; never rejects. */
  done: Promise<void>;
  unasked: ReturnType<typeof setTimeout> | undefined;
}

/**
 * Asks the archive about pages, one request per page at a time, and leaves it alone for a while after a failure.
 * @param now in ms, from any beginning
 */
export function createArchiveAsking(archive: OpenedArchive, now: () => number): ArchiveAsking {
  let pages: readonly Asked[] = [];
  let failure: { readonly place: string; readonly until: number; readonly answer: Failed } | null =
    null;

  function drop(page: Asked): void {
    clearTimeout(page.unasked);
    page.ending.abort();
    pages = pages.filter((other) => other !== page);
  }

  function begin(question: ArchiveQuestion, text: string): Asked {
    // The document shows another text now.
    for (const page of pages.filter((its) => its.document === question.document)) drop(page);
    const ending = new AbortController();
    const page: Asked = {
      ...{ document: question.document, text, ending, answer: { kind: "asking" } },
      ...{ begunAt: now(), done: Promise.resolve(), unasked: undefined },
    };
    page.done = run(question, page);
    pages = [...pages, page];
    if (pages.length > mostPages) drop(pages[0]!);
    return page;
  }

  async function run({ place, page: text }: ArchiveQuestion, page: Asked): Promise<void> {
    const { signal } = page.ending;
    const late = setTimeout(() => page.ending.abort(tooSlow), wholeMs);
    try {
      const reading = withFewCopies(readArticle(articleOfPage(text)));
      const matching = archive
        .open(place)
        .then((matcher) => matcher.match(reading, { minScore: leastDoubtful, signal }));
      const { report } = await unlessAborted(matching, signal);
      page.answer = { kind: "answered", report };
    } catch (error) {
      if (signal.aborted && signal.reason !== tooSlow) return;
      page.answer = failedBy(error);
      failure = { place: JSON.stringify(place), until: now() + restMs, answer: page.answer };
      // Perhaps it is another archive by now.
      archive.forget();
      drop(page);
    } finally {
      clearTimeout(late);
      clearTimeout(page.unasked);
    }
  }

  return {
    async ask(question) {
      const { place, document } = question;
      if (failure?.place === JSON.stringify(place) && now() < failure.until) return failure.answer;
      const text = JSON.stringify([place, question.page]);
      const isKept = (page: Asked) =>
        page.answer.kind === "asking" || now() - page.begunAt < keptMs;
      const known = pages.find(
        (page) => page.document === document && page.text === text && isKept(page),
      );
      const page = known ?? begin(question, text);
      clearTimeout(page.unasked);
      if (question.waits) await Promise.race([page.done, afterMs(waitsMs)]);
      if (page.answer.kind === "asking") page.unasked = setTimeout(() => drop(page), unaskedMs);
      return page.answer;
    },
    stop() {
      for (const page of pages) drop(page);
      failure = null;
      archive.forget();
    },
  };
}

/** The reason why asking ended, where it is that. */
const tooSlow = "tooSlow";

function failedBy(error: unknown): Failed {
  if (error === tooSlow) return { kind: "failed", problem: "tooSlow", parts: null };
  const parts = error instanceof ArchiveError ? error.parts : null;
  return { kind: "failed", problem: problemOfArchive(error), parts };
}

function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
  return Promise.race([work, aborted]);
}

function afterMs(delayMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delayMs));
}
