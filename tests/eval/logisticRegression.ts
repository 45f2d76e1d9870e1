/** One example: features in a fixed order, whether it is a yes, and how much it counts. */
export interface Example {
  readonly x: readonly number[];
  readonly isYes: boolean;
  readonly weight: number;
  /** Log-odds known beforehand, to which the fitted ones are added; 0 if left out. */
  readonly offset?: number;
}

export interface Fitted {
  readonly intercept: number;
  readonly weights: readonly number[];
}

/**
 * Logistic regression with an L2 penalty (not on the intercept), by Newton's method
 * (iteratively reweighted least squares). Deterministic; a few dozen features.
 */
export function fitLogistic(examples: readonly Example[], penalty: number, rounds = 25): Fitted {
  const size = (examples[0]?.x.length ?? 0) + 1;
  let beta = new Float64Array(size);
  for (let round = 0; round < rounds; round++) {
    const { gradient, hessian } = derivatives(examples, beta, penalty);
    const step = solve(hessian, gradient);
    beta = shortened(examples, beta, step, penalty);
    if (step.every((value) => Math.abs(value) < 1e-7)) break;
  }
  return { intercept: beta[0]!, weights: [...beta.subarray(1)] };
}

/** The step, halved until it gains: from an offset far off, a whole one would fly past the best. */
function shortened(
  examples: readonly Example[],
  beta: Float64Array,
  step: Float64Array,
  penalty: number,
): Float64Array<ArrayBuffer> {
  const before = lossOf(examples, beta, penalty);
  let share = 1;
  let next = beta.map((value, i) => value + step[i]!);
  while (share > 1e-6 && !(lossOf(examples, next, penalty) <= before)) {
    share /= 2;
    next = beta.map((value, i) => value + share * step[i]!);
  }
  return next;
}

function lossOf(examples: readonly Example[], beta: Float64Array, penalty: number): number {
  let loss = 0;
  for (let i = 1; i < beta.length; i++) loss += (penalty / 2) * beta[i]! ** 2;
  for (const { x, isYes, weight, offset = 0 } of examples) {
    let z = offset + beta[0]!;
    for (let i = 0; i < x.length; i++) z += beta[i + 1]! * x[i]!;
    const margin = isYes ? -z : z;
    loss += weight * (margin > 30 ? margin : Math.log1p(Math.exp(margin)));
  }
  return loss;
}

function derivatives(examples: readonly Example[], beta: Float64Array, penalty: number) {
  const size = beta.length;
  const gradient = new Float64Array(size);
  const hessian = Array.from({ length: size }, () => new Float64Array(size));
  const row = new Float64Array(size);
  for (const { x, isYes, weight, offset = 0 } of examples) {
    row[0] = 1;
    row.set(x, 1);
    let z = offset;
    for (let i = 0; i < size; i++) z += beta[i]! * row[i]!;
    const p = 1 / (1 + Math.exp(-z));
    const error = weight * ((isYes ? 1 : 0) - p);
    const curve = Math.max(1e-9, weight * p * (1 - p));
    for (let i = 0; i < size; i++) {
      gradient[i]! += error * row[i]!;
      if (row[i] === 0) continue;
      for (let j = 0; j <= i; j++) hessian[i]![j]! += curve * row[i]! * row[j]!;
    }
  }
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) hessian[j]![i] = hessian[i]![j]!;
    if (i === 0) continue;
    gradient[i]! -= penalty * beta[i]!;
    hessian[i]![i]! += penalty;
  }
  hessian[0]![0]! += 1e-9;
  return { gradient, hessian };
}

/** The solution of a system of linear equations, by Gaussian elimination with pivoting. */
export function solve(matrix: readonly Float64Array[], vector: Float64Array): Float64Array {
  const size = vector.length;
  const rows = matrix.map((row, i) => Float64Array.from([...row, vector[i]!]));
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let i = column + 1; i < size; i++) {
      if (Math.abs(rows[i]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = i;
    }
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    for (let i = column + 1; i < size; i++) {
      const factor = rows[i]![column]! / (rows[column]![column]! || 1e-12);
      if (factor === 0) continue;
      for (let j = column; j <= size; j++) rows[i]![j]! -= factor * rows[column]![j]!;
    }
  }
  const result = new Float64Array(size);
  for (let i = size - 1; i >= 0; i--) {
    let sum = rows[i]![size]!;
    for (let j = i + 1; j < size; j++) sum -= rows[i]![j]! * result[j]!;
    result[i] = sum / (rows[i]![i]! || 1e-12);
  }
  return result;
}
