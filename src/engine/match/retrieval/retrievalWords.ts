import { isContent } from "../../library/terms.ts";
import { stem } from "../../text/stems.ts";
import { tokenise } from "../../text/tokens.ts";

/** The words of a text as retrieval uses them. */
export interface RetrievalWords {
  /** Stems of the content words, in order. */
  readonly stems: readonly string[];
  /** Runs of four letters within the words: a misspelt name shares most of them. */
  readonly letters: readonly string[];
}

const lettersInRun = 4;

/** The credit at the end of an embedded post: "— Name (@name) May 3, 2016". */
const credit = /[—–-]\s[^—–]{1,80}\(@\w+\)\s+\p{L}+ \d{1,2}, \d{4}\s*$/u;
const addresses = /https?:\/\/\S+|(?<![\w.-])[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|co|ly)\/\S*/gi;
const tags = /[@#](\w+)/g;

/**
 * Returns the words of a claim, headline or post, without addresses and credit, and with hashtags
 * split into words.
 */
export function retrievalWords(text: string): RetrievalWords {
  const plain = text.replace(credit, " ").replace(addresses, " ").replace(tags, tagWords);
  const tokens = tokenise(plain).filter(({ kind }) => kind !== "punctuation");
  return {
    stems: tokens.filter(isContent).map(({ folded }) => stem(folded)),
    letters: tokens.flatMap(({ folded }) => letterRuns(`_${folded}_`)),
  };
}

/** Splits a hashtag into words: "#AustralianFires" has two. */
function tagWords(_: string, tag: string): string {
  return ` ${tag.replace(/(\p{Ll})([\p{Lu}\d])/gu, "$1 $2").replaceAll("_", " ")} `;
}

function letterRuns(word: string): string[] {
  const runs: string[] = [];
  for (let at = 0; at + lettersInRun <= word.length; at++) {
    runs.push(word.slice(at, at + lettersInRun));
  }
  return runs;
}
