import type { ArchiveState } from "./archiveProtocol.ts";
import type { TabClient } from "./client.ts";
import { UnansweredError } from "./client.ts";
import type { MeaningProgress, PagePosition, PageState, TabMessages } from "./protocol.ts";

/** One frame of a tab that is read, with a client of its content script. */
export interface FrameLink {
  readonly frameId: number;
  readonly count: number;
  /** When the reader was last at one of its marks; 0 for never. */
  readonly visitedAt: number;
  readonly send: TabClient;
}

type MatchedState = Extract<PageState, { kind: "matched" }>;
type Answers = {
  readonly [Name in keyof TabMessages]: (
    request: TabMessages[Name]["request"],
  ) => Promise<TabMessages[Name]["reply"]>;
};

/** The id of the top frame in every browser. */
export const topFrame = 0;

/** The clients of a tab's frames. */
export interface TabLinks {
  /** The client of the top frame, whether it is read or not. */
  readonly top: TabClient;
  /** Resolves to the frames that are read, the top one first. */
  findFrames(): Promise<readonly FrameLink[]>;
}

/**
 * Returns a client that treats all frames of a tab that are read as one page: their matches follow
 * each other, the top frame's first.
 */
export function createFramesClient({ top, findFrames }: TabLinks): TabClient {
  /** The frames as last described; indices count through them. */
  let described: readonly { readonly frame: FrameLink; readonly count: number }[] = [];

  async function describe(): Promise<PageState> {
    const found = framesOrThrow();
    // Usually only the top frame is read, so it is asked while the frames are being found.
    const ofTop = top("page/describe", {}).catch(() => null);
    const states = await describeEach(await found, ofTop);
    described = states.map(({ frame, state }) => ({ frame, count: countOf(state) }));
    return asOnePage(states);
  }

  async function framesOrThrow(): Promise<readonly FrameLink[]> {
    const frames = await findFrames();
    if (frames.length === 0) throw new UnansweredError("no frame of the tab is read");
    return frames;
  }

  /** Returns the frame of an index, and the index in it; null past the end. */
  function positionOf(index: number): { frame: FrameLink; index: number } | null {
    let before = 0;
    for (const { frame, count } of described) {
      if (index < before + count) return { frame, index: index - before };
      before += count;
    }
    return null;
  }

  async function position(): Promise<PagePosition> {
    const frames = await framesOrThrow();
    const positions = await Promise.all(frames.map(({ send }) => send("page/position", {})));
    const at = described.findIndex(({ frame }) => frame.frameId === frames[0]?.frameId);
    const own = positions[0]?.index ?? null;
    const before = described.slice(0, Math.max(0, at)).reduce((sum, { count }) => sum + count, 0);
    return {
      // Adding or removing a frame changes the sum, too.
      revision: positions.reduce((sum, { revision }) => sum + revision + 1, -1),
      index: own === null ? null : before + own,
      meaning: progressOf(positions),
      archive: archiveOf(positions),
    };
  }

  const answers: Answers = {
    "page/describe": describe,
    "page/position": position,
    async "page/jumpTo"({ index }) {
      if (described.length === 0) await describe();
      const place = positionOf(index);
      return place === null
        ? { placed: false }
        : place.frame.send("page/jumpTo", { index: place.index });
    },
    "page/step": async ({ by }) => stepThrough(await framesOrThrow(), by),
  };
  return (name, request) => answers[name](request as never) as never;
}

/**
 * Steps from the frame where the reader was last through those with marks, and starts over at the
 * end.
 */
async function stepThrough(all: readonly FrameLink[], by: 1 | -1): Promise<{ placed: boolean }> {
  const frames = all.filter(({ count }) => count > 0);
  const isAlone = frames.length === 1;
  const last = frames.reduce(
    (at, { visitedAt }, i) => (visitedAt > frames[at]!.visitedAt ? i : at),
    0,
  );
  for (let step = 0; step <= frames.length; step++) {
    const frame = frames.at((last + step * by) % frames.length);
    const reply = await frame?.send("page/step", { by, isEntering: step > 0, isAlone });
    if (reply?.placed) return reply;
  }
  return { placed: false };
}

interface FrameState {
  readonly frame: FrameLink;
  readonly state: PageState;
}

/** Describes each frame, without those that are gone; throws if all are. */
async function describeEach(
  frames: readonly FrameLink[],
  ofTop: Promise<PageState | null>,
): Promise<readonly FrameState[]> {
  const describe = async (frame: FrameLink) => {
    const known = frame.frameId === topFrame ? await ofTop : null;
    return { frame, state: known ?? (await frame.send("page/describe", {})) };
  };
  const settled = await Promise.allSettled(frames.map(describe));
  const states = settled.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  const [failed] = settled.filter((one) => one.status === "rejected");
  if (states.length === 0 && failed) throw failed.reason;
  return states;
}

/** Returns the top frame's state unless other frames have matches; then all matches together. */
function asOnePage(states: readonly FrameState[]): PageState {
  const first = states[0]?.state ?? { kind: "reading", words: null };
  const matched = states.flatMap(({ state }) => (state.kind === "matched" ? [state] : []));
  const [main] = matched;
  if (main === undefined || (first.kind === "reading" && states[0]?.frame.frameId === topFrame)) {
    return first;
  }
  return matched.length === 1 ? main : together(main, matched);
}

/** Returns the progress of all frames that are compared by meaning together. */
function progressOf(
  frames: readonly { readonly meaning: MeaningProgress | null }[],
): MeaningProgress | null {
  const each = frames.flatMap(({ meaning }) => meaning ?? []);
  if (each.length === 0) return null;
  const sum = (count: "done" | "of") => each.reduce((total, meaning) => total + meaning[count], 0);
  return { done: sum("done"), of: sum("of") };
}

/** The order of precedence: a pending request, then a failure, then an answer, partial ones first. */
const archiveOrder: readonly ((state: ArchiveState) => boolean)[] = [
  ({ kind }) => kind === "asking",
  ({ kind }) => kind === "failed",
  (state) => state.kind === "answered" && state.parts !== null,
  ({ kind }) => kind === "answered",
];

function archiveOf(
  frames: readonly { readonly archive: ArchiveState | null }[],
): ArchiveState | null {
  const states = frames.flatMap(({ archive }) => archive ?? []);
  const isFirst = archiveOrder.find((isOfKind) => states.some(isOfKind));
  return (isFirst && states.find(isFirst)) ?? null;
}

function together(main: MatchedState, all: readonly MatchedState[]): MatchedState {
  return {
    kind: "matched",
    report: {
      ...main.report,
      matches: all.flatMap(({ report }) => report.matches),
      doubtful: all.flatMap(({ report }) => report.doubtful ?? []),
    },
    placed: all.flatMap(({ placed }) => placed),
    contexts: all.flatMap(({ contexts = [] }) => contexts),
    meaning: progressOf(all),
    archive: archiveOf(all),
    ...(main.part && { part: main.part }),
  };
}

function countOf(state: PageState): number {
  return state.kind === "matched" ? state.report.matches.length : 0;
}
