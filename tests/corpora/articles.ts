import type { ListedArticle, ReaderLibrary } from "../../src/corpora/readerLibrary.ts";
import type { Article, ArticleId } from "../../src/engine/model/index.ts";

/** An article of an outlet, with what the test is about. */
export function anArticle(name: string, changes: Partial<Article> = {}): Article {
  return {
    id: `shore-${name}` as ArticleId,
    outlet: { name: "The Northern Shore", domain: "shore.example" },
    title: `The harbour: ${name}`,
    urls: [`https://shore.example/${name}`],
    published: { value: "2019-03-06", precision: "day", basis: "stated" },
    relativeDatesCountFrom: null,
    byline: null,
    agencies: [],
    language: "en",
    body: bodyAbout(name),
    ...changes,
  };
}

/** Three paragraphs whose words no other name's paragraphs share. */
export function bodyAbout(name: string): string {
  const words = (part: string, count: number) =>
    Array.from({ length: count }, (_, i) => `${name}${part}${i}`).join(" ");
  return ["opening", "middle", "end"]
    .map((part) => `The minister told the council of ${words(part, 18)} on Monday.`)
    .join("\n\n");
}

/** All articles of a library as lists show them, the newest first. */
export async function listedIn(library: ReaderLibrary): Promise<readonly ListedArticle[]> {
  return library.listed(await library.ids());
}
