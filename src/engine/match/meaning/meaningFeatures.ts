/**
 * The evidence of the vectors that two passages say the same. Cosines of news sentences are crowded,
 * and some sentences are like all others: so each is set against what else stands near it.
 */
export type MeaningFeatureName =
  /** Cosine of the two. */
  | "cosine"
  /** How much liker the corpus passage is than the likest other of its article; negative where that one is. */
  | "aboveArticle"
  /** How much liker the page's passage is than the likest other of the page. */
  | "abovePage"
  /** How much liker the two are than the page's passage is to others that are near it in the library. */
  | "aboveLibrary"
  /** How much the article says of what the page says: 0..1. */
  | "toldTogether";

/** The features that vectors give, by name. */
export type MeaningFeatures = Readonly<Record<MeaningFeatureName, number>>;

/** What the vectors say of a pair, and whether the texts are in one language. */
export interface MeaningEvidence {
  readonly features: MeaningFeatures;
  readonly isOneLanguage: boolean;
}

/** By how much one is liker than another tells no more beyond this. */
const mostAbove = 0.3;

/** What the likest other would have, where there is none to be asked. */
const usualRival = 0.4;

/** The features of a cosine among others; null stands for "there is no other". */
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
