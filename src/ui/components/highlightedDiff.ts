import { emptyWordsFor } from "../../engine/text/emptyWords.ts";
import { type WordDiffPart, type WordDiffResult, wordDiff, wordKey } from "./wordDiff.ts";

/**
 * Returns which words of two wordings to highlight: those that the other lacks, without function
 * words ("the", "of") at the edges. Function words inside are highlighted, so that a stretch has no
 * gaps.
 */
export function highlightedDiff(page: string, corpus: string): WordDiffResult {
  const diff = wordDiff(page, corpus);
  const empty = emptyWordsFor(`${page} ${corpus}`.split(/\s+/).map(wordKey));
  const trimmed = (parts: readonly WordDiffPart[]) =>
    joined(parts.flatMap((part) => (part.isSame ? [part] : withoutEdges(part, empty))));
  return { page: trimmed(diff.page), corpus: trimmed(diff.corpus) };
}

function withoutEdges({ text }: WordDiffPart, empty: ReadonlySet<string>): readonly WordDiffPart[] {
  const words = text.match(/^\s+|\S+\s*/g) ?? [];
  const carries = (word: string) => !empty.has(wordKey(word));
  const first = words.findIndex(carries);
  const last = words.findLastIndex(carries);
  if (first < 0) return [{ text, isSame: true }];
  return [
    { text: words.slice(0, first).join(""), isSame: true },
    { text: words.slice(first, last + 1).join(""), isSame: false },
    { text: words.slice(last + 1).join(""), isSame: true },
  ].filter((part) => part.text !== "");
}

/** Joins neighbouring parts of the same kind. */
function joined(parts: readonly WordDiffPart[]): readonly WordDiffPart[] {
  const all: WordDiffPart[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (last?.isSame === part.isSame)
      all[all.length - 1] = { ...last, text: last.text + part.text };
    else all.push(part);
  }
  return all;
}
