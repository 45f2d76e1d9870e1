import { readFileSync } from "node:fs";
import type { Article } from "../../../src/engine/model/index.ts";
import { newsPage } from "../../support/newsPages.ts";
import { pageTexts } from "../index/newsLibrary.ts";

/** Paragraphs of one sentence from the bundled articles: whatever else a page says, it has these marks. */
export const planted: readonly string[] = (
  JSON.parse(readFileSync("assets/corpus/articles.json", "utf8")) as readonly Article[]
)
  .flatMap(({ body }) => body.split("\n\n"))
  .filter((paragraph) => /^[^.“"?!]{60,250}\.$/.test(paragraph));

/** An article of about so many words of real news, with a planted sentence near its top. */
export function articleOf(dataFolder: string, words: number, from = 0): string {
  return newsPage("Bench Post", "A long read", paragraphsOf(dataFolder, words, from));
}

/** Paragraphs of real news, about so many words of them, from the text with this number on. */
export function paragraphsOf(dataFolder: string, words: number, from: number): readonly string[] {
  const texts = pageTexts(dataFolder);
  const paragraphs: string[] = [];
  let count = 0;
  for (let i = 0; count < words && i < texts.length; i++) {
    const text = texts[(from + i) % texts.length] ?? "";
    for (const paragraph of text.split(/\n+/)) {
      if (count >= words) break;
      paragraphs.push(paragraph);
      count += paragraph.split(/\s+/).length;
    }
  }
  // Each page, and each part of one, has its own: what a page repeats is furniture.
  paragraphs.splice(2, 0, planted[from % planted.length] ?? "");
  return paragraphs;
}

const teasers = 80;

/** A front page: headlines, teasers of a sentence each, structured data of the site. */
export const frontPage = `<!doctype html><html lang="en"><head><title>Bench Post</title>
<meta property="og:type" content="website"><meta property="og:site_name" content="Bench Post">
<script type="application/ld+json">${JSON.stringify({
  "@type": "WebSite",
  name: "Bench Post",
  itemListElement: Array.from({ length: teasers }, (_, at) => ({ "@type": "ListItem", at })),
})}</script></head><body><h1>Bench Post</h1><ul>
${Array.from(
  { length: teasers },
  (_, at) => `<li><h3><a href="/${at}">Headline number ${at} of the day</a></h3>
  <p>A teaser of one sentence that says a little more than the headline does, number ${at}.</p></li>`,
).join("\n")}</ul></body></html>`;

/** An article with a clock beside it that a script of the page sets a thousand times a second. */
export function stormPage(dataFolder: string): string {
  return articleOf(dataFolder, 1_000).replace(
    "</article>",
    `</article><p id="clock">0</p><script>
      let count = 0;
      setInterval(() => {
        for (let i = 0; i < 10; i++) document.getElementById("clock").textContent = ++count;
      }, 10);
    </script>`,
  );
}

/** A page that puts the next article below each time its `more()` is called. */
export function scrollPage(dataFolder: string, articles: number): string {
  const nexts = Array.from({ length: articles }, (_, at) =>
    paragraphsOf(dataFolder, 1_000, at + 1)
      .map((text) => `<p>${text}</p>`)
      .join(""),
  );
  const script = `const nexts = ${JSON.stringify(nexts).replaceAll("<", "\\u003c")};
    function more() {
      const next = document.createElement("article");
      next.innerHTML = "<h2>Another article</h2>" + nexts.shift();
      document.querySelector("main").append(next);
    }`;
  return articleOf(dataFolder, 1_000).replace("</main>", `</main><script>${script}</script>`);
}
