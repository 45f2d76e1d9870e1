/**
 * Evidence from the vectors that two passages say the same. Cosines of news sentences lie close
 * together, and some sentences resemble all others, so each cosine is compared with those of nearby
 * passages.
 */
export type MeaningFeatureName =
  /** Cosine of the two vectors. */
  | "cosine"
  /**
   * The cosine minus that of the most similar other passage of the article; negative if that one is
   * more similar.
   */
  | "aboveArticle"
  /** The cosine minus that of the most similar other passage of the page. */
  | "abovePage"
  /** The cosine minus the usual cosine of the page's passage with similar library passages. */
  | "aboveLibrary"
  /** How much of the page's content the article has: 0..1. */
  | "toldTogether";

/** The features from vectors, by name. */
export type MeaningFeatures = Readonly<Record<MeaningFeatureName, number>>;

/** The vectors' evidence on a pair, and whether the texts are in one language. */
export interface MeaningEvidence {
  readonly features: MeaningFeatures;
  readonly isOneLanguage: boolean;
}

/** The largest difference of cosines that counts. */
const mostAbove = 0.3;

/** The cosine assumed for the most similar other passage if there is none. */
const usualRival = 0.4;

/** Returns the features of a cosine among others; null means that there is no other passage. */
export function meaningFeatures(
  cosine: number,
  rivals: {
    readonly inArticle: number | null;
    readonly onPage: number | null;
    readonly inLibrary: number | null;
  },
  toldTogether: number,
): MeaningFeatures {
  const above = (rival: number | null) =>
    Math.max(-mostAbove, Math.min(mostAbove, cosine - (rival ?? usualRival)));
  return {
    cosine,
    aboveArticle: above(rivals.inArticle),
    abovePage: above(rivals.onPage),
    aboveLibrary: above(rivals.inLibrary),
    toldTogether,
  };
}
