import type { ArticleReading, StorySource } from "../model/index.ts";
import { withoutAccents } from "../text/accents.ts";

/** The most sources of one article that are shown. */
const mostSources = 30;

/**
 * Returns the sources that an article names and how often, the most frequent first. One whose name is
 * withheld is given in the article's words ("a senior official"). A source that only its own sentence
 * explains ("it", "these remarks", "the source") says nothing in a list and is left out.
 */
export function sourcesOf(
  { attributions }: Pick<ArticleReading, "attributions">,
  article: number,
): readonly StorySource[] {
  const found = new Map<string, { -readonly [Key in keyof StorySource]: StorySource[Key] }>();
  for (const { source: named, mention, role, via } of attributions) {
    const source = named === "unnamed" ? described(mention) : named;
    if (source === null || !standsAlone(source)) continue;
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

/** Returns the words for somebody whose name is withheld; null if they only say that there is somebody. */
function described(mention: string): string | null {
  const words = mention.replace(/\s+/g, " ").replace(needsMore, "");
  return anySource.test(words) ? null : words;
}

/** "a source close": what "to" would be followed by is not among the words. */
const needsMore = /\s(?:close|familiar|aware|briefed)$/iu;

/** "the source", "two sources": nothing but that there is one. */
const anySource =
  /^(?:(?:an?|the|one|two|three|four|five|several|some|multiple|other|another|unnamed|anonymous)\s)*(?:source|official|person|people)s?$/iu;

/** False for pronouns, for what points at something before, and for a phrase that was cut in two. */
function standsAlone(name: string): boolean {
  const isPointing = pointing.test(name) && !ofSomebody.test(name);
  const isWhole = isBalanced(name, "(", ")") && isBalanced(name, "“", "”");
  return !isPointing && isWhole;
}

const pointing =
  /^(?:it|he|she|they|we|this|that|these|those|such|his|her|its|their|our|my|your|(?:the|that) same)(?![\p{L}\p{N}])/iu;

/** "our colleagues at the Harbour Post" */
const ofSomebody = /\s(?:at|in|from)\s(?:the\s)?\p{Lu}/u;

function isBalanced(text: string, open: string, close: string): boolean {
  return text.split(open).length === text.split(close).length;
}

/** Small letters without accents or article: an outlet may write a name in several ways. */
function folded(name: string): string {
  return withoutAccents(name).replace(/^(?:an?|the)\s/, "");
}
