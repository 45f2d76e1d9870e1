import { createRetriever } from "../../../src/engine/match/retrieval/retriever.ts";
import {
  type ClaimText,
  checkedClaims,
  claimQueries,
  claimTexts,
  precisionAtFive,
  vectorsOfClaims,
  vectorsOfQueries,
} from "../claimRetrieval.ts";
import type { Measure } from "../measure.ts";

/** Posts and the claims that were checked before, as `retrieve` finds them. */
export const retrieval: Measure = {
  name: "retrieval",
  goal: {
    "MAP@5 dev, title, subtitle and claim": 0.925,
    "MAP@5 devtest, title, subtitle and claim": 0.9,
    "MAP@5 dev, title, subtitle and claim, with vectors": 0.94,
    "MAP@5 devtest, title, subtitle and claim, with vectors": 0.92,
  },
  baseline: {
    "MAP@5 dev, title, subtitle and claim": 0.891,
    "MAP@5 devtest, title, subtitle and claim": 0.861,
  },
  needs: ["eval/checkthat/vclaims.jsonl"],
  async run(dataFolder) {
    const figures: Record<string, number> = {};
    for (const text of Object.keys(claimTexts) as ClaimText[]) {
      const retriever = createRetriever(checkedClaims(dataFolder, text));
      const find = (query: string) => retriever.find(query, 5).map(({ articleId }) => articleId);
      for (const part of ["dev", "devtest"] as const) {
        const queries = claimQueries(dataFolder, part);
        const start = performance.now();
        figures[`MAP@5 ${part}, ${text}`] = precisionAtFive(queries, find);
        const perSecond = (1000 * queries.length) / (performance.now() - start);
        if (part === "devtest") figures[`queries a second, ${text}`] = Math.round(perSecond);
      }
    }
    return { ...figures, ...(await withVectors(dataFolder)) };
  },
};

/** With every claim encoded, and with those alone that a query's words find, as in a large corpus. */
async function withVectors(dataFolder: string): Promise<Record<string, number>> {
  const text = "title, subtitle and claim";
  const claims = checkedClaims(dataFolder, text);
  const vectors = await vectorsOfClaims(claims);
  const figures: Record<string, number> = {};
  for (const areAll of [true, false]) {
    const retriever = createRetriever(claims, { ...vectors, areAll });
    for (const part of ["dev", "devtest"] as const) {
      const queries = claimQueries(dataFolder, part);
      const ofQueries = await vectorsOfQueries(queries);
      const name = `MAP@5 ${part}, ${text}, with vectors${areAll ? "" : " of candidates"}`;
      figures[name] = precisionAtFive(queries, (query, at) =>
        retriever.find(query, 5, ofQueries[at]).map(({ articleId }) => articleId),
      );
    }
  }
  return figures;
}
