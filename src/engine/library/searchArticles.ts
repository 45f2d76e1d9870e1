/**
 * Finds articles by words: each word of the search occurs in the text of the article, by its stem
 * as the index has it, or begins a word of its title or outlet, whatever the accents. An address
 * finds the article there. Cost: the postings of the words, and one pass over titles and outlets.
 */
import { withoutAccents } from "../text/accents.ts";
import { tokeniseIn } from "../text/languages.ts";
import type { Token } from "../text/tokens.ts";
import type { Library } from "./library.ts";
import { addressHashes } from "./pageAddress.ts";

/** More words are a text, not a search: the rest is ignored. */
const mostWords = 12;

/**
 * Returns the numbers of the articles that have all words of a search; null for a search without
 * words.
 */
export function searchArticles(library: Library, search: string): ReadonlySet<number> | null {
  if (/^\s*https?:\/\/\S+\s*$/i.test(search)) return library.articlesAt(addressHashes([search]));
  const words = wordsOf(search);
  if (words.length === 0) return null;
  let left: ReadonlySet<number> | null = null;
  for (const word of words) {
    const found = new Set([...articlesNamed(library, word), ...articlesWith(library, word)]);
    left = left === null ? found : intersected(left, found);
  }
  return left;
}

/**
 * Returns the words to search for. Function words count only if there are no others, because the
 * index does not have them.
 */
function wordsOf(search: string): readonly Token[] {
  const words = tokeniseIn(search, null).filter(({ kind }) => kind !== "punctuation");
  const contentWords = words.filter(({ form }) => !form.isStopword);
  return (contentWords.length > 0 ? contentWords : words).slice(0, mostWords);
}

/** Yields articles whose text has the word. */
function* articlesWith(library: Library, { form }: Token): Iterable<number> {
  for (const { segment, firstArticle } of library.parts) {
    const { terms, rows, deleted, passageCount } = segment;
    for (const passage of terms.postingsAt(terms.indexOf(form.stemHash))) {
      if (passage < passageCount && !deleted?.isPassage(passage)) {
        yield firstArticle + rows.articleOf(passage);
      }
    }
  }
}

/** Yields articles with a word in title or outlet that begins so. */
function* articlesNamed(library: Library, { folded }: Token): Iterable<number> {
  const sought = plain(folded);
  for (const { segment, firstArticle } of library.parts) {
    for (let local = 0; local < segment.articleCount; local++) {
      if (segment.deleted?.isArticle(local)) continue;
      const { outlet, title } = segment.rows.head(local);
      const names = ` ${plain(`${title} ${outlet.name} ${outlet.domain ?? ""}`)}`;
      if (names.includes(` ${sought}`)) yield firstArticle + local;
    }
  }
}

/** Returns the text in lower case without accents, with one space between words. */
function plain(text: string): string {
  return withoutAccents(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function intersected(a: ReadonlySet<number>, b: ReadonlySet<number>): ReadonlySet<number> {
  return new Set([...a].filter((one) => b.has(one)));
}
