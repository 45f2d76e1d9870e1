/**
 * Encodes the library's articles when nothing else is to be done: the newest first, in steps of a
 * third of a second. If the background ends, the next alarm continues from there.
 *
 *     idle ──run──▶ encoding ⇄ resting (as long as the step took)
 *      ▲               │ ▲
 *      │               ▼ │ no page was read for a moment
 *      └─ nothing ──── waiting
 *         waits, or it cannot be done: an alarm tries again
 */
import { encodeNext, noVectors, type PassageVectors } from "../../corpora/encodePassages.ts";
import { hashOfTexts, type PassageTexts, passageTexts } from "../../corpora/passageTexts.ts";
import type { BegunArticle, StoredVectors } from "../../corpora/storedVectors.ts";
import { EncoderError } from "../../encoder/encoderError.ts";
import { StorageError } from "../../platform/storage/storageError.ts";
import type { Encoding } from "./encoding.ts";

/** What idle encoding needs, given by startEncoding.ts. */
export interface IdlePorts {
  readonly encoding: Encoding;
  readonly vectors: StoredVectors;
  /** True for a text that costs nothing: an open page has it encoded. */
  isEncoded(text: string, model: string): boolean;
  /** Resolves to whether the reader has turned it on. */
  isOn(): Promise<boolean>;
  /**
   * Resolves to whether the disk has room; false if it was recently so full that vectors were
   * deleted.
   */
  hasRoom(): Promise<boolean>;
  /**
   * Resolves to whether an import is running, which needs memory and disk and adds more to encode.
   */
  isImporting(): Promise<boolean>;
  /** Schedules a call of `run`, even if the background ends before; null cancels it. */
  wakeIn(ms: number | null): Promise<void>;
  rest(ms: number): Promise<void>;
  /** Returns the time in ms from an arbitrary origin; never decreases. */
  clock(): number;
}

/** Encodes the library's missing vectors while nothing else is to be done. */
export interface IdleEncoding {
  /** Works until nothing is left to encode. */
  run(): Promise<void>;
  /** As `run`, for an article that the reader may soon need, which is encoded first. */
  runForNew(): Promise<void>;
  /** Pauses until a page that is being read has this answer, and for a moment after it. */
  giveWay(answer: Promise<unknown>): void;
}

/** The texts of one batch, which is the longest that a page has to wait. */
const textsAtOnce = 8;

/** The most passages stored at once, since a background may live for half a minute only. */
const passagesAPart = 64;

/** How long the reader may still be waiting after a page's last request. */
const giveWayMs = 2_000;
/** The longest time between two requests of a page that is being compared by meaning. */
const betweenRequestsMs = 500;
/** The longest time that an answer is waited for: starting the encoder, not the reader's archive. */
const longestAnswerMs = 10_000;

/**
 * The work done at once for new articles, without a pause and soon after a page, so that what the
 * reader has just saved is ready soon (starting the encoder takes two seconds, 40 passages one and
 * a half). The allowance refills by a fifth of the elapsed time. When many articles arrive, that
 * share is added to the half of one core's time that other encoding takes.
 */
const burstMs = 6_000;
const burstShare = 0.2;

/** The longest pause. A step that took longer had to start the encoder, which is rare. */
const longestRestMs = 1_000;

/** The delay of the alarm that continues after the background has ended. */
const nextTurnMs = 60_000;

/** The delay before the next try if there is no memory or no disk space. */
const tryAgainMs = 30 * 60_000;

/** Returns an idle encoding that has not started. */
export function createIdleEncoding(ports: IdlePorts): IdleEncoding {
  const { encoding, vectors, clock, rest } = ports;
  let running: Promise<void> | null = null;
  let hasNews = false;
  let readAt = Number.NEGATIVE_INFINITY;
  /** The requests of pages that have no answer yet. */
  const unanswered = new Set<{ readonly since: number }>();
  let isBurst = false;
  let burstLeftMs = burstMs;
  let filledAt = clock();
  /** The time of the last steps that no pause has offset yet. */
  let owedMs = 0;

  const encodeIdly = (texts: readonly string[]) => encoding.encode(texts, "idle");

  /** Resolves when nobody else is to be served first; at once for what costs nothing. */
  async function untilMyTurn(isFree: () => boolean): Promise<void> {
    if (isFree()) return;
    if (!isBurst && owedMs > 0) await rest(owedMs);
    owedMs = 0;
    for (let left = pauseLeft(); left > 0 && !isFree(); left = pauseLeft()) await rest(left);
  }

  function pauseLeft(): number {
    const pauseMs = isBurst ? betweenRequestsMs : giveWayMs;
    const now = clock();
    const isWaiting = [...unanswered].some(({ since }) => now - since < longestAnswerMs);
    return isWaiting ? pauseMs : readAt + pauseMs - now;
  }

  function startBurst(): void {
    burstLeftMs = Math.min(burstMs, burstLeftMs + (clock() - filledAt) * burstShare);
    filledAt = clock();
    isBurst = burstLeftMs > 0;
  }

  /** Encodes an article; resolves to false if it was interrupted. */
  async function encodeArticle(begun: BegunArticle, model: string): Promise<boolean> {
    const texts = passageTexts(begun.article.segment, begun.article.index);
    const textsHash = hashOfTexts(texts);
    const { before } = begun;
    const isOfThese = before?.madeBy === model && before.textsHash === textsHash;
    let made: PassageVectors = isOfThese ? before : noVectors(texts);
    const isWhole = () => made.done === texts.length;
    const put = () => {
      const { done, vectors: bytes } = made;
      const record = { madeBy: model, textsHash, done, vectors: bytes };
      return vectors.put(begun, isWhole() ? { model, ...record } : record);
    };
    let stored = made.done;
    while (!isWhole() && !hasNews && (await mayGoOn())) {
      const next = texts.slice(made.done, made.done + textsAtOnce);
      await untilMyTurn(() => next.every((text) => text === null || ports.isEncoded(text, model)));
      made = await encodeSome(texts, made);
      if (made.done - stored < passagesAPart || isWhole()) continue;
      if (!(await put())) return false;
      stored = made.done;
    }
    return (await put()) && isWhole();
  }

  async function encodeSome(texts: PassageTexts, made: PassageVectors): Promise<PassageVectors> {
    const since = clock();
    const next = await encodeNext(texts, made, textsAtOnce, encodeIdly);
    const tookMs = clock() - since;
    if (isBurst) burstLeftMs -= tookMs;
    else owedMs = Math.min(tookMs, longestRestMs);
    if (burstLeftMs <= 0) isBurst = false;
    return next;
  }

  /** Encodes what is missing now, until something newer arrives. */
  async function encodeWaiting(model: string): Promise<void> {
    const { generation, articles } = await vectors.waiting(model);
    for (const article of articles) {
      await ports.wakeIn(nextTurnMs);
      const begun = await vectors.begin(article, generation);
      if (begun?.before?.isClaimed) {
        const claiming = articles.filter(({ owner }) => owner === article.owner);
        await vectors.judge(claiming, model, encodeIdly);
        hasNews = true;
        return;
      }
      if (begun !== null && (await encodeArticle(begun, model))) continue;
      hasNews = true;
      // An import changes the library several times a second.
      if (begun === null) await rest(giveWayMs);
      return;
    }
  }

  async function encodeAll(): Promise<void> {
    const model = await encoding.version();
    while (hasNews && (await mayGoOn())) {
      hasNews = false;
      await encodeWaiting(model);
    }
    await ports.wakeIn((await ports.isImporting()) ? nextTurnMs : null);
  }

  async function mayGoOn(): Promise<boolean> {
    return (await ports.isOn()) && !(await ports.isImporting());
  }

  async function work(): Promise<void> {
    try {
      if (!(await ports.isOn())) return await ports.wakeIn(null);
      if (!(await ports.hasRoom())) return await ports.wakeIn(tryAgainMs);
      await encodeAll();
    } catch (error) {
      if (!(error instanceof EncoderError || error instanceof StorageError)) throw error;
      const isLost = error.kind === "damaged" || error.kind === "wrongVersion";
      await ports.wakeIn(isLost ? null : tryAgainMs);
    }
  }

  function run(): Promise<void> {
    hasNews = true;
    running ??= work().finally(() => {
      running = null;
      isBurst = false;
    });
    return running;
  }

  return {
    run,
    runForNew() {
      startBurst();
      return run();
    },
    giveWay(answer) {
      const request = { since: clock() };
      readAt = request.since;
      unanswered.add(request);
      void answer.finally(() => {
        unanswered.delete(request);
        readAt = clock();
      });
    },
  };
}
