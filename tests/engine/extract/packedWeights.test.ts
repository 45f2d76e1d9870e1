import fc from "fast-check";
import { expect, it } from "vitest";
import {
  mostSteps,
  packWeights,
  unpackWeights,
} from "../../../src/engine/extract/cues/packedWeights.ts";

it("gives back the weights that were packed", () => {
  const step = fc.integer({ min: -mostSteps, max: mostSteps });
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(400), step), { maxLength: 20 }), (pairs) => {
      const steps = new Int8Array(8_192);
      let bucket = 0;
      for (const [gap, size] of pairs) {
        bucket += gap;
        steps[bucket++] = size;
      }
      expect(unpackWeights(packWeights(steps), steps.length).join()).toBe(steps.join());
    }),
  );
});

it("takes two characters a weight, and one for ninety empty buckets", () => {
  const steps = new Int8Array(1_000);
  steps[0] = -45;
  steps[1] = 45;
  steps[92] = 1;
  expect(packWeights(steps)).toBe("###~~#Q");
});
