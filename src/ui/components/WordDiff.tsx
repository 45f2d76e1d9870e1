import { useMemo } from "preact/hooks";
import { tellingDiff } from "./tellingWords.ts";
import type { WordDiffPart } from "./wordDiff.ts";

interface WordDiffProps {
  readonly page: string;
  readonly corpus: string;
}

/** The other outlet's wording: common words step back, so that the others stand out. */
export function WordDiff({ page, corpus }: WordDiffProps) {
  const parts = useMemo(() => tellingDiff(page, corpus).corpus, [page, corpus]);
  return <DiffText parts={parts} />;
}

/** Where less than this share of the words is common, marking the rest would mark everything. */
const leastCommonShare = 0.2;

/** One wording with the words set off that the other does not have. */
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

/** The white space after the last word stays outside the mark. */
function DifferingWords({ text }: { readonly text: string }) {
  const words = text.trimEnd();
  return (
    <>
      <mark>{words}</mark>
      {text.slice(words.length)}
    </>
  );
}
