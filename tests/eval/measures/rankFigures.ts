/** Pearson's correlation. */
export function correlation(one: readonly number[], other: readonly number[]): number {
  const meanOne = mean(one);
  const meanOther = mean(other);
  let product = 0;
  let ofOne = 0;
  let ofOther = 0;
  for (let i = 0; i < one.length; i++) {
    const a = one[i]! - meanOne;
    const b = other[i]! - meanOther;
    product += a * b;
    ofOne += a * a;
    ofOther += b * b;
  }
  return product / Math.sqrt(ofOne * ofOther || 1);
}

/** Average precision of what is ranked by value, highest first. */
export function precisionByRank(
  scored: readonly (readonly [value: number, isYes: boolean])[],
): number {
  const ranked = [...scored].sort((a, b) => b[0] - a[0]);
  let hits = 0;
  let sum = 0;
  ranked.forEach(([, isYes], at) => {
    if (isYes) sum += ++hits / (at + 1);
  });
  return hits === 0 ? 0 : sum / hits;
}

/** How well scores hold as probabilities, by tenths. */
export function reliability(
  scored: readonly { readonly isYes: boolean; readonly score: number }[],
) {
  const tenths = Array.from({ length: 10 }, (_, tenth) => {
    const members = scored.filter(({ score }) => Math.min(9, Math.floor(score * 10)) === tenth);
    return {
      count: members.length,
      score: mean(members.map(({ score }) => score)),
      yes: mean(members.map(({ isYes }) => (isYes ? 1 : 0))),
    };
  }).filter(({ count }) => count > 0);
  const off = tenths.map(({ count, score, yes }) => count * Math.abs(score - yes));
  return {
    error: off.reduce((sum, value) => sum + value, 0) / Math.max(1, scored.length),
    inWords: tenths.map(({ score, yes }) => `${score.toFixed(2)}:${yes.toFixed(2)}`).join(" "),
    lines: tenths.map(
      ({ count, score, yes }) => `${score.toFixed(3)}\t${yes.toFixed(3)}\t${count} pairs`,
    ),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
