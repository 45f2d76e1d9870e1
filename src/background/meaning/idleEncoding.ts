/**
 * Encodes what the library keeps, when nothing else is to be done: the newest first, in steps of a
 * third of a second. It stops where it was ended, and goes on from there at the next alarm.
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

/** What idle encoding works with, given by startEncoding.ts. */
export interface IdlePorts {
  readonly encoding: Encoding;
  readonly vectors: StoredVectors;
  /** Whether the reader wants it at all. */
  isOn(): Promise<boolean>;
  /** Whether the disk was lately so full that vectors had to go. */
  hasRoom(): Promise<boolean>;
  /** Whether an import is under way: it needs memory and disk, and brings more to encode. */
  isImporting(): Promise<boolean>;
  /** Has `run` called after this time, whatever ends before; null: not any more. */
  wakeIn(ms: number | null): Promise<void>;
  rest(ms: number): Promise<void>;
  /** In ms, from any beginning; never goes back. */
  clock(): number;
}

/** Makes the missing vectors of the library while nothing else is to be done. */
export interface IdleEncoding {
  /** Works until nothing waits. */
  run(): Promise<void>;
  /** The same where something came that the reader may soon want to be there: it is looked at first. */
  runForNew(): Promise<void>;
  /** A page is being read: nothing is begun for a moment. */
  giveWay(): void;
}

/** One batch of the encoder: a page that comes waits no longer than this takes. */
const textsAtOnce = 8;

/** A long article is stored in parts of so many passages: a background may live for half a minute only. */
const passagesAPart = 64;

/** So long after a page's last request the reader may still be waiting for what comes of it. */
const giveWayMs = 2_000;
/** A page that is being compared by meaning sends the next request sooner than this. */
const betweenRequestsMs = 500;

/**
 * So much work is done at once for what came, without a rest and soon after a page: what the reader has
 * just saved is soon there (starting the encoder takes two seconds, 40 passages one and a half). It
 * fills up again by a fifth of the time that goes by, so that where much comes, at most that share is
 * worked beside the half of one core's time that everything else takes.
 */
const burstMs = 6_000;
const burstShare = 0.2;

/** A step that takes longer had to start the encoder: that is seldom, and nothing to rest from. */
const longestRestMs = 1_000;

/** A background that was ended goes on so soon. */
const nextTurnMs = 60_000;

/** Where there is no memory, or no room on the disk, it may be better after a while. */
const tryAgainMs = 30 * 60_000;

/** Returns an idle encoding that has not begun. */
export function createIdleEncoding(ports: IdlePorts): IdleEncoding {
  const { encoding, vectors, clock, rest } = ports;
  let running: Promise<void> | null = null;
  let hasNews = false;
  let readAt = Number.NEGATIVE_INFINITY;
  let isBurst = false;
  let burstLeftMs = burstMs;
  let filledAt = clock();
  /** What the last steps took, and no rest has made up for. */
  let owedMs = 0;

  const encodeIdly = (texts: readonly string[]) => encoding.encode(texts, "idle");

  async function untilMyTurn(): Promise<void> {
    if (!isBurst && owedMs > 0) await rest(owedMs);
    owedMs = 0;
    for (let left = pauseLeft(); left > 0; left = pauseLeft()) await rest(left);
  }

  function pauseLeft(): number {
    return readAt + (isBurst ? betweenRequestsMs : giveWayMs) - clock();
  }

  function startBurst(): void {
    burstLeftMs = Math.min(burstMs, burstLeftMs + (clock() - filledAt) * burstShare);
    filledAt = clock();
    isBurst = burstLeftMs > 0;
  }

  /** False if it stopped before the end. */
  async function encodeArticle(begun: BegunArticle, model: string): Promise<boolean> {
    const texts = passageTexts(begun.article.segment, begun.article.place);
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
      await untilMyTurn();
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

  /** Encodes what waits now, until there is something newer. */
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
    giveWay() {
      readAt = clock();
    },
  };
}
