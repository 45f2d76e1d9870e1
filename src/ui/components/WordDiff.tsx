import { useMemo } from "preact/hooks";
import { wordDiff } from "./wordDiff.ts";

interface WordDiffProps {
  readonly page: string;
  readonly corpus: string;
}

/** Where less than this share of the words is common, marking the rest would mark everything. */
const leastCommonShare = 0.2;

/** The other outlet's wording: common words step back, so that the others stand out. */
export function WordDiff({ page, corpus }: WordDiffProps) {
  const parts = useMemo(() => wordDiff(page, corpus).corpus, [page, corpus]);
  const common = parts.reduce((chars, part) => chars + (part.isSame ? part.text.length : 0), 0);
  if (common < corpus.length * leastCommonShare) return <>{corpus}</>;
  return (
    <>
      {parts.map(({ text, isSame }, index) =>
        isSame ? (
          <span key={index} class="common">
            {text}
          </span>
        ) : (
          <DifferingWords key={index} text={text} />
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
