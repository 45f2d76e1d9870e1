import { useMemo } from "preact/hooks";
import { wordDiff } from "./wordDiff.ts";

interface WordDiffProps {
  readonly page: string;
  readonly corpus: string;
}

/** The other outlet's wording; words that the page does not have at that place stand out. */
export function WordDiff({ page, corpus }: WordDiffProps) {
  const parts = useMemo(() => wordDiff(page, corpus).corpus, [page, corpus]);
  return (
    <>
      {parts.map(({ text, isSame }, index) =>
        isSame ? text : <DifferingWords key={index} text={text} />,
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
