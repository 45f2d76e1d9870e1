interface WordDiffProps {
  readonly page: string;
  readonly corpus: string;
}

/** The other outlet's wording. */
export function WordDiff({ corpus }: WordDiffProps) {
  return <>{corpus}</>;
}
