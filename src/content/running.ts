import {
  type RunningScript,
  runningIn,
  setRunning,
  takeSelectionRequest,
} from "../messages/runningScript.ts";

/**
 * Starts a content script, once a frame: where one is running already, that one reads the page
 * again, or what the reader has selected there. One that an update of the extension left without a background is stopped and replaced.
 */
export function replaceRunning(
  world: object,
  isAlive: () => boolean,
  start: (
    signal: AbortSignal,
    isForSelection: boolean,
  ) => Pick<RunningScript, "restart" | "readSelection" | "summary">,
): void {
  const running = runningIn(world);
  const isForSelection = takeSelectionRequest(world);
  if (running?.isAlive()) {
    if (isForSelection) running.readSelection();
    else running.restart();
    return;
  }
  running?.stop();
  const stopping = new AbortController();
  const started = start(stopping.signal, isForSelection);
  setRunning(world, { ...started, isAlive, stop: () => stopping.abort() });
}
