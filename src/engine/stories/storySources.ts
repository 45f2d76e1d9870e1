import type { ArticleReading, StorySource } from "../model/index.ts";

/** The most sources of one article that are shown. */
const mostSources = 30;

/** Returns the sources that an article names and how often, the most frequent first. */
export function sourcesOf(
  { attributions }: Pick<ArticleReading, "attributions">,
  article: number,
): readonly StorySource[] {
  const found = new Map<string, { -readonly [Key in keyof StorySource]: StorySource[Key] }>();
  for (const { source, role, via } of attributions) {
    if (source === "unnamed") continue;
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

/** Small letters without accents: an outlet may write a name in several ways. */
function folded(name: string): string {
  return name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
