import { nearness, vectorIndex } from "../../../src/engine/match/similarity/wordVectors.ts";

/** How often a stem is seen, and how often it is marked as a cue. */
export interface StemUses {
  marked: number;
  all: number;
}

/** How much nearer a stem must be to count more: the weight falls by e for a sixth of a cosine. */
const sharpness = 6;
/** The most uses that a neighbour counts with. */
const mostUses = 20;

/**
 * Returns for each stem how much the stems of similar meaning are cues, by their vectors: "0" to "9"
 * in tenths of all stems, or "-" for stems without a vector. A stem's own uses do not count.
 */
export function likenessOf(uses: ReadonlyMap<string, StemUses>): ReadonlyMap<string, string> {
  const known = [...uses].flatMap(([stem, { marked, all }]) => {
    const index = vectorIndex(stem);
    if (index === null) return [];
    const logOdds = Math.log((marked + 0.3) / (all - marked + 1.5));
    return [{ stem, index, logOdds, weight: Math.min(all, mostUses) }];
  });
  const values = new Map(
    known.map((one) => {
      let sum = 0;
      let weights = 0;
      for (const other of known) {
        if (other === one) continue;
        const weight = other.weight * Math.exp(sharpness * (nearness(one.index, other.index) - 1));
        sum += weight * other.logOdds;
        weights += weight;
      }
      return [one.stem, sum / weights] as const;
    }),
  );
  const sorted = Float64Array.from(values.values()).sort();
  return new Map(
    [...uses.keys()].map((stem) => {
      const value = values.get(stem);
      if (value === undefined) return [stem, "-"] as const;
      const rank = sorted.findIndex((one) => one >= value);
      return [stem, String(Math.floor((rank * 10) / sorted.length))] as const;
    }),
  );
}
