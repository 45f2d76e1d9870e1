/** Lets our scripts in one frame, which share a world, find each other without messages. */

/** The symbol under which a frame's content script can be found in its world. */
export const runningName = "second-source content script";

/** A frame's content script, as the popup and the background see it. */
export interface FrameSummary {
  /** The number of matches in its text. */
  readonly count: number;
  /** When the reader was last at one of its marks, on the clock of all frames (`Date.now`); 0 for never. */
  readonly visitedAt: number;
}

/** A frame's content script, as seen by our other scripts in the same world. */
export interface RunningScript {
  /** Returns false once an update of the extension has cut it off from the background. */
  readonly isAlive: () => boolean;
  readonly summary: () => FrameSummary;
  /** Reads the page again from the beginning. */
  readonly restart: () => void;
  /** Reads what the reader has selected. */
  readonly readSelection: () => void;
  readonly stop: () => void;
}

/** Returns the content script that runs in a world; undefined if none does. */
export function runningIn(world: object): RunningScript | undefined {
  return Reflect.get(world, Symbol.for(runningName)) as RunningScript | undefined;
}

/** Registers a content script in its world. */
export function setRunning(world: object, script: RunningScript): void {
  Reflect.set(world, Symbol.for(runningName), script);
}

/** The symbol of the flag that makes a starting content script read the reader's selection. */
export const selectionRequestName = "second-source selection request";

/**
 * True if the content script is wanted for the reader's selection; calling this clears the request.
 */
export function takeSelectionRequest(world: object): boolean {
  const key = Symbol.for(selectionRequestName);
  const isRequested = Reflect.get(world, key) === true;
  Reflect.deleteProperty(world, key);
  return isRequested;
}
