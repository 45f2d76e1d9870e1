import { expect, it } from "vitest";
import { meaningFeatures } from "../../../../src/engine/match/meaning/meaningFeatures.ts";

const above = (cosine: number, rival: number | null) =>
  meaningFeatures(cosine, { inArticle: rival, onPage: rival, inLibrary: rival }, 0);

it.each([
  ["by what it is more", 0.7, 0.5, 0.2],
  ["by what it is less", 0.5, 0.6, -0.1],
  ["by three tenths at most", 0.9, 0.2, 0.3],
  ["by less three tenths at most", 0.1, 0.8, -0.3],
  ["as beside a usual one, where there is no other", 0.5, null, 0.1],
])("a cosine stands above the next %s", (_name, cosine, rival, lead) => {
  const { aboveArticle, abovePage, aboveLibrary } = above(cosine, rival);
  for (const one of [aboveArticle, abovePage, aboveLibrary]) expect(one).toBeCloseTo(lead, 6);
});
