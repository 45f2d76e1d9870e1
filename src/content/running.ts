/** The content script that runs in this world, so that a second one knows of the first. */
interface Running {
  readonly isAlive: () => boolean;
  readonly restart: () => void;
  readonly stop: () => void;
}

const key = Symbol.for("second-source content script");

/**
 * Starts a content script, once a page: where one is running already, that one reads the page
 * again. One that an update of the extension left without a background is stopped and replaced.
 */
export function replaceRunning(
  world: object,
  isAlive: () => boolean,
  start: (signal: AbortSignal) => { readonly restart: () => void },
): void {
  const running = Reflect.get(world, key) as Running | undefined;
  if (running?.isAlive()) {
    running.restart();
    return;
  }
  running?.stop();
  const stopping = new AbortController();
  const { restart } = start(stopping.signal);
  Reflect.set(world, key, { isAlive, restart, stop: () => stopping.abort() } satisfies Running);
}
