import { readFileSync } from "node:fs";
import { strToU8 } from "fflate";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { englishReason } from "../../src/cli/print/english.ts";
import { articleFromHtml } from "../../src/ingest/articleFromHtml.ts";
import { createFileReader } from "../../src/ingest/formats/fileReader.ts";
import { createKnownFiles } from "../../src/ingest/formats/knownFiles.ts";

const parseHtml = (html: string) => parseHTML(html).document as unknown as Document;
const prose = [
  "The town council voted on Tuesday evening to build a new bridge over the river, after a debate that lasted for four hours.",
  "The mayor said that the work would begin in May and would take two years, and that the old ford would stay open for farmers.",
  "Opponents of the plan wanted the money for the breakwater, which lost forty metres in the storms of last winter.",
];

function bodyAround(...extra: readonly string[]): readonly string[] {
  const html = `<!doctype html><html><head><title>A bridge</title></head><body><article><h1>A bridge</h1><p>${prose[0]}</p><p>${prose[1]}</p>${extra.map((text) => `<p>${text}</p>`).join("")}<p>${prose[2]}</p></article></body></html>`;
  return articleFromHtml(parseHtml(html)).body.split("\n\n");
}

describe("a note in place of embedded content is left out", () => {
  it.each<readonly string[]>([
    [
      "An dieser Stelle finden Sie einen externen Inhalt von Filmrolle, der den Artikel ergänzt und von der Redaktion empfohlen wird.",
      "Sie können ihn sich mit einem Klick anzeigen lassen und wieder ausblenden.",
      "Ich bin damit einverstanden, dass mir externe Inhalte angezeigt werden.",
    ],
    ["Um diesen Inhalt zu sehen, müssen Sie Cookies zustimmen."],
    [
      "Empfohlener redaktioneller Inhalt: Hier finden Sie externe Videos, denen Sie zustimmen müssen.",
    ],
    [
      "This content is hosted by a third party. By showing the external content you accept the terms of Filmroll.",
    ],
    ["To view this video you need to accept cookies from our partners."],
    ["We need your consent to load this post. Click the button to show it."],
    [
      "Ce contenu externe n’est pas affiché. Cliquez ici pour accepter les cookies et voir la vidéo.",
      "Vous pouvez afficher le contenu d’un clic, si vous acceptez les cookies.",
    ],
    [
      "Este contenido es de un tercero. Acepta las cookies para mostrar el contenido aquí en su pantalla.",
    ],
  ])("%s", (...notes) => {
    expect(bodyAround(...notes)).toEqual(prose);
  });

  it.each([
    "The commission said that platforms must ask for consent before external content is shown to children.",
    "Die Kommission will, dass Plattformen fremde Inhalte erst nach Zustimmung der Nutzer anzeigen dürfen.",
    "“You click on the video and you accept that somebody watches you,” the minister told reporters.",
    "The video shows how the ferry was loaded in the harbour before the storm.",
  ])("and news of such content is not: %s", (text) => {
    expect(bodyAround(text)).toEqual([prose[0], prose[1], text, prose[2]]);
  });

  it("as in the input that failed", () => {
    const html = readFileSync(
      new URL("../fixtures/cases/24-german-embed-consent.page.html", import.meta.url),
      "utf8",
    );
    expect(articleFromHtml(parseHtml(html)).body.split("\n\n")).toEqual([
      expect.stringMatching(/^Der Hersteller/),
      expect.stringMatching(/^Das Telefon/),
    ]);
  });
});

describe("the line that says where a text appeared first is left out", () => {
  it.each([
    "The post A bridge appeared first on Coast Courier.",
    "Der Beitrag Eine Brücke erschien zuerst auf Küstenbote.",
    "L’article Un pont est apparu en premier sur Courrier.",
    "La entrada Un puente se publicó primero en El Correo.",
    "This article was originally published on Coast Courier.",
  ])("%s", (line) => {
    expect(bodyAround(line)).toEqual(prose);
  });
});

describe("what returns in most items of a feed is left out", () => {
  const news = (at: number) =>
    `On day ${at} the council number ${at * 7} met in hall ${at * 3} and spoke of road ${at * 11}, and of nothing else at all.`;
  const feed = (count: number, body: (at: number) => string) =>
    `<rss version="2.0"><channel><title>Coast Courier</title><link>https://coast.example/</link>${Array.from({ length: count }, (_, at) => `<item><title>Day ${at} of the talks</title><link>https://coast.example/${at}</link><description><![CDATA[${body(at)}]]></description></item>`).join("")}</channel></rss>`;
  const bodiesOf = (content: string | Uint8Array) => {
    const reader = createFileReader("a.xml", { parseHtml, known: createKnownFiles(new Map()) });
    const bytes = typeof content === "string" ? strToU8(content) : content;
    const items = [...reader.push(bytes), ...reader.end()];
    return items.map((item) =>
      item.kind === "article" ? item.article.body : englishReason(item.reason),
    );
  };
  const p = (text: string) => `<p>${text}</p>`;
  const blurb = "Coast Wire is the newswire of the northern harbours and is owned by its readers.";

  it.each<[string, number, (at: number) => string, (at: number) => string]>([
    ["a blurb below", 5, (at) => p(news(at)) + p(blurb), news],
    ["a blurb above", 3, (at) => p(blurb) + p(news(at)), news],
    [
      "a footer that names its item",
      4,
      (at) => p(news(at)) + p(`Read Day ${at} of the talks in full on the pages of Coast Courier.`),
      news,
    ],
    [
      "but not in two items only",
      2,
      (at) => p(news(at)) + p(blurb),
      (at) => `${news(at)}\n\n${blurb}`,
    ],
    [
      "but not what a few of many repeat",
      10,
      (at) => p(news(at)) + (at < 3 ? p(blurb) : ""),
      (at) => news(at) + (at < 3 ? `\n\n${blurb}` : ""),
    ],
    [
      "but not most of a daily report",
      4,
      (at) =>
        p(blurb) + p(`${blurb} The water stood high.`) + p(`It stood at ${at} metres by noon.`),
      (at) => `${blurb}\n\n${blurb} The water stood high.\n\nIt stood at ${at} metres by noon.`,
    ],
  ])("%s", (_, count, body, expected) => {
    expect(bodiesOf(feed(count, body))).toEqual(
      Array.from({ length: count }, (_, at) => expected(at)),
    );
  });

  it("and the input that failed has its two paragraphs", () => {
    const [body] = bodiesOf(
      readFileSync(new URL("../fixtures/cases/25-wordpress-feed-footer.xml", import.meta.url)),
    );
    expect(body!.split("\n\n")).toEqual([
      expect.stringMatching(/^The town council/),
      expect.stringMatching(/^The mayor/),
    ]);
  });
});
