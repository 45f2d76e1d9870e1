import type { PageStatements } from "../engine/model/index.ts";
import { askUntilAnswered } from "../messages/askUntilAnswered.ts";
import type {
  PageAnswer,
  PageContents,
  PageState,
  PageText,
  PageUnderstanding,
  ProblemCode,
} from "../messages/protocol.ts";
import { featuresOf, type PageBlock } from "../page/blocks/pageBlock.ts";
import type { Mark } from "../page/marks/mark.ts";
import { type PageReading, type ReadingScope, readPage, wholeArticle } from "../page/readPage.ts";
import { LiveBlocks, type PageChanges } from "../page/watch/liveBlocks.ts";
import { inSlices, type Pace } from "../page/watch/pace.ts";
import { pageText } from "./pageText.ts";
import { placeInSteps } from "./placeMarks.ts";

/** What a session is given; it looks for nothing itself. */
export interface SessionSurroundings {
  readonly document: Document;
  readonly collectStatements: () => PageStatements;
  /** Asks the background. Rejects with UnansweredError when nobody answers, RefusedError when it cannot. */
  readonly understand: (page: PageContents) => Promise<PageUnderstanding>;
  /** Asks as above. */
  readonly match: (page: PageText) => Promise<PageAnswer>;
  readonly pace: Pace;
  /** What the reader is told of when matching failed. */
  readonly problemOf: (error: unknown) => ProblemCode;
  /** Has changes inside an open shadow root, which holds a part of the text, watched for too. */
  readonly watch: (root: ShadowRoot) => void;
  /** Shows marks in place of those shown before; called again whenever they move or change. */
  readonly show: (marks: readonly Mark[], answer: PageAnswer | null) => void;
}

/** Between two requests for a page that goes on changing. */
const leastMsBetweenMatches = 1_500;
/** The background is asked about no more blocks of a page: the rest of it is not read. */
const mostBlocks = 20_000;

/**
 * Reads one page for as long as it is shown: blocks out, marks in.
 *
 *   start ─▶ read ─▶ understand ─▶ text as before? ─ yes ─▶ place
 *              ▲                        └ no ─▶ match ─▶ place
 *   page changes or navigates
 *
 * The background understands and matches; it is asked again where nobody answers.
 * Reading goes in turns, matching does not: an answer that was overtaken is dropped.
 */
export class ReadingSession {
  readonly #given: SessionSurroundings;
  readonly #live: LiveBlocks;
  readonly #signal: AbortSignal;
  #scope: ReadingScope = wholeArticle;
  /** What was last sent to be matched, with the nodes that it stands in now. */
  #sent: PageReading | null = null;
  /** What the report's offsets belong to. */
  #reported: PageReading | null = null;
  #statements: PageStatements | null = null;
  #understood: PageUnderstanding | null = null;
  /** From then on what the page states may change with the text. */
  #hasNavigated = false;
  #answer: PageAnswer | null = null;
  /** The answer whose marks are on the page. */
  #shown: PageAnswer | null = null;
  #failure: ProblemCode | null = null;
  #marks: readonly Mark[] = [];
  #lastTurn: Promise<unknown> = Promise.resolve();
  /** Counts requests: an answer to any but the last is too late. */
  #request = 0;
  /** Counts placings: only the last one is shown. */
  #placing = 0;
  #matchedAt = Number.NEGATIVE_INFINITY;

  constructor(given: SessionSurroundings, signal: AbortSignal) {
    this.#given = given;
    this.#live = new LiveBlocks(given.document);
    this.#signal = signal;
  }

  /** What the popup is told. */
  get state(): PageState {
    if (this.#failure !== null) return { kind: "failed", problem: this.#failure };
    if (this.#shown === null) return { kind: "reading", words: wordsIn(this.#sent) };
    const { report } = this.#shown;
    const placed = new Set(this.#marks.map(({ index }) => index));
    return { kind: "matched", report, placed: report.matches.map((_, i) => placed.has(i)) };
  }

  /** Reads the page from the beginning: at the start, and when the reader asks for it. */
  async restart(): Promise<void> {
    this.#forget();
    this.#scope = wholeArticle;
    const reading = await this.#inTurn(() => this.#readAll());
    if (reading !== null) await this.#use(reading);
  }

  /**
   * Reads what the reader has selected, article or not: besides the article where that is being
   * read, else nothing but the selection. Resolves when what was found there is marked.
   */
  async readSelection(selected: readonly Range[]): Promise<void> {
    const isArticle = this.#sent !== null && this.#scope.isArticle;
    this.#scope = { isArticle, selected };
    this.#matchedAt = Number.NEGATIVE_INFINITY;
    const reading = await this.#inTurn(() => this.#readAll());
    if (reading !== null && !isSameText(reading, this.#sent)) await this.#use(reading);
  }

  /**
   * The page has another address now. It may show another article, or the same one still, or the
   * next one below it: what stands keeps its marks; once nothing stands, the report goes too.
   */
  async navigate(): Promise<void> {
    this.#hasNavigated = true;
    const reading = await this.#inTurn(() => this.#readAll());
    if (reading === null) return;
    this.#sent = null;
    await this.#takeIn(reading);
  }

  /** Takes in what changed. */
  async follow(changes: PageChanges): Promise<void> {
    const reading = await this.#inTurn(() => this.#readAgain(changes));
    if (reading !== null) await this.#takeIn(reading);
  }

  async #takeIn(reading: PageReading): Promise<void> {
    const isSent = isSameText(reading, this.#sent);
    if (isSent) this.#sent = reading;
    if (isSameText(reading, this.#reported)) this.#reported = reading;
    // What still stands keeps its marks until the new answer is there.
    const hadMarks = this.#marks.length > 0;
    if (this.#answer) await this.#place(this.#answer);
    if (this.#hasNavigated && hadMarks && this.#marks.length === 0) this.#forget();
    if (!isSent && !this.#signal.aborted) void this.#use(reading);
  }

  /** Readings go one after the other: each begins with the blocks that the last one left. */
  #inTurn(read: () => Promise<PageReading | null>): Promise<PageReading | null> {
    const turn = this.#lastTurn.then(read);
    this.#lastTurn = turn.catch(() => null);
    return turn;
  }

  /** Null if the end came first, here and below. */
  async #readAll(): Promise<PageReading | null> {
    await inSlices(this.#live.readAll(), this.#given.pace, this.#signal);
    await this.#collectStatements();
    return this.#readBlocks();
  }

  async #collectStatements(): Promise<void> {
    const { pace, collectStatements } = this.#given;
    await pace.breathe();
    if (this.#signal.aborted) return;
    this.#statements = collectStatements();
    await pace.breathe();
  }

  /** Null also if nothing changed that is read. */
  async #readAgain(changes: PageChanges): Promise<PageReading | null> {
    const { pace } = this.#given;
    const hasChanged = await inSlices(this.#live.readAgain(changes), pace, this.#signal);
    if (!hasChanged) return null;
    // The address changes first, and what it stands for is written later.
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
    const { understand, pace, problemOf } = this.#given;
    const statements = this.#statements;
    if (statements === null) return null;
    const page = { statements, blocks: this.#scope.isArticle ? featuresOf(blocks) : [] };
    try {
      const isOvertaken = () => this.#signal.aborted;
      return await askUntilAnswered(() => understand(page), pace.rest, isOvertaken);
    } catch (error) {
      this.#failure = problemOf(error);
      return null;
    }
  }

  /** Asks again what the same text matches; what is marked stays until the answer is there. */
  async matchAgain(): Promise<void> {
    if (this.#sent !== null) await this.#use(this.#sent);
  }

  /** Shows nothing more. */
  stop(): void {
    this.#forget();
  }

  #forget(): void {
    this.#request++;
    this.#placing++;
    this.#sent = null;
    this.#reported = null;
    this.#answer = null;
    this.#failure = null;
    this.#matchedAt = Number.NEGATIVE_INFINITY;
    this.#show([], null);
  }

  /** Has a reading matched and its matches placed, unless a later one overtakes it. */
  async #use(reading: PageReading): Promise<void> {
    const request = ++this.#request;
    const { pace, match } = this.#given;
    const isOvertaken = () => this.#signal.aborted || request !== this.#request;
    this.#sent = reading;
    const waitMs = this.#matchedAt + leastMsBetweenMatches - pace.now();
    if (waitMs > 0) await pace.rest(waitMs);
    if (isOvertaken()) return;
    this.#matchedAt = pace.now();
    const page = pageText(reading, this.#understood, this.#scope);
    try {
      const answer = await askUntilAnswered(() => match(page), pace.rest, isOvertaken);
      if (answer === null || isOvertaken()) return;
      this.#reported = this.#sent;
      this.#failure = null;
      await this.#place(answer);
    } catch (error) {
      if (!isOvertaken()) this.#failure = this.#given.problemOf(error);
    }
  }

  /** Marks the matches whose words stand where they stood; several at once may overtake each other. */
  async #place(answer: PageAnswer): Promise<void> {
    this.#answer = answer;
    const reading = this.#reported;
    if (reading === null) return;
    const { pace, document } = this.#given;
    const placing = ++this.#placing;
    const marks = await inSlices(placeInSteps(answer, reading, document), pace, this.#signal);
    if (marks !== null && placing === this.#placing) this.#show(marks, answer);
  }

  #show(marks: readonly Mark[], answer: PageAnswer | null): void {
    this.#marks = marks;
    this.#shown = answer;
    this.#given.show(marks, answer);
  }
}

function isSameText(a: PageReading, b: PageReading | null): boolean {
  return b !== null && a.body === b.body && a.title === b.title;
}

/** How much is being compared: null before anything was sent. */
function wordsIn(sent: PageReading | null): number | null {
  return sent === null ? null : (sent.body.match(/\S+/g)?.length ?? 0);
}
