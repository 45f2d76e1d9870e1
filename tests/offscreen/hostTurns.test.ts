import { describe, expect, it } from "vitest";
import { createHostTurns } from "../../src/offscreen/hostTurns.ts";

/** A task that ends when it is told to, and says when it began. */
function task(name: string, log: string[]) {
  let end = () => {};
  let fail = () => {};
  const ended = new Promise<string>((resolve, reject) => {
    end = () => resolve(name);
    fail = () => reject(new Error(name));
  });
  const run = () => {
    log.push(`${name} begins`);
    return ended;
  };
  return { run, end, fail };
}

describe("requests to hosts", () => {
  it("follow one another where the host is the same, after a rest, and go beside each other where not", async () => {
    const log: string[] = [];
    const takeTurn = createHostTurns(async (delayMs) => void log.push(`rest ${delayMs}`), 1_000);
    const [first, second, other] = [task("first", log), task("second", log), task("other", log)];
    const ends = [
      takeTurn("https://a.example/1", first.run),
      takeTurn("https://a.example/2", second.run),
      takeTurn("https://b.example/1", other.run),
    ];
    expect(log).toEqual(["first begins", "other begins"]);
    first.end();
    await ends[0];
    second.end();
    other.end();
    expect(await Promise.all(ends)).toEqual(["first", "second", "other"]);
    expect(log).toEqual(["first begins", "other begins", "rest 1000", "second begins"]);
  });

  it("go on after one that failed", async () => {
    const log: string[] = [];
    const takeTurn = createHostTurns(async () => undefined, 0);
    const [first, second] = [task("first", log), task("second", log)];
    const failing = takeTurn("https://a.example/", first.run);
    const next = takeTurn("https://a.example/", second.run);
    first.fail();
    await expect(failing).rejects.toThrow("first");
    second.end();
    expect(await next).toBe("second");
  });
});
