import type { LinearUnit } from "../../../src/engine/match/similarity/similarityModel.ts";
import { solve } from "../logisticRegression.ts";

/** One example of a graded target; `group` names the set that it is of. */
export interface GradedExample {
  readonly x: Float64Array;
  readonly y: number;
  readonly group: string;
}

/**
 * Least squares with an L2 penalty, within the groups: what counts is the order inside a set, not
 * that one set is graded higher than another. Every group weighs the same.
 * @param penaltyOf for each feature, by its place
 */
export function fitWithinGroups(
  examples: readonly GradedExample[],
  penaltyOf: (feature: number) => number,
): LinearUnit {
  const size = examples[0]?.x.length ?? 0;
  const groups = new Map<string, GradedExample[]>();
  for (const one of examples) groups.set(one.group, [...(groups.get(one.group) ?? []), one]);
  const products = Array.from({ length: size }, () => new Float64Array(size));
  const targets = new Float64Array(size);
  for (const members of groups.values()) {
    const weight = examples.length / groups.size / members.length;
    const mean = meanOf(members);
    for (const { x, y } of members) {
      const row = x.map((value, i) => value - mean.x[i]!);
      for (let i = 0; i < size; i++) {
        targets[i]! += weight * row[i]! * (y - mean.y);
        for (let j = 0; j < size; j++) products[i]![j]! += weight * row[i]! * row[j]!;
      }
    }
  }
  for (let i = 0; i < size; i++) products[i]![i]! += penaltyOf(i);
  const weights = [...solve(products, targets)];
  const all = meanOf(examples);
  const explained = weights.reduce((sum, weight, i) => sum + weight * all.x[i]!, 0);
  return { intercept: all.y - explained, weights };
}

function meanOf(examples: readonly GradedExample[]): { x: Float64Array; y: number } {
  const mean = new Float64Array(examples[0]!.x.length);
  let y = 0;
  for (const example of examples) {
    y += example.y / examples.length;
    example.x.forEach((value, i) => {
      mean[i]! += value / examples.length;
    });
  }
  return { x: mean, y };
}
