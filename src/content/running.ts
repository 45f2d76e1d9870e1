import { type RunningScript, runningIn, setRunning } from "../messages/runningScript.ts";

/**
 * Starts a content script, once a frame: where one is running already, that one reads the page
 * again. One that an update of the extension left without a background is stopped and replaced.
 */
export function replaceRunning(
  world: object,
  isAlive: () => boolean,
  start: (signal: AbortSignal) => Pick<RunningScript, "restart" | "word">,
): void {
  const running = runningIn(world);
  if (running?.isAlive()) {
    running.restart();
    return;
  }
  running?.stop();
  const stopping = new AbortController();
  const started = start(stopping.signal);
  setRunning(world, { ...started, isAlive, stop: () => stopping.abort() });
}
