import type { ArticleReading, Attribution, ReadPassage } from "../model/index.ts";

/** The source of a passage, as far as the article names one. */
export interface PassageSource {
  readonly speaker: string | null;
  /** The speaker's office or description ("Russian Foreign Minister"), where the article names one. */
  readonly role: string | null;
  readonly via: readonly string[];
  /** The source says that it is not so. */
  readonly negated: boolean;
}

const unknownSource: PassageSource = { speaker: null, role: null, via: [], negated: false };

/**
 * Returns the source of a passage: that of the attribution whose content covers most of it, the first
 * among equals.
 */
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
    role: best.source === "unnamed" ? null : roleAlone(best.role),
    via: best.via,
    negated: best.negated,
  };
}

/**
 * Returns a role that makes sense without its article; null for one that refers to somebody else
 * ("his counterpart").
 */
function roleAlone(role: string | null): string | null {
  if (role === null || /^(?:his|her|its|their|our|my)\b/i.test(role)) return null;
  // After the end of a sentence the description is repeated; "U.S." does not end one.
  return role.split(/(?<=\p{Ll}{3})\.\s/u, 1)[0] ?? null;
}

function coverOf(attribution: Attribution, passage: ReadPassage): number {
  let units = 0;
  for (const span of attribution.content) {
    units += Math.max(0, Math.min(span.end, passage.end) - Math.max(span.start, passage.start));
  }
  return units;
}
