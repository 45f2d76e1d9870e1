/** How our scripts in one frame, which share a world, know of each other without messages. */

/** Under this symbol's name a frame's content script can be found in its own world. */
export const runningName = "second-source content script";

/** What a frame's content script says about itself. */
export interface FrameWord {
  /** The number of matches in its text. */
  readonly count: number;
  /** When the reader was last at one of its marks, on the clock of all frames (`Date.now`); 0 for never. */
  readonly visitedAt: number;
}

/** The content script of a frame, to others of ours in the same world. */
export interface RunningScript {
  /** False once an update of the extension left it without a background. */
  readonly isAlive: () => boolean;
  readonly word: () => FrameWord;
  /** Reads the page again from the beginning. */
  readonly restart: () => void;
  /** Reads what the reader has selected. */
  readonly readSelection: () => void;
  readonly stop: () => void;
}

/** The content script that runs in a world; undefined if none does. */
export function runningIn(world: object): RunningScript | undefined {
  return Reflect.get(world, Symbol.for(runningName)) as RunningScript | undefined;
}

/** Leaves word of a content script in its world. */
export function setRunning(world: object, script: RunningScript): void {
  Reflect.set(world, Symbol.for(runningName), script);
}

/** Under this symbol's name a content script that is about to start finds what it is wanted for. */
export const wishName = "second-source wish";

/**
 * True if the content script is wanted for the reader's selection; the wish is forgotten once it
 * was asked for.
 */
export function takeSelectionWish(world: object): boolean {
  const key = Symbol.for(wishName);
  const isWished = Reflect.get(world, key) === true;
  Reflect.deleteProperty(world, key);
  return isWished;
}
