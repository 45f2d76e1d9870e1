import { readdirSync } from "node:fs";
import path from "node:path";
import { termsOfPassage } from "../../../src/engine/library/terms.ts";
import { tokenise } from "../../../src/engine/text/tokens.ts";
import { readRows } from "../../eval/readRows.ts";

/** Two sentences that say the same: one goes into the library, the other looks for it. */
export interface Paraphrase {
  readonly query: string;
  readonly target: string;
}

interface PairRow {
  readonly s1: string;
  readonly s2: string;
  readonly label?: number;
  readonly score?: number;
}

const hardest = 400;
/** At this grade of 5 two sentences are called equivalent but for details. */
const sameScore = 4;

/** The 400 paraphrases of news whose words overlap least. */
export function hardParaphrases(dataFolder: string): readonly Paraphrase[] {
  const sts = path.join(dataFolder, "eval/sts-news");
  const files = readdirSync(sts).map((name) => path.join(sts, name));
  const seen = new Set<string>();
  return [path.join(dataFolder, "eval/mrpc/train.jsonl"), ...files]
    .filter((file) => file.endsWith(".jsonl"))
    .flatMap((file) => readRows<PairRow>(file))
    .filter(({ label, score }) => label === 1 || (score ?? 0) >= sameScore)
    .filter(({ s2 }) => !seen.has(s2) && seen.add(s2))
    .map(({ s1, s2 }) => ({ query: s1, target: s2, overlap: overlapOf(s1, s2) }))
    .sort((a, b) => a.overlap - b.overlap)
    .slice(0, hardest);
}

/** The terms of a sentence of which no more is known than its text. */
export function termsOfText(text: string, tokens = tokenise(text)): Uint32Array {
  return termsOfPassage({ text, names: [], dates: [], numbers: [] }, tokens);
}

/** Shared terms of all terms. */
function overlapOf(a: string, b: string): number {
  const one = new Set(termsOfText(a));
  const other = new Set(termsOfText(b));
  let shared = 0;
  for (const term of one) if (other.has(term)) shared++;
  return shared / Math.max(1, one.size + other.size - shared);
}
