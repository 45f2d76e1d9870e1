import type { Article } from "../../src/engine/model/index.ts";
import { splitSentences } from "../../src/engine/text/sentences.ts";
import { plainArticle } from "../support/plainArticle.ts";

/** Of so many sentences one is planted as it stands and one edited: far too few for a copy. */
const stride = 6;
/** Shorter sentences are no claims. */
const leastChars = 50;
const mostChars = 600;

/** Two articles made of sentences of the given ones, word for word and lightly edited. */
export function plantedCorpus(articles: readonly Article[]): readonly Article[] {
  const verbatim: string[] = [];
  const edited: string[] = [];
  for (const { body } of articles) {
    const sentences = splitSentences(body)
      .map(({ start, end }) => body.slice(start, end))
      .filter(({ length }) => length >= leastChars && length <= mostChars);
    for (const [i, sentence] of sentences.entries()) {
      if (i % stride === 0) verbatim.push(sentence);
      else if (i % stride === stride / 2) edited.push(withoutOneWord(sentence));
    }
  }
  return [articleOf("verbatim", verbatim), articleOf("edited", edited)];
}

/** A word from the middle is left out, as an editor would who has to save a line. */
function withoutOneWord(sentence: string): string {
  const words = sentence.split(" ");
  words.splice(words.length >> 1, 1);
  return words.join(" ");
}

function articleOf(name: string, paragraphs: readonly string[]): Article {
  return {
    ...plainArticle(
      `planted-${name}`,
      `Sentences planted ${name}`,
      paragraphs.join("\n\n"),
      "2024-01-01",
    ),
    outlet: { name: `The Planted ${name}`, domain: `${name}.planted.example` },
    urls: [`https://${name}.planted.example/`],
  };
}
