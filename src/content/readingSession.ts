import type { PageStatements } from "../engine/model/index.ts";
import { askUntilAnswered } from "../messages/askUntilAnswered.ts";
import type {
  PageAnswer,
  PageContents,
  PageState,
  PageText,
  PageUnderstanding,
  ProblemCode,
  PublicAnswer,
} from "../messages/protocol.ts";
import { featuresOf, type PageBlock } from "../page/blocks/pageBlock.ts";
import type { PublicMark } from "../page/marks/mark.ts";
import { type PageReading, type ReadingScope, readPage, wholeArticle } from "../page/readPage.ts";
import { LiveBlocks, type PageChanges } from "../page/watch/liveBlocks.ts";
import { inSlices, type Pace } from "../page/watch/pace.ts";
import { pageText } from "./pageText.ts";
import { type PlacedAnswer, placeAnswerInSteps, placePublicInSteps } from "./placeMarks.ts";

/** What a session is given; it looks for nothing itself. */
export interface SessionSurroundings {
  readonly document: Document;
  readonly collectStatements: () => PageStatements;
  /** Asks the background. Rejects with UnansweredError when nobody answers, RefusedError when it cannot. */
  readonly understand: (page: PageContents) => Promise<PageUnderstanding>;
  /** Asks as above, for what the page may see. */
  readonly matchPublic: (page: PageText) => Promise<PublicAnswer>;
  /** Asks as above, for what the reader sees. */
  readonly match: (page: PageText) => Promise<PageAnswer>;
  readonly pace: Pace;
  /** What the reader is told of when matching failed. */
  readonly problemOf: (error: unknown) => ProblemCode;
  /** Has changes inside an open shadow root, which holds a part of the text, watched for too. */
  readonly watch: (root: ShadowRoot) => void;
  /** Shows public marks in place of those shown before; called again when they move or change. */
  readonly showPublic: (marks: readonly PublicMark[], isSeen: boolean) => void;
  /** Shows the reader's marks likewise. */
  readonly show: (placed: PlacedAnswer, answer: PageAnswer | null) => void;
}

/** Between two requests for a page that goes on changing. */
const leastMsBetweenMatches = 1_500;
/** The background is asked about no more blocks of a page: the rest of it is not read. */
const mostBlocks = 20_000;

/** An answer, and the reading that its offsets belong to. */
interface Answered<Answer> {
  readonly answer: Answer;
  readonly reading: PageReading;
}

const nothingPlaced: PlacedAnswer = { marks: [], passages: null };

/**
 * Reads one page for as long as it is shown: blocks out, marks in.
 *
 *   start ─▶ read ─▶ understand ─▶ text as before? ─ yes ─▶ place
 *              ▲                        └ no ─▶ match public ─▶ place ─▶ match all ─▶ place
 *   page changes or navigates
 *
 * What the page can see is matched and placed first, and not touched when the rest comes.
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
  #statements: PageStatements | null = null;
  #understood: PageUnderstanding | null = null;
  /** From then on what the page states may change with the text. */
  #hasNavigated = false;
  #public: Answered<PublicAnswer> | null = null;
  #whole: Answered<PageAnswer> | null = null;
  /** The answer whose marks are on the page, and these marks. */
  #shown: PageAnswer | null = null;
  #placed: PlacedAnswer = nothingPlaced;
  #failure: ProblemCode | null = null;
  #lastTurn: Promise<unknown> = Promise.resolve();
  /** Counts requests: an answer to any but the last is too late. */
  #request = 0;
  /** Count placings of public marks and of the reader's: only the last of each is shown. */
  #publicPlacing = 0;
  #wholePlacing = 0;
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
    const placed = new Set(this.#placed.marks.map(({ index }) => index));
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
    this.#public = withReading(this.#public, reading);
    this.#whole = withReading(this.#whole, reading);
    // What still stands keeps its marks until the new answer is there.
    const hadMarks = this.#placed.marks.length > 0;
    await this.#place();
    if (this.#hasNavigated && hadMarks && this.#placed.marks.length === 0) this.#forget();
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
    this.#publicPlacing++;
    this.#wholePlacing++;
    this.#sent = null;
    this.#public = null;
    this.#whole = null;
    this.#failure = null;
    this.#matchedAt = Number.NEGATIVE_INFINITY;
    this.#given.showPublic([], true);
    this.#show(nothingPlaced, null);
  }

  /** Has a reading matched and its matches placed, unless a later one overtakes it. */
  async #use(reading: PageReading): Promise<void> {
    const request = ++this.#request;
    const { pace } = this.#given;
    const isOvertaken = () => this.#signal.aborted || request !== this.#request;
    this.#sent = reading;
    const waitMs = this.#matchedAt + leastMsBetweenMatches - pace.now();
    if (waitMs > 0) await pace.rest(waitMs);
    if (isOvertaken()) return;
    this.#matchedAt = pace.now();
    const page = pageText(reading, this.#understood, this.#scope);
    try {
      await this.#matchInTwoParts(page, isOvertaken);
    } catch (error) {
      if (!isOvertaken()) this.#failure = this.#given.problemOf(error);
    }
  }

  async #matchInTwoParts(page: PageText, isOvertaken: () => boolean): Promise<void> {
    const { pace, matchPublic, match } = this.#given;
    const first = await askUntilAnswered(() => matchPublic(page), pace.rest, isOvertaken);
    if (first === null || isOvertaken() || this.#sent === null) return;
    this.#public = { answer: first, reading: this.#sent };
    await this.#placePublic();
    const whole =
      first.whole ?? (await askUntilAnswered(() => match(page), pace.rest, isOvertaken));
    if (whole === null || isOvertaken() || this.#sent === null) return;
    this.#failure = null;
    this.#whole = { answer: whole, reading: this.#sent };
    await this.#placeWhole();
  }

  /** Marks again what stands where it stood. */
  async #place(): Promise<void> {
    await this.#placePublic();
    await this.#placeWhole();
  }

  /** Several at once may overtake each other, here and below. */
  async #placePublic(): Promise<void> {
    if (this.#public === null) return;
    const { answer, reading } = this.#public;
    const placing = ++this.#publicPlacing;
    const work = placePublicInSteps(answer, reading);
    const marks = await inSlices(work, this.#given.pace, this.#signal);
    if (marks === null || placing !== this.#publicPlacing) return;
    this.#given.showPublic(marks, answer.isSeen);
  }

  async #placeWhole(): Promise<void> {
    if (this.#whole === null || this.#public === null) return;
    const { answer, reading } = this.#whole;
    const placing = ++this.#wholePlacing;
    const work = placeAnswerInSteps(answer, this.#public.answer, reading);
    const placed = await inSlices(work, this.#given.pace, this.#signal);
    if (placed !== null && placing === this.#wholePlacing) this.#show(placed, answer);
  }

  #show(placed: PlacedAnswer, answer: PageAnswer | null): void {
    this.#placed = placed;
    this.#shown = answer;
    this.#given.show(placed, answer);
  }
}

/** The answer with the nodes that its text stands in now; as it was where the text is another. */
function withReading<Answer>(
  answered: Answered<Answer> | null,
  reading: PageReading,
): Answered<Answer> | null {
  return answered !== null && isSameText(reading, answered.reading)
    ? { ...answered, reading }
    : answered;
}

function isSameText(a: PageReading, b: PageReading | null): boolean {
  return b !== null && a.body === b.body && a.title === b.title;
}

/** How much is being compared: null before anything was sent. */
function wordsIn(sent: PageReading | null): number | null {
  return sent === null ? null : (sent.body.match(/\S+/g)?.length ?? 0);
}
