/**
 * `npm run corpus`: reads the documents of the bundled corpus as delivered
 * (tests/fixtures/documents) and writes what ships of them: cleaned records and a notice.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Article } from "../src/engine/model/index.ts";
import { articleFromText } from "../src/ingest/articleFromText.ts";
import { readArticlesJson } from "../src/ingest/articlesJson.ts";

const documents = path.resolve("tests/fixtures/documents");
const assets = path.resolve("assets/corpus");

const known = readArticlesJson(readFileSync(path.join(documents, "articles.json"), "utf8"));
const articles = known.map((entry) =>
  articleFromText(readFileSync(path.join(documents, entry.file), "utf8"), entry.known),
);
mkdirSync(assets, { recursive: true });
writeFileSync(path.join(assets, "articles.json"), `${JSON.stringify(articles, null, 1)}\n`);
writeFileSync(path.join(assets, "NOTICE"), notice(articles));
console.log(`${articles.length} articles → ${path.relative("", assets)}`);

function notice(records: readonly Article[]): string {
  const lines = records.map(({ outlet, title, published, urls }) => {
    const date = published === null ? "no date" : published.value.slice(0, 10);
    const inferred = published?.basis === "inferred" ? " (inferred)" : "";
    return `- ${outlet.name}, ${date}${inferred}: “${title}”\n  ${urls[0] ?? "address not known"}`;
  });
  return `The articles in corpus/articles.json are not part of Second Source and not under its licence.

The title and text of each belong to the outlet that published it, or to its authors and agencies:

${lines.join("\n")}

They are included as cleaned text, with what is known of their origin, so that a reader can see
what the extension does before adding articles of their own. Each reference names the outlet and
links to the original, if its address is known. If you hold the rights to a text and do not want it
to be included, please ask us to remove it.
`;
}
