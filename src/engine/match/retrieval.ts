import { isContent } from "../library/terms.ts";
import { stem } from "../text/stems.ts";
import { tokenise } from "../text/tokens.ts";

/** A text that can be found, and the article that it is of. */
export interface SoughtPassage {
  readonly articleId: string;
  readonly text: string;
}

/** An article found, with its best passage. */
export interface RetrievedHit {
  readonly articleId: string;
  readonly passage: string;
  /** Higher is closer; scores of different queries are not compared. */
  readonly score: number;
}

/** Finds, for a statement, the passages that are closest to it. */
export interface Retriever {
  readonly passageCount: number;
  /** At most `count` articles, best first, each once. */
  find(query: string, count: number): readonly RetrievedHit[];
}

/** Saturation of a term's repetition, and how much a long passage is held against itself. */
const saturation = 0.9;
const lengthShare = 0.4;

/** Reads all passages once. Memory: their texts and eight bytes a word. */
export function createRetriever(passages: Iterable<SoughtPassage>): Retriever {
  const stored: SoughtPassage[] = [];
  const numbers = new Map<string, number>();
  const lists: number[][] = [];
  const lengths: number[] = [];
  for (const passage of passages) {
    const terms = termsOf(passage.text);
    for (const term of new Set(terms)) {
      let number = numbers.get(term);
      if (number === undefined) {
        number = lists.length;
        numbers.set(term, number);
        lists.push([]);
      }
      lists[number]!.push(stored.length);
    }
    lengths.push(terms.length);
    stored.push(passage);
  }
  const postings = lists.map((list) => Uint32Array.from(list));
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  const scores = new Float32Array(stored.length);
  return {
    passageCount: stored.length,
    find(query, count) {
      const touched: number[] = [];
      for (const term of new Set(termsOf(query))) {
        const list = postings[numbers.get(term) ?? -1];
        if (!list) continue;
        const idf = Math.log(1 + (stored.length - list.length + 0.5) / (list.length + 0.5));
        for (const passage of list) {
          if (scores[passage] === 0) touched.push(passage);
          const norm = 1 - lengthShare + (lengthShare * lengths[passage]!) / mean;
          scores[passage]! += (idf * (saturation + 1)) / (1 + saturation * norm);
        }
      }
      touched.sort((a, b) => scores[b]! - scores[a]! || a - b);
      const hits = new Map<string, RetrievedHit>();
      for (const at of touched) {
        if (hits.size >= count) break;
        const { articleId, text } = stored[at]!;
        if (!hits.has(articleId)) {
          hits.set(articleId, { articleId, passage: text, score: Math.fround(scores[at]!) });
        }
      }
      for (const at of touched) scores[at] = 0;
      return [...hits.values()];
    },
  };
}

function termsOf(text: string): readonly string[] {
  return tokenise(text)
    .filter(isContent)
    .map(({ folded }) => stem(folded));
}
