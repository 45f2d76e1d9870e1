import path from "node:path";
import type { PassageVectors } from "../../src/engine/match/retrieval/queryCosines.ts";
import type { SearchablePassage } from "../../src/engine/match/retrieval/retriever.ts";
import { openEncodedTexts } from "./encoding/encodedTexts.ts";
import { readRows } from "./readRows.ts";

/** A post and the earlier claims that it repeats. */
export interface ClaimQuery {
  readonly id: string;
  readonly text: string;
  readonly relevant: readonly string[];
}

/** The queries of a part of the set. */
export function claimQueries(
  dataFolder: string,
  part: "train" | "dev" | "devtest",
): readonly ClaimQuery[] {
  return readRows(path.join(dataFolder, `eval/checkthat/${part}.jsonl`));
}

/** Which parts of a checked claim are searched. */
export const claimTexts = {
  "title and claim": ({ title, vclaim }: CheckedClaim) => `${title}. ${vclaim}`,
  "title, subtitle and claim": ({ title, subtitle, vclaim }: CheckedClaim) =>
    `${title}. ${subtitle}. ${vclaim}`,
  "claim alone": ({ vclaim }: CheckedClaim) => vclaim,
} as const;

export type ClaimText = keyof typeof claimTexts;

interface CheckedClaim {
  readonly vclaim_id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly vclaim: string;
}

/** The checked claims as passages to be found. */
export function checkedClaims(dataFolder: string, text: ClaimText): readonly SearchablePassage[] {
  const claims = readRows<CheckedClaim>(path.join(dataFolder, "eval/checkthat/vclaims.jsonl"));
  return claims.map((claim) => ({ articleId: claim.vclaim_id, text: claimTexts[text](claim) }));
}

/** The vectors of claims, as `retrieve` has them of a corpus that is wholly encoded. */
export async function vectorsOfClaims(
  claims: readonly SearchablePassage[],
): Promise<PassageVectors> {
  const vectors = await (await openEncodedTexts()).compact(claims.map(({ text }) => text));
  return { row: Uint8Array.from(Buffer.concat(vectors)), areAll: true };
}

/** The queries' vectors, in their order. */
export async function vectorsOfQueries(
  queries: readonly ClaimQuery[],
): Promise<readonly Uint8Array[]> {
  return (await openEncodedTexts()).compact(queries.map(({ text }) => text));
}

/** Mean average precision of the first five. */
export function precisionAtFive(
  queries: readonly ClaimQuery[],
  find: (text: string, query: number) => readonly string[],
): number {
  const each = queries.map(({ text, relevant }, query) => {
    let hits = 0;
    let sum = 0;
    find(text, query)
      .slice(0, 5)
      .forEach((id, at) => {
        if (relevant.includes(id)) sum += ++hits / (at + 1);
      });
    return sum / Math.min(5, relevant.length);
  });
  return each.reduce((sum, value) => sum + value, 0) / each.length;
}
