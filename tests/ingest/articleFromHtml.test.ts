import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { articleFromHtml } from "../../src/ingest/articleFromHtml.ts";

const paragraphs = [
  "The harbour council voted on Tuesday to reopen the old lighthouse to visitors after a repair that took eleven months and cost twice what had been planned.",
  "“We have kept the lamp as it was,” the council's chair told residents at a meeting in the fish hall, adding that the stairs had been made safe for classes.",
  "Opponents of the plan said the money should have gone to the breakwater, which lost forty metres in the storms of last winter and has no new wall.",
  "The lighthouse was built in 1871, when the harbour was the third largest of the coast, and it has been dark since the last keeper left it in 1998.",
];

function page(body: string, head = ""): Document {
  const html = `<!doctype html><html lang="en-GB"><head>${head}</head><body>${body}</body></html>`;
  return parseHTML(html).document as unknown as Document;
}

const news = `
  <nav><a href="/">Home</a> <a href="/coast">Coast</a></nav>
  <main><article>
    <h1>Harbour council reopens the old lighthouse</h1>
    <div class="byline">By Harbour Desk</div> <time datetime="2019-03-05T18:20:00+01:00">today</time>
    <p>${paragraphs[0]}</p>
    <figure><img alt=""><figcaption>Visitors climb the stairs of the lighthouse on Sunday.</figcaption></figure>
    <p>${paragraphs[1]}</p>
    <p><a href="/ferry">Ferry company plans a winter timetable for the islands</a></p>
    <h2>A lamp from the old days</h2>
    <p>${paragraphs[2]}<br><br>${paragraphs[3]}</p>
    <p>Sign up for our newsletter and get the news of the harbour in your inbox.</p>
  </article></main>
  <section class="comments"><h3>Comments</h3><p>${"What a waste of money, I say, as every year. ".repeat(6)}</p></section>
  <footer>© 2019 Coast Courier. All rights reserved.</footer>`;
const head = `<title>Harbour council reopens the old lighthouse | Coast Courier</title>
  <meta property="og:site_name" content="Coast Courier">
  <link rel="canonical" href="https://www.coast.example/news/lighthouse">`;

describe("a news page", () => {
  const document = page(news, head);
  const before = document.toString();
  const article = articleFromHtml(document, {
    urls: ["https://coast.example/news/lighthouse?ref=x"],
  });

  test("its body is its paragraphs: no captions, links, subheadings, prompts or comments", () => {
    expect(article.body.split("\n\n")).toEqual(paragraphs);
  });

  test("what it says of itself is read", () => {
    expect(article).toMatchObject({
      title: "Harbour council reopens the old lighthouse",
      outlet: { name: "Coast Courier", domain: "coast.example" },
      urls: [
        "https://www.coast.example/news/lighthouse",
        "https://coast.example/news/lighthouse?ref=x",
      ],
      published: { value: "2019-03-05T18:20:00+01:00", precision: "second", basis: "stated" },
      byline: "Harbour Desk",
      language: "en",
    });
  });

  test("the document is left as it was", () => {
    expect(document.toString()).toBe(before);
  });
});

test("a standfirst that stands between title and article is kept", () => {
  const standfirst = "After eleven months of repair, visitors may climb the stairs again.";
  const body = `<div><header><h1>The old lighthouse opens</h1><div>${standfirst}</div></header></div>
    <div id="story">${paragraphs.map((text) => `<p>${text}</p>`).join("")}</div>`;
  expect(articleFromHtml(page(body)).body.split("\n\n")).toEqual([standfirst, ...paragraphs]);
});

test("date and byline that only stand as lines below the title are read there", () => {
  const body = `<h1>The old lighthouse opens</h1><div>By Harbour Desk</div><div>5 March 2019, 18:20</div>
    <div>${paragraphs.map((text) => `<p>${text}</p>`).join("")}</div>`;
  const known = { urls: ["https://coast.example/2019/03/04/lighthouse"] };
  expect(articleFromHtml(page(body), known)).toMatchObject({
    byline: "Harbour Desk",
    published: { value: "2019-03-05T18:20", precision: "minute", basis: "stated" },
    body: paragraphs.join("\n\n"),
  });
});

test("text that is hidden, and the text of scripts and buttons, is left out", () => {
  const body = `<article><h1>The old lighthouse opens</h1><p>${paragraphs[0]}</p>
    <p style="display: none">Hidden words that no reader of the page can see at all.</p>
    <p>${paragraphs[1]}</p><script>var words = "in a script";</script>
    <p>${paragraphs[2]}<button>Share this</button></p></article>`;
  expect(articleFromHtml(page(body)).body.split("\n\n")).toEqual(paragraphs.slice(0, 3));
});

test("a page without an article has an empty body or nothing but its few words", () => {
  const article = articleFromHtml(page('<form><input name="q"><button>Go</button></form>'));
  expect(article.body).toBe("");
});

test("a page that nests ten thousand deep is read", () => {
  const deep = `${"<div>".repeat(10_000)}<p>${paragraphs[0]}</p>`;
  expect(() => articleFromHtml(page(deep))).not.toThrow();
});
