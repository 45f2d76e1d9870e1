import { expect, test } from "vitest";
import { relatedness } from "../../../../src/engine/match/similarity/wordVectors.ts";
import { stem } from "../../../../src/engine/text/stems.ts";

const near = (one: string, other: string) => relatedness(stem(one), stem(other));

test.each([
  ["troops", "soldiers", "wheat"],
  ["withdraw", "pullout", "music"],
  ["killed", "slain", "elected"],
  ["talks", "negotiations", "rain"],
])("%s is nearer to %s than to %s", (word, close, far) => {
  expect(near(word, close)).toBeGreaterThan(near(word, far)! + 0.2);
});

test("a word is as near to itself as can be, and one without a vector is unknown", () => {
  expect(near("minister", "minister")).toBeCloseTo(1);
  expect(near("minister", "xqzxqz")).toBeNull();
  expect(near("xqzxqz", "minister")).toBeNull();
});
