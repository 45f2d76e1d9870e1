/**
 * Whether two sets of looks can be told apart. Numbers: the Mann–Whitney U test, two-sided, with
 * the normal approximation and the correction for ties (Mann & Whitney 1947). Texts: Pearson's
 * chi-squared test over the distinct texts (with one text only, nothing is told apart).
 */
export interface Verdict {
  /** The share of pairs in which the planted one is the larger, ties as halves; of texts, in which they are the same. */
  readonly share: number;
  /** How likely so great a difference is where there is none. */
  readonly p: number;
}

type Seen = string | number;

export function compareLooks(planted: readonly Seen[], control: readonly Seen[]): Verdict {
  const isNumeric = [...planted, ...control].every((value) => typeof value === "number");
  return isNumeric
    ? mannWhitney(planted as readonly number[], control as readonly number[])
    : chiSquared(planted.map(String), control.map(String));
}

function mannWhitney(a: readonly number[], b: readonly number[]): Verdict {
  const all = [...a.map((value) => [value, 0]), ...b.map((value) => [value, 1])] as [
    number,
    0 | 1,
  ][];
  all.sort(([one], [other]) => one - other);
  let rankSum = 0;
  let ties = 0;
  for (let from = 0; from < all.length; ) {
    let to = from;
    while (to < all.length && all[to]![0] === all[from]![0]) to++;
    const rank = (from + 1 + to) / 2;
    const size = to - from;
    ties += size ** 3 - size;
    for (let i = from; i < to; i++) if (all[i]![1] === 0) rankSum += rank;
    from = to;
  }
  const [n, m] = [a.length, b.length];
  const total = n + m;
  const u = rankSum - (n * (n + 1)) / 2;
  const variance = ((n * m) / 12) * (total + 1 - ties / (total * (total - 1)));
  const z = variance === 0 ? 0 : (u - (n * m) / 2) / Math.sqrt(variance);
  return { share: u / (n * m), p: bothTails(z) };
}

function chiSquared(a: readonly string[], b: readonly string[]): Verdict {
  const kinds = [...new Set([...a, ...b])];
  let statistic = 0;
  let same = 0;
  for (const kind of kinds) {
    const inA = a.filter((one) => one === kind).length;
    const inB = b.filter((one) => one === kind).length;
    same += (inA / a.length) * (inB / b.length);
    const expected = (inA + inB) / (a.length + b.length);
    statistic += (inA - expected * a.length) ** 2 / (expected * a.length);
    statistic += (inB - expected * b.length) ** 2 / (expected * b.length);
  }
  if (kinds.length === 1) return { share: 1, p: 1 };
  // The cube root of chi-squared is nearly normal (Wilson & Hilferty 1931).
  const freedom = kinds.length - 1;
  const spread = 2 / (9 * freedom);
  const z = (Math.cbrt(statistic / freedom) - (1 - spread)) / Math.sqrt(spread);
  return { share: same, p: Math.min(1, z < 0 ? 1 : bothTails(z) / 2) };
}

/** The two tails of the normal distribution beyond z (Abramowitz & Stegun 7.1.26, error below 2e-7). */
function bothTails(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const series =
    t *
    (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  return series * Math.exp(-x * x);
}
