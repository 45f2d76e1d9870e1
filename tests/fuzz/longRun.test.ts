import { describe, expect, it } from "vitest";
import type { FuzzedReader } from "./fuzzedReaders.ts";
import { type FuzzState, fuzzTable, runLong } from "./longRun.ts";

const start: FuzzState = { seed: 7, code: "", readers: {} };
const without = ({ readers, ...rest }: FuzzState) => ({
  ...rest,
  readers: Object.fromEntries(
    Object.entries(readers).map(([name, its]) => [name, { ...its, ms: 0 }]),
  ),
});

/** Readers that note which cases they were given. */
function noting(): { readers: FuzzedReader[]; given: string[] } {
  const given: string[] = [];
  const reader = (name: string): FuzzedReader => ({
    name,
    read(cases, seed) {
      given.push(`${name} ${cases} ${seed}`);
      const isBad = seed === 1_007;
      return { read: cases - 1, refused: isBad ? 0 : 1, faults: isBad ? ["fault"] : [] };
    },
  });
  return { readers: [reader("a"), reader("b")], given };
}

describe("a long run", () => {
  it("gives the readers batches in turn, each with a seed of its own", () => {
    const { readers, given } = noting();
    const end = runLong(readers, start, 2_500, () => undefined);
    expect(given).toEqual([
      ...["a 1000 7", "b 1000 7", "a 1000 1007", "b 1000 1007"],
      ...["a 500 2007", "b 500 2007"],
    ]);
    expect(end.readers.a).toMatchObject({ cases: 2_500, read: 2_497, refused: 2, faultCount: 1 });
  });

  it("that was ended goes on as if it had not been", () => {
    const whole = runLong(noting().readers, start, 5_000, () => undefined);
    let kept = start;
    const { readers, given } = noting();
    expect(() =>
      runLong(readers, start, 5_000, (state) => {
        kept = state;
        if (given.length === 5) throw new Error("ended");
      }),
    ).toThrow("ended");
    const resumed = runLong(readers, JSON.parse(JSON.stringify(kept)), 5_000, () => undefined);
    expect(without(resumed)).toEqual(without(whole));
    expect(new Set(given).size).toBe(given.length);
  });

  it("is told in a table", () => {
    const end = runLong(noting().readers, start, 1_000, () => undefined);
    expect(fuzzTable(without(end))).toBe(
      [
        "reader                 cases        read     refused      faults     seconds",
        "a                      1,000         999           1           0           0",
        "b                      1,000         999           1           0           0",
      ].join("\n"),
    );
  });
});
