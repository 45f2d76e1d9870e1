import { describe, expect, it } from "vitest";
import { fingerprintsOf } from "../../../src/engine/library/fingerprints.ts";

const shared = "the harvest failed in seven southern valleys";

describe("fingerprints", () => {
  it.each([
    [`Officials fear that ${shared}.`, `After a dry spring ${shared}, farmers say.`],
    [`“${shared}”`, `He said: "The harvest failed in SEVEN southern valleys"`],
  ])("texts that share seven words in a row share one: %s", (a, b) => {
    const ofB = new Set(fingerprintsOf(b));
    expect([...fingerprintsOf(a)].filter((print) => ofB.has(print)).length).toBeGreaterThan(0);
  });

  it("a text shorter than a run has one fingerprint, its own", () => {
    expect(fingerprintsOf("No comment")).toHaveLength(1);
    expect(fingerprintsOf("No comment")).toEqual(fingerprintsOf("no comment."));
    expect(fingerprintsOf("No comment")).not.toEqual(fingerprintsOf("No comment at all"));
  });

  it("keeps about two in five runs", () => {
    const words = Array.from({ length: 1000 }, (_, i) => `w${(i * 7919) % 997}`).join(" ");
    const kept = fingerprintsOf(words).length;
    expect(kept).toBeGreaterThan(300);
    expect(kept).toBeLessThan(500);
  });

  it.each(["", "…", "—"])("no words, no fingerprints: %j", (text) => {
    expect(fingerprintsOf(text)).toHaveLength(0);
  });
});
