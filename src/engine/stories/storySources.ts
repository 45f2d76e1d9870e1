import type { ArticleReading, StorySource } from "../model/index.ts";

/** The most sources of one article that are shown. */
const mostSources = 30;

/**
 * Returns the sources that an article names and how often, the most frequent first. A source that
 * only its own sentence explains ("it", "these remarks") says nothing in a list and is left out.
 */
export function sourcesOf(
  { attributions }: Pick<ArticleReading, "attributions">,
  article: number,
): readonly StorySource[] {
  const found = new Map<string, { -readonly [Key in keyof StorySource]: StorySource[Key] }>();
  for (const { source, role, via } of attributions) {
    if (source === "unnamed" || !standsAlone(source)) continue;
    const key = [source, ...via].map(folded).join("\n");
    const known = found.get(key);
    if (known === undefined) found.set(key, { article, name: source, role, via, count: 1 });
    else {
      known.count += 1;
      if ((role?.length ?? 0) > (known.role?.length ?? 0)) known.role = role;
    }
  }
  return [...found.values()].sort((a, b) => b.count - a.count).slice(0, mostSources);
}

/** False for pronouns, for what points at something before, and for a phrase that was cut in two. */
function standsAlone(name: string): boolean {
  return !pointing.test(name) && isBalanced(name, "(", ")") && isBalanced(name, "“", "”");
}

const pointing =
  /^(?:it|he|she|they|we|this|that|these|those|such|his|her|its|their|our|my|your)(?![\p{L}\p{N}])/iu;

function isBalanced(text: string, open: string, close: string): boolean {
  return text.split(open).length === text.split(close).length;
}

/** Small letters without accents: an outlet may write a name in several ways. */
function folded(name: string): string {
  return name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
