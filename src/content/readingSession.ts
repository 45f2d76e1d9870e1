/** The reading of one page, from its blocks to its marks. Longer than 300 lines, because it is one state machine. */
import { type PageStatements, quoteContext } from "../engine/model/index.ts";
import { readExtent } from "../ingest/metadata/readExtent.ts";
import { wordsBySpaces } from "../ingest/metadata/wordsBySpaces.ts";
import type { ArchiveState } from "../messages/archiveProtocol.ts";
import { askUntilAnswered } from "../messages/askUntilAnswered.ts";
import type {
  MeaningAnswer,
  MeaningProgress,
  PageAnswer,
  PageContents,
  PageState,
  PageText,
  PageUnderstanding,
  ProblemCode,
  PublicAnswer,
  ReadExtent,
} from "../messages/protocol.ts";
import { featuresOf, type PageBlock } from "../page/blocks/pageBlock.ts";
import {
  isSameText,
  type PageReading,
  type ReadingScope,
  readPage,
  wholeArticle,
} from "../page/readPage.ts";
import { LiveBlocks, type PageChanges } from "../page/watch/liveBlocks.ts";
import { inSlices } from "../page/watch/scheduler.ts";
import { compareByMeaning, type MeaningPorts } from "./compareByMeaning.ts";
import { type MarkPorts, PageMarks } from "./pageMarks.ts";
import { pageText } from "./pageText.ts";

/** What a session needs; it fetches nothing itself. */
export interface SessionPorts extends MarkPorts, MeaningPorts {
  readonly document: Document;
  readonly collectStatements: () => PageStatements;
  /**
   * Asks the background. Rejects with UnansweredError if nobody answers, with RefusedError if it
   * refuses.
   */
  readonly understand: (page: PageContents) => Promise<PageUnderstanding>;
  /**
   * Asks as above, for what the page may see. `isAgain`: the same text was asked about before, so
   * that this is no other visit.
   */
  readonly matchPublic: (page: PageText, isAgain: boolean) => Promise<PublicAnswer>;
  /** Asks as above, for what the reader sees. */
  readonly match: (page: PageText, isAgain: boolean) => Promise<PageAnswer>;
  /** Returns the body offset of the first visible text. */
  readonly visibleFrom: (reading: PageReading) => number;
  /** Returns the problem to show when matching failed. */
  readonly problemOf: (error: unknown) => ProblemCode;
  /** Also watches for changes inside an open shadow root that contains a part of the text. */
  readonly watch: (root: ShadowRoot) => void;
}

/** The least time between two requests for a page that keeps changing. */
const leastMsBetweenMatches = 1_500;
/**
 * An article is compared by meaning this long after its marks by words appear. A page that is closed at
 * once, or opened together with many others, then takes no processor time from pages that still wait for
 * their first marks.
 */
const beforeMeaningMs = 250;
/** The most blocks of a page that are read. */
const mostBlocks = 20_000;

/**
 * Reads one page for as long as it is shown: blocks out, marks in.
 *
 *   start ─▶ read ─▶ understand ─▶ text as before? ─ yes ─▶ place
 *              ▲                        └ no ─▶ match public ─▶ place ─▶ match all ─▶ place
 *   page changes or navigates                                ┌──────────────────────────┘
 *                                                            └▶ compare more by meaning ─▶ place ─┐
 *                                                               and with the archive              │
 *                                                                   ▲                             │
 *                                                                   └──── until all is done ──────┘
 *
 * What the page can see is matched and placed first, and not touched when the rest comes.
 * The background understands and matches; it is asked again where nobody answers.
 * Reading goes in turns, matching does not: an answer that was overtaken is dropped.
 */
export class ReadingSession {
  readonly #given: SessionPorts;
  readonly #live: LiveBlocks;
  readonly #signal: AbortSignal;
  #scope: ReadingScope = wholeArticle;
  /** The text last sent to be matched, with the nodes that it is in now. */
  #sent: PageReading | null = null;
  /** The text that the background was last asked about. */
  #asked: PageReading | null = null;
  #statements: PageStatements | null = null;
  #understood: PageUnderstanding | null = null;
  /** True after the page navigated: what it states may then change with the text. */
  #hasNavigated = false;
  readonly #marks: PageMarks;
  #meaning: MeaningProgress | null = null;
  #archive: ArchiveState | null = null;
  /** True from the first request by meaning until its answer: more matches may come. */
  #awaitsMeaning = false;
  /** The last comparing by meaning; it never rejects. */
  #comparing: Promise<void> = Promise.resolve();
  #failure: ProblemCode | null = null;
  #lastTurn: Promise<unknown> = Promise.resolve();
  /** Counts requests: an answer to any but the last is too late. */
  #request = 0;
  #matchedAt = Number.NEGATIVE_INFINITY;

  constructor(given: SessionPorts, signal: AbortSignal) {
    this.#given = given;
    this.#live = new LiveBlocks(given.document);
    this.#signal = signal;
    this.#marks = new PageMarks(given, signal);
  }

  /** How far the page has been compared by meaning; null if it is not. */
  get meaning(): MeaningProgress | null {
    if (this.#meaning !== null || !this.#awaitsMeaning) return this.#meaning;
    const { shown } = this.#marks;
    return shown === null ? null : { done: 0, of: shown.report.page.passageCount };
  }

  /** Progress of asking the archive about the page; null if none is asked. */
  get archive(): ArchiveState | null {
    return this.#archive;
  }

  /** What the popup shows. */
  get state(): PageState {
    if (this.#failure !== null) return { kind: "failed", problem: this.#failure };
    const { shown, placed } = this.#marks;
    if (shown === null) return { kind: "reading", words: wordsIn(this.#sent) };
    const { matches } = shown.report;
    const part = this.#part;
    const sent = this.#sent;
    const marked = new Set(placed.marks.map(({ index }) => index));
    return {
      kind: "matched",
      report: shown.report,
      placed: matches.map((_, index) => marked.has(index)),
      ...(sent === null ? {} : { contexts: matches.map((match) => quoteContext(match, sent)) }),
      meaning: this.meaning,
      archive: this.#archive,
      ...(part === null ? {} : { part }),
    };
  }

  get #part(): ReadExtent | null {
    if (this.#sent === null || !this.#scope.isArticle) return null;
    return readExtent([this.#sent.body], this.#understood?.statedWords ?? null);
  }

  /** Reads the page from the beginning: at the start, and when the reader asks for it. */
  async restart(): Promise<void> {
    this.#forget();
    this.#scope = wholeArticle;
    const reading = await this.#inTurn(() => this.#readAll());
    if (reading !== null) await this.#use(reading);
  }

  /**
   * Reads the reader's selection: in addition to the article if that is read, else alone. Resolves
   * when what was found in it is marked.
   */
  async readSelection(selected: readonly Range[]): Promise<void> {
    const isArticle = this.#sent !== null && this.#scope.isArticle;
    this.#scope = { isArticle, selected };
    this.#matchedAt = Number.NEGATIVE_INFINITY;
    const reading = await this.#inTurn(() => this.#readAll());
    if (reading !== null && !isSameText(reading, this.#sent)) await this.#use(reading);
  }

  /**
   * Resolves when nothing more is found in what the reader has selected. Where the article is read
   * as well, that is not waited for: it may be long.
   */
  async untilSelectionCompared(): Promise<void> {
    if (!this.#scope.isArticle) await this.#comparing;
  }

  /**
   * Called when the address of the page changes. It may show another article, still the same one,
   * or the next one below it: unchanged text keeps its marks; if nothing is left, the report goes
   * too.
   */
  async navigate(): Promise<void> {
    this.#hasNavigated = true;
    const reading = await this.#inTurn(() => this.#readAll());
    if (reading === null) return;
    this.#sent = null;
    await this.#takeIn(reading);
  }

  /** Reads what changed. */
  async follow(changes: PageChanges): Promise<void> {
    const reading = await this.#inTurn(() => this.#readAgain(changes));
    if (reading !== null) await this.#takeIn(reading);
  }

  async #takeIn(reading: PageReading): Promise<void> {
    const isSent = isSameText(reading, this.#sent);
    if (isSent) this.#sent = reading;
    // Unchanged text keeps its marks until the new answer comes.
    const hadMarks = this.#marks.placed.marks.length > 0;
    await this.#marks.moveTo(reading);
    if (this.#hasNavigated && hadMarks && this.#marks.placed.marks.length === 0) this.#forget();
    if (!isSent && !this.#signal.aborted) void this.#use(reading);
  }

  /** Readings go one after the other: each begins with the blocks that the last one left. */
  #inTurn(read: () => Promise<PageReading | null>): Promise<PageReading | null> {
    const turn = this.#lastTurn.then(read);
    this.#lastTurn = turn.catch(() => null);
    return turn;
  }

  /** Resolves to null if the session was stopped first, here and below. */
  async #readAll(): Promise<PageReading | null> {
    await inSlices(this.#live.readAll(), this.#given.scheduler, this.#signal);
    await this.#collectStatements();
    return this.#readBlocks();
  }

  async #collectStatements(): Promise<void> {
    const { scheduler, collectStatements } = this.#given;
    await scheduler.yieldTurn();
    if (this.#signal.aborted) return;
    this.#statements = collectStatements();
    await scheduler.yieldTurn();
  }

  /** Null also if nothing changed that is read. */
  async #readAgain(changes: PageChanges): Promise<PageReading | null> {
    const { scheduler } = this.#given;
    const hasChanged = await inSlices(this.#live.readAgain(changes), scheduler, this.#signal);
    if (!hasChanged) return null;
    // The address changes first, and its text is written later.
    if (this.#hasNavigated) await this.#collectStatements();
    return this.#readBlocks();
  }

  async #readBlocks(): Promise<PageReading | null> {
    if (this.#signal.aborted) return null;
    for (const root of this.#live.shadowRoots) this.#given.watch(root);
    const blocks = this.#live.blocks.filter(({ isShown }) => isShown).slice(0, mostBlocks);
    const understood = await this.#understand(blocks);
    if (understood === null || this.#signal.aborted) return null;
    this.#understood = understood;
    return readPage(blocks, understood, this.#scope);
  }

  async #understand(blocks: readonly PageBlock[]): Promise<PageUnderstanding | null> {
    const { understand, scheduler, problemOf } = this.#given;
    const statements = this.#statements;
    if (statements === null) return null;
    const page = { statements, blocks: this.#scope.isArticle ? featuresOf(blocks) : [] };
    try {
      const isOvertaken = () => this.#signal.aborted;
      return await askUntilAnswered(() => understand(page), scheduler.whenIdle, isOvertaken);
    } catch (error) {
      this.#failure = problemOf(error);
      return null;
    }
  }

  /** Matches the same text again; marks stay until the answer comes. */
  async matchAgain(): Promise<void> {
    if (this.#sent !== null) await this.#use(this.#sent);
  }

  /** Shows nothing more. */
  stop(): void {
    this.#forget();
  }

  #forget(): void {
    this.#request++;
    this.#sent = null;
    this.#asked = null;
    this.#meaning = null;
    this.#archive = null;
    this.#awaitsMeaning = false;
    this.#failure = null;
    this.#matchedAt = Number.NEGATIVE_INFINITY;
    this.#marks.forget();
  }

  /** Has a reading matched and its matches placed, unless a later reading overtakes it. */
  async #use(reading: PageReading): Promise<void> {
    const request = ++this.#request;
    const { scheduler } = this.#given;
    const isOvertaken = () => this.#signal.aborted || request !== this.#request;
    this.#sent = reading;
    const waitMs = this.#matchedAt + leastMsBetweenMatches - scheduler.now();
    if (waitMs > 0) await scheduler.whenIdle(waitMs);
    if (isOvertaken()) return;
    this.#matchedAt = scheduler.now();
    const isAgain = isSameText(reading, this.#asked);
    this.#asked = reading;
    const page = pageText(reading, this.#understood, this.#scope);
    try {
      await this.#matchInTwoParts(page, isAgain, isOvertaken);
    } catch (error) {
      if (!isOvertaken()) this.#failure = this.#given.problemOf(error);
    }
  }

  async #matchInTwoParts(
    page: PageText,
    isAgain: boolean,
    isOvertaken: () => boolean,
  ): Promise<void> {
    const { scheduler, matchPublic, match } = this.#given;
    const ask = <T>(request: () => Promise<T>) =>
      askUntilAnswered(request, scheduler.whenIdle, isOvertaken);
    const first = await ask(() => matchPublic(page, isAgain));
    if (first === null || isOvertaken() || this.#sent === null) return;
    await this.#marks.takePublic(first, this.#sent);
    const whole = first.whole ?? (await ask(() => match(page, isAgain)));
    if (whole === null || isOvertaken() || this.#sent === null) return;
    this.#failure = null;
    await this.#takeWords(page, whole, this.#sent, isOvertaken);
  }

  /**
   * Shows the matches by words, has the page compared by meaning, and the archive asked. If that was
   * done before, the marks stay until the first answer, because the words did not change.
   * Resolves when something is shown.
   */
  async #takeWords(
    page: PageText,
    words: PageAnswer,
    reading: PageReading,
    isOvertaken: () => boolean,
  ): Promise<void> {
    const isHeld = this.#meaning !== null || this.#archive !== null;
    if (!isHeld) await this.#marks.takeWhole(words, reading);
    await new Promise<void>((resolve) => {
      let instead = isHeld ? words : null;
      const take = async (next: MeaningAnswer | null) => {
        await this.#takeMeaning(next, instead, isOvertaken);
        instead = null;
        resolve();
      };
      this.#awaitsMeaning = !isHeld;
      const visibleFrom = () => (this.#sent === null ? 0 : this.#given.visibleFrom(this.#sent));
      const work = this.#untilMeaning(isHeld).then(() =>
        compareByMeaning(page, this.#given, visibleFrom, isOvertaken, take),
      );
      this.#comparing = work.catch(console.error).finally(() => {
        if (!isOvertaken()) this.#awaitsMeaning = false;
        resolve();
      });
      if (!isHeld) resolve();
    });
  }

  /** A selection is compared at once: the reader is waiting. So is a page that changed, which keeps its old marks until then. */
  async #untilMeaning(isHeld: boolean): Promise<void> {
    if (this.#scope.isArticle && !isHeld) await this.#given.scheduler.whenIdle(beforeMeaningMs);
  }

  /** @param instead shown if the answer brings nothing */
  async #takeMeaning(
    next: MeaningAnswer | null,
    instead: PageAnswer | null,
    isOvertaken: () => boolean,
  ): Promise<void> {
    const answer = next?.answer ?? instead;
    if (answer !== null && this.#sent !== null) await this.#marks.takeWhole(answer, this.#sent);
    if (isOvertaken()) return;
    // Not before its matches are shown: whoever reads that all is done finds them beside it.
    const { done = 0, of = 0, archive = null } = next ?? {};
    this.#awaitsMeaning = false;
    this.#meaning = of === 0 ? null : { done, of };
    this.#archive = archive;
  }
}

/** Returns the number of words that are being compared; null before anything was sent. */
function wordsIn(sent: PageReading | null): number | null {
  return sent === null ? null : wordsBySpaces(sent.body);
}
