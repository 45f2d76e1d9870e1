/**
 * The axes along which vectors vary most, most first: eigenvectors of their second moments, by
 * Jacobi's rotations. For up to a few hundred dimensions.
 */
export function principalAxes(vectors: readonly Float64Array[]): readonly Float64Array[] {
  const size = vectors[0]?.length ?? 0;
  const moments = Array.from({ length: size }, () => new Float64Array(size));
  for (const vector of vectors) {
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) moments[i]![j]! += vector[i]! * vector[j]!;
    }
  }
  const axes = Array.from({ length: size }, (_, i) => {
    const axis = new Float64Array(size);
    axis[i] = 1;
    return axis;
  });
  for (let sweep = 0; sweep < 30; sweep++) {
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotate(moments, axes, p, q);
  }
  return axes
    .map((axis, i) => ({ axis, share: moments[i]![i]! }))
    .sort((a, b) => b.share - a.share)
    .map(({ axis }) => axis);
}

/** Turns rows and columns p and q so that what is between them becomes nought. */
function rotate(m: Float64Array[], axes: Float64Array[], p: number, q: number): void {
  const between = m[p]![q]!;
  if (Math.abs(between) < 1e-12) return;
  const theta = (m[q]![q]! - m[p]![p]!) / (2 * between);
  const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let k = 0; k < m.length; k++) {
    const kp = m[k]![p]!;
    const kq = m[k]![q]!;
    m[k]![p] = c * kp - s * kq;
    m[k]![q] = s * kp + c * kq;
  }
  for (let k = 0; k < m.length; k++) {
    const pk = m[p]![k]!;
    const qk = m[q]![k]!;
    m[p]![k] = c * pk - s * qk;
    m[q]![k] = s * pk + c * qk;
    const ap = axes[p]![k]!;
    const aq = axes[q]![k]!;
    axes[p]![k] = c * ap - s * aq;
    axes[q]![k] = s * ap + c * aq;
  }
}
