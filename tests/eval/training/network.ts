import type { Network } from "../../../src/engine/match/similarity/similarityModel.ts";
import { randomSource } from "../../support/randomSource.ts";

/** One example of a yes or no. */
export interface NetworkExample {
  readonly x: Float64Array;
  readonly isYes: boolean;
  readonly weight: number;
}

const hiddenUnits = 8;
const rounds = 250;
const firstStep = 0.02;

/**
 * A network of a few hidden units, strongly held back: with `penalty` 40 it does on pairs that
 * took no part what a support vector machine does with two thousand vectors. Full batches, Adam
 * (Kingma and Ba 2015), a fixed seed: the same examples give the same network.
 */
export function fitNetwork(examples: readonly NetworkExample[], penalty: number): Network {
  const size = examples[0]?.x.length ?? 0;
  const width = size + 1;
  const random = randomSource(7);
  const outAt = hiddenUnits * width;
  const values = Float64Array.from({ length: outAt + hiddenUnits + 1 }, (_, at) =>
    at < outAt ? ((random() - 0.5) * 2) / Math.sqrt(width) : random() - 0.5,
  );
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const moments = {
    first: new Float64Array(values.length),
    second: new Float64Array(values.length),
  };
  for (let round = 1; round <= rounds; round++) {
    const slopes = slopesOf(examples, values, width, total);
    for (let at = 0; at < values.length; at++) {
      const isBias = at < outAt ? at % width === size : at === values.length - 1;
      if (!isBias) slopes[at]! += (penalty / total) * values[at]!;
    }
    step(values, slopes, moments, round);
  }
  return networkOf(values, width);
}

function slopesOf(
  examples: readonly NetworkExample[],
  values: Float64Array,
  width: number,
  total: number,
): Float64Array {
  const slopes = new Float64Array(values.length);
  const outAt = hiddenUnits * width;
  const active = new Float64Array(hiddenUnits);
  for (const { x, isYes, weight } of examples) {
    let logit = values[values.length - 1]!;
    for (let unit = 0; unit < hiddenUnits; unit++) {
      const from = unit * width;
      let sum = values[from + width - 1]!;
      for (let i = 0; i < x.length; i++) sum += values[from + i]! * x[i]!;
      active[unit] = Math.tanh(sum);
      logit += values[outAt + unit]! * active[unit]!;
    }
    const error = (weight * (1 / (1 + Math.exp(-logit)) - (isYes ? 1 : 0))) / total;
    slopes[slopes.length - 1]! += error;
    for (let unit = 0; unit < hiddenUnits; unit++) {
      slopes[outAt + unit]! += error * active[unit]!;
      const back = error * values[outAt + unit]! * (1 - active[unit]! ** 2);
      const from = unit * width;
      for (let i = 0; i < x.length; i++) slopes[from + i]! += back * x[i]!;
      slopes[from + width - 1]! += back;
    }
  }
  return slopes;
}

function step(
  values: Float64Array,
  slopes: Float64Array,
  { first, second }: { first: Float64Array; second: Float64Array },
  round: number,
): void {
  const size = firstStep * (1 - (0.9 * round) / rounds);
  for (let at = 0; at < values.length; at++) {
    first[at] = 0.9 * first[at]! + 0.1 * slopes[at]!;
    second[at] = 0.999 * second[at]! + 0.001 * slopes[at]! ** 2;
    const mean = first[at]! / (1 - 0.9 ** round);
    const spread = Math.sqrt(second[at]! / (1 - 0.999 ** round));
    values[at]! -= (size * mean) / (spread + 1e-8);
  }
}

function networkOf(values: Float64Array, width: number): Network {
  const outAt = hiddenUnits * width;
  return {
    hidden: Array.from({ length: hiddenUnits }, (_, unit) => ({
      intercept: values[unit * width + width - 1]!,
      weights: [...values.subarray(unit * width, unit * width + width - 1)],
    })),
    out: { intercept: values.at(-1)!, weights: [...values.subarray(outAt, outAt + hiddenUnits)] },
  };
}
