import type { Article, ArticleId } from "../../src/engine/model/index.ts";
import { randomSource } from "../support/randomSource.ts";

const people =
  "Alderman Becker Castellan Dumont Eriksen Falkner Gorman Haldane Ibsen Jarvis Keller Lindqvist Marchetti Norquist Ostrander Pembroke".split(
    " ",
  );
const places =
  "Ardenburg Brackwater Corvale Dunmere Eastholm Farrowgate Glimsted Harrowick Inverlea Kestrelby".split(
    " ",
  );
const things =
  "harbour bridge hospital tramway reservoir library orchard airport museum quarry lighthouse stadium refinery aqueduct monastery".split(
    " ",
  );
const deeds =
  "flooded reopened closed renovated auctioned evacuated nationalised surveyed demolished inspected".split(
    " ",
  );
const reasons =
  "asbestos drought subsidence smuggling corrosion overcrowding contamination vandalism earthquakes negligence".split(
    " ",
  );
const bodies =
  "council ministry union regulator company parliament tribunal committee agency consortium".split(
    " ",
  );

/** Articles of their own, each on its own matter; the same for the same count. */
export function generatedArticles(count: number): readonly Article[] {
  return Array.from({ length: count }, (_, at) => generatedArticle(at));
}

function generatedArticle(at: number): Article {
  const random = randomSource(at + 1);
  const one = (words: readonly string[]) => words[Math.floor(random() * words.length)]!;
  const [person, other, place, thing, body, reason] = [
    ...[one(people), one(people), one(places), one(things), one(bodies), one(reasons)],
  ] as [string, string, string, string, string, string];
  const number = 100 + Math.floor(random() * 9000);
  const day = `2018-0${1 + (at % 9)}-1${at % 10}`;
  return {
    id: `article-${at}` as ArticleId,
    outlet: { name: `The ${place} Courier`, domain: `${place.toLowerCase()}.example` },
    title: `${place} ${thing} ${one(deeds)} over ${reason}`,
    urls: [`https://${place.toLowerCase()}.example/news/${at}`],
    published: { value: day, precision: "day", basis: "stated" },
    relativeDatesCountFrom: null,
    byline: null,
    agencies: [],
    language: "en",
    body: [
      `The ${thing} in ${place} was ${one(deeds)} after ${number} residents complained of ${reason}, the ${body} said.`,
      `“We warned the ${one(bodies)} about ${reason} at the ${thing} for ${2 + (at % 20)} years, and nobody in ${one(places)} listened,” said ${person}, who leads the ${body}.`,
      `${other} rejected the accusation and told reporters that ${number + 17} families near the ${one(things)} had been paid ${number * 3} crowns each.`,
      `Engineers from ${one(places)} found ${one(reasons)} in ${3 + (at % 40)} places when they ${one(deeds)} the ${one(things)} last spring.`,
      `A ruling of the ${one(bodies)} against ${other} is expected before the ${thing} can be ${one(deeds)} again.`,
    ].join("\n\n"),
  };
}

/** Another outlet's page on the same matter: one sentence word for word, one with another number, others in other words. */
export function retold(article: Article): Article {
  const [first, second, third] = article.body.split("\n\n") as [string, string, string];
  const body = [
    "Officials gathered on Monday to talk about what is to be done with the site and who will pay.",
    second,
    first.replace(/\d+/, (digits) => String(Number(digits) + 400)),
    third.replace("rejected the accusation and told reporters", "denied it, telling journalists"),
    "Nobody was available for comment when this newspaper called the press office in the evening.",
  ];
  return {
    ...article,
    id: `page-of-${article.id}` as ArticleId,
    outlet: { name: "The Evening Ledger", domain: "ledger.example" },
    title: `What is known of ${article.title}`,
    urls: [`https://ledger.example/${article.id}`],
    body: body.join("\n\n"),
  };
}
