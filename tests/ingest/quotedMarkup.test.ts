import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { readArticle } from "../../src/engine/extract/readArticle.ts";
import { articleFromHtml } from "../../src/ingest/articleFromHtml.ts";

const parsers = {
  linkedom: (html: string) => parseHTML(html).document as unknown as Document,
  jsdom: (html: string) => new JSDOM(html).window.document,
};

/** "source, role: quote" of each quote that the markup of a page shows. */
function spokenIn(document: Document): readonly string[] {
  const { attributions, quotes, article } = readArticle(articleFromHtml(document));
  return quotes.map(({ start, end }) => {
    const sources = attributions
      .filter(({ content }) => content.some((span) => span.start <= start && end <= span.end))
      .map(({ source, role }) => (role === null ? source : `${source}, ${role}`));
    return `${sources.join(" and ")}: ${article.body.slice(start, end)}`;
  });
}

function page(quoted: string, language = "en"): string {
  const [first, last] = language === "de" ? german : english;
  return `<!doctype html><html lang="${language}"><head><title>Ferry</title></head><body><article><h1>Ferry to stop in winter</h1><p>${first}</p>${quoted}<p>${last}</p></article></body></html>`;
}

const english = [
  "The ferry between Harbourville and Ottermouth will stop in winter after a long dispute about its costs.",
  "The last boat of the year leaves on a Sunday in October, and the harbour is closed until the first of May.",
];
const german = [
  "Die Fähre zwischen den beiden Städten wird im Winter nicht mehr fahren, nachdem lange um die Kosten gestritten worden ist.",
  "Das letzte Schiff des Jahres fährt an einem Sonntag im Oktober, und der Hafen bleibt dann bis zum ersten Mai geschlossen.",
];

describe.each(Object.entries(parsers))("quotes that only the markup shows, with %s", (_, parse) => {
  it("have their speakers on the page that failed", () => {
    const file = new URL("../fixtures/cases/19-blockquote-speaker.html", import.meta.url);
    expect(spokenIn(parse(readFileSync(file, "utf8")))).toEqual([
      "Anna Example, mayor: We have waited ten years for this day, and I do not want to wait for another one.",
      "Carl Sample, leader of the opposition: The bridge is a mistake that our grandchildren will still be paying for.",
      "Otto Figure, innkeeper of Ottermouth: Nobody asked us",
      "Otto Figure, innkeeper of Ottermouth: and nobody will",
    ]);
  });

  it("have one speaker over several paragraphs, named below without a dash", () => {
    const quoted =
      "<blockquote><p>We shall have to drive forty miles.</p><p>Nobody has said who pays.</p>" +
      "<cite>Rosa Worth, innkeeper</cite></blockquote>" +
      "<blockquote>Let it go.<footer>Carl Sample</footer></blockquote>";
    expect(spokenIn(parse(page(quoted)))).toEqual([
      "Rosa Worth, innkeeper: We shall have to drive forty miles.\n\n“Nobody has said who pays.",
      "Carl Sample: Let it go.",
    ]);
  });

  it("have the author of an embedded post as their speaker", () => {
    const quoted =
      "<p>“It is over,” Otto Figure said.</p>" +
      '<blockquote class="post"><p>So the boat goes to Sweden after all.</p>— Anna Example (@example) ' +
      '<a href="/post">October 3, 2019</a></blockquote>';
    expect(spokenIn(parse(page(quoted)))).toEqual([
      "Otto Figure: It is over,",
      "Anna Example: So the boat goes to Sweden after all.",
    ]);
  });

  it("have their speakers in a language with a table", () => {
    const quoted = "<p><q>Niemand hat uns gefragt</q>, sagte Otto Figur am Montag.</p>";
    expect(spokenIn(parse(page(quoted, "de")))).toEqual(["Otto Figur: Niemand hat uns gefragt"]);
  });
});
