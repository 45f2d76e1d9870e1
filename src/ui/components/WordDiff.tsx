import { useMemo } from "preact/hooks";
import { highlightedDiff } from "./highlightedDiff.ts";
import type { WordDiffPart } from "./wordDiff.ts";

interface WordDiffProps {
  readonly page: string;
  readonly corpus: string;
}

/** Shows the other outlet's wording with the shared words muted, so that the others stand out. */
export function WordDiff({ page, corpus }: WordDiffProps) {
  const parts = useMemo(() => highlightedDiff(page, corpus).corpus, [page, corpus]);
  return <DiffText parts={parts} />;
}

/** The least share of common words. With less, nearly everything would be marked. */
const leastCommonShare = 0.2;

/** Shows one wording and marks the words that the other lacks. */
export function DiffText({ parts }: { readonly parts: readonly WordDiffPart[] }) {
  const text = parts.map((part) => part.text).join("");
  const common = parts.reduce((chars, part) => chars + (part.isSame ? part.text.length : 0), 0);
  if (common < text.length * leastCommonShare) return <>{text}</>;
  return (
    <>
      {parts.map((part, index) =>
        part.isSame ? (
          <span key={index} class="common">
            {part.text}
          </span>
        ) : (
          <DifferingWords key={index} text={part.text} />
        ),
      )}
    </>
  );
}

/** Marks differing words, without the white space after the last one. */
function DifferingWords({ text }: { readonly text: string }) {
  const words = text.trimEnd();
  return (
    <>
      <mark>{words}</mark>
      {text.slice(words.length)}
    </>
  );
}
