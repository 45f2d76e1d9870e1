/**
 * Asks the archive about pages, each once, as long as somebody waits for the answer:
 *
 *   nothing ──asked──▶ asking ──▶ answered (cached a minute for the latest pages)
 *      ▲                 │ ├──▶ failed (for all pages, for a moment) ──▶ nothing
 *      └── not asked ────┘ └──▶ failed: it took too long
 *          for any more
 */
import { withFewCopies } from "../../engine/extract/fewCopies.ts";
import { readArticle } from "../../engine/extract/readArticle.ts";
import { leastDoubtful } from "../../engine/model/index.ts";
import type { ArchiveAnswer, ArchiveQuestion } from "../../messages/archiveProtocol.ts";
import { articleOfPage } from "../../messages/pageArticle.ts";
import { problemOfArchive } from "./archiveAccess.ts";
import type { OpenedArchive } from "./openedArchive.ts";

/** Asks the archive about pages and reports the state. */
export interface ArchiveAsking {
  ask(question: ArchiveQuestion): Promise<ArchiveAnswer>;
  /** Cancels all requests. */
  stop(): void;
}

/**
 * The limit for one page, from the first request to the last. A reader who waits longer has read
 * on.
 */
const wholeMs = 8_000;
/** How long an answer waits for the archive's before the page has to ask again. */
const waitsMs = 1_000;
/**
 * How long a page may go without asking before its request is cancelled. Some passages may be
 * compared by meaning between two of its requests.
 */
const unaskedMs = 5_000;
/**
 * How long an archive is not asked after a failure, so that pages that keep changing do not ask
 * without end.
 */
const restMs = 10_000;
/** How long an answer is cached for a page that is matched again, given that archives grow. */
const keptMs = 60_000;
/** The most pages whose answers are cached. */
const mostPages = 8;

type Failed = Extract<ArchiveAnswer, { kind: "failed" }>;

interface Asked {
  readonly document: string;
  /** The text that was sent. */
  readonly text: string;
  readonly ending: AbortController;
  readonly begunAt: number;
  answer: ArchiveAnswer;
  /** Resolves when the answer is final; never rejects. */
  done: Promise<void>;
  unasked: ReturnType<typeof setTimeout> | undefined;
}

/**
 * Returns the service. It makes one request per page at a time and pauses after a failure.
 * @param now returns ms from an arbitrary origin
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
    // The document now has another text.
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
      const { report, answered } = await unlessAborted(matching, signal);
      page.answer = { kind: "answered", report, parts: answered };
      // The missing parts may be back for the next page.
      if (answered !== null) archive.forget();
    } catch (error) {
      if (signal.aborted && signal.reason !== tooSlow) return;
      page.answer = failedBy(error);
      failure = { place: JSON.stringify(place), until: now() + restMs, answer: page.answer };
      // The archive may have changed.
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

/** The abort reason for a request that took too long. */
const tooSlow = "tooSlow";

function failedBy(error: unknown): Failed {
  return { kind: "failed", problem: error === tooSlow ? "tooSlow" : problemOfArchive(error) };
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
