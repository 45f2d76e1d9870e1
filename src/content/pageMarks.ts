import type { PageAnswer, PublicAnswer } from "../messages/protocol.ts";
import type { PublicMark } from "../page/marks/mark.ts";
import { isSameText, type PageReading } from "../page/readPage.ts";
import { inSlices, type Scheduler } from "../page/watch/scheduler.ts";
import { type PlacedAnswer, placeAnswerInSteps, placePublicInSteps } from "./placeMarks.ts";

/** What marks need from the page. */
export interface MarkPorts {
  readonly scheduler: Scheduler;
  /** Shows public marks in place of earlier ones; called again when they move or change. */
  readonly showPublic: (marks: readonly PublicMark[], isSeen: boolean) => void;
  /** Shows the reader's marks likewise. */
  readonly show: (placed: PlacedAnswer, answer: PageAnswer | null) => void;
}

/** An answer, and the reading that its offsets belong to. */
interface Answered<Answer> {
  readonly answer: Answer;
  readonly reading: PageReading;
}

const nothingPlaced: PlacedAnswer = { marks: [], passages: null };

/**
 * The marks of a page. Answers are placed where their words are, and placed again when the page
 * moves them. Public marks do not change when private answers come.
 */
export class PageMarks {
  readonly #given: MarkPorts;
  readonly #signal: AbortSignal;
  #public: Answered<PublicAnswer> | null = null;
  #whole: Answered<PageAnswer> | null = null;
  /** The answer whose marks are on the page, and these marks. */
  #shown: PageAnswer | null = null;
  #placed: PlacedAnswer = nothingPlaced;
  /** Count placings of public marks and of the reader's: only the last of each is shown. */
  #publicPlacing = 0;
  #wholePlacing = 0;

  constructor(given: MarkPorts, signal: AbortSignal) {
    this.#given = given;
    this.#signal = signal;
  }

  /** The answer whose marks are on the page; null before the first. */
  get shown(): PageAnswer | null {
    return this.#shown;
  }

  get placed(): PlacedAnswer {
    return this.#placed;
  }

  /** Places the marks of an answer, in place of earlier ones. */
  async takePublic(answer: PublicAnswer, reading: PageReading): Promise<void> {
    this.#public = { answer, reading };
    await this.#placePublic();
  }

  /** Places the reader's marks likewise, after the public ones. */
  async takeWhole(answer: PageAnswer, reading: PageReading): Promise<void> {
    this.#whole = { answer, reading };
    await this.#placeWhole();
  }

  /** Marks again the passages that are unchanged. */
  async moveTo(reading: PageReading): Promise<void> {
    this.#public = withReading(this.#public, reading);
    this.#whole = withReading(this.#whole, reading);
    await this.#placePublic();
    await this.#placeWhole();
  }

  /** Removes all marks. */
  forget(): void {
    this.#publicPlacing++;
    this.#wholePlacing++;
    this.#public = null;
    this.#whole = null;
    this.#given.showPublic([], true);
    this.#show(nothingPlaced, null);
  }

  /** Concurrent calls may finish in any order; only the last placing is shown, here and below. */
  async #placePublic(): Promise<void> {
    if (this.#public === null) return;
    const { answer, reading } = this.#public;
    const placing = ++this.#publicPlacing;
    const work = placePublicInSteps(answer, reading);
    const marks = await inSlices(work, this.#given.scheduler, this.#signal);
    if (marks === null || placing !== this.#publicPlacing) return;
    this.#given.showPublic(marks, answer.isSeen);
  }

  async #placeWhole(): Promise<void> {
    if (this.#whole === null || this.#public === null) return;
    const { answer, reading } = this.#whole;
    const placing = ++this.#wholePlacing;
    const work = placeAnswerInSteps(answer, this.#public.answer, reading);
    const placed = await inSlices(work, this.#given.scheduler, this.#signal);
    if (placed !== null && placing === this.#wholePlacing) this.#show(placed, answer);
  }

  #show(placed: PlacedAnswer, answer: PageAnswer | null): void {
    this.#placed = placed;
    this.#shown = answer;
    this.#given.show(placed, answer);
  }
}

/**
 * Returns the answer with the nodes that its text is in now; unchanged if the text is different.
 */
function withReading<Answer>(
  answered: Answered<Answer> | null,
  reading: PageReading,
): Answered<Answer> | null {
  return answered !== null && isSameText(reading, answered.reading)
    ? { ...answered, reading }
    : answered;
}
