import type { ArticleReading, Attribution, ReadPassage } from "../model/index.ts";

/** Whose words or knowledge a passage is, as far as the article says. */
export interface PassageSource {
  readonly speaker: string | null;
  readonly via: readonly string[];
  /** The source says that it is not so. */
  readonly negated: boolean;
}

const unknownSource: PassageSource = { speaker: null, via: [], negated: false };

/** The attribution with the most of the passage under it decides; the first one among equals. */
export function sourceOfPassage(reading: ArticleReading, passage: ReadPassage): PassageSource {
  let best: Attribution | null = null;
  let bestCover = 0;
  for (const index of passage.attributions) {
    const attribution = reading.attributions[index];
    if (!attribution) continue;
    const cover = coverOf(attribution, passage);
    if (cover > bestCover) {
      best = attribution;
      bestCover = cover;
    }
  }
  if (!best) return unknownSource;
  return {
    speaker: best.source === "unnamed" ? null : best.source,
    via: best.via,
    negated: best.negated,
  };
}

function coverOf(attribution: Attribution, passage: ReadPassage): number {
  let units = 0;
  for (const span of attribution.content) {
    units += Math.max(0, Math.min(span.end, passage.end) - Math.max(span.start, passage.start));
  }
  return units;
}
