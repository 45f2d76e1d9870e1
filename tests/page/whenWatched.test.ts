import { expect, it } from "vitest";
import { createWhenWatched } from "../../src/page/watch/whenWatched.ts";
import { settle } from "./support/scheduler.ts";

class FakeDocument extends EventTarget {
  hidden = false;

  set(hidden: boolean): void {
    this.hidden = hidden;
    this.dispatchEvent(new Event("visibilitychange"));
  }
}

function watched(isHidden: boolean) {
  const document = new FakeDocument();
  document.hidden = isHidden;
  const stopping = new AbortController();
  const clock = { nowMs: 0 };
  const whenWatched = createWhenWatched(
    document as unknown as Document,
    () => clock.nowMs,
    stopping.signal,
  );
  const isWorth = async () => {
    let isDone = false;
    void whenWatched().then(() => {
      isDone = true;
    });
    await settle();
    return () => isDone;
  };
  return { document, stopping, clock, isWorth };
}

it("work continues while a page is shown, and for a moment after it is hidden", async () => {
  const { document, clock, isWorth } = watched(false);
  clock.nowMs = 60_000;
  expect((await isWorth())()).toBe(true);
  document.set(true);
  clock.nowMs += 5_000;
  expect((await isWorth())()).toBe(true);
});

it("a page that has been hidden for long waits until it is shown again", async () => {
  const { document, clock, isWorth } = watched(true);
  expect((await isWorth())()).toBe(true);
  clock.nowMs = 11_000;
  const isDone = await isWorth();
  expect(isDone()).toBe(false);
  document.set(false);
  await settle();
  expect(isDone()).toBe(true);
});

it("nothing waits after the end", async () => {
  const { clock, stopping, isWorth } = watched(true);
  clock.nowMs = 11_000;
  const isDone = await isWorth();
  stopping.abort();
  await settle();
  expect(isDone()).toBe(true);
  expect((await isWorth())()).toBe(true);
});
