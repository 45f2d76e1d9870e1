import path from "node:path";
import { readRows } from "./readRows.ts";

/** A document of ECB+: tokenised sentences, and what they mention. */
export interface EcbDocument {
  readonly doc: string;
  readonly topic: number;
  readonly subtopic: string;
  readonly sentences: readonly string[];
  readonly selected_sentences: readonly number[];
  readonly mentions: readonly {
    readonly instance: string;
    readonly type: string;
    readonly sentence: number;
  }[];
}

/** The documents of the topics that may be looked at. */
export function ecbDocuments(dataFolder: string): readonly EcbDocument[] {
  return readRows(path.join(dataFolder, "eval/ecbplus/docs.jsonl"));
}

/** A sentence as it was printed. */
export function detokenise(sentence: string): string {
  return sentence
    .replace(/``\s*/g, "“")
    .replace(/\s*''/g, "”")
    .replace(/\s+([.,;:!?%)\]]|n't|'(?:s|re|ve|ll|d|m)\b)/g, "$1")
    .replace(/([([$#])\s+/g, "$1")
    .replace(/(\w) - (\w)/g, "$1-$2")
    .replace(/ ' s\b/g, "'s")
    .replace(/(\w) ' (\w)/g, "$1'$2")
    .replace(/(\d) , (\d)/g, "$1,$2");
}
