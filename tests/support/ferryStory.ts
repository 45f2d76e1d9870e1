/**
 * An invented story in four outlets, and a page that tells it too. Planted in it: who was first, though the
 * clocks of two zones say otherwise; a quote that one outlet shortens; a number that one gives otherwise;
 * whom each names as its source; and what one of them alone has.
 */
import type { Article, ArticleId } from "../../src/engine/model/index.ts";

function article(
  outlet: string,
  title: string,
  published: string,
  paragraphs: readonly string[],
): Article {
  const domain = `${outlet.toLowerCase().replace(/[^a-z]+/g, "-")}.example`;
  const name = title.toLowerCase().replace(/[^a-z]+/g, "-");
  const isDay = published.length === 10;
  return {
    id: `${domain}/${name}` as ArticleId,
    outlet: { name: outlet, domain },
    title,
    urls: [`https://${domain}/${name}`],
    published: { value: published, precision: isDay ? "day" : "minute", basis: "stated" },
    relativeDatesCountFrom: null,
    ...{ byline: null, agencies: [], language: "en" },
    body: paragraphs.join("\n\n"),
  };
}

/** The story, in order of time. */
export const ferryArticles: readonly Article[] = [
  article(
    "The Harbour Post",
    "Ferry Selma runs aground off Brell Island",
    "2026-03-03T07:37+00:00",
    [
      "The ferry Selma ran aground on a sandbank off Brell Island early on Tuesday with 214 passengers on board.",
      "“We touched the sandbank at low water, the engines stopped, and nobody on board panicked,” said Captain Ines Vadra.",
      "Three passengers were treated for bruises in the hospital of Brell, harbour master Tomas Elring said.",
      "The Selma was built in 1998 and sails between Port Orrin and Brell Island four times a day.",
    ],
  ),
  article(
    "Coast Courier",
    "Passengers wait for hours on stranded Brell ferry",
    "2026-03-03T10:32+01:00",
    [
      "Passengers of the ferry Selma waited for hours after it ran aground on a sandbank off Brell Island early on Tuesday with 214 passengers on board.",
      "“We touched the sandbank at low water, and nobody on board panicked,” said Captain Ines Vadra.",
      "As The Harbour Post reported, harbour master Tomas Elring said that three passengers were treated for bruises.",
      "A café at the landing in Port Orrin handed out tea and blankets to those who came ashore.",
    ],
  ),
  article(
    "Northern Ledger",
    "Coastguard frees ferry Selma from sandbank",
    "2026-03-03T06:50-05:00",
    [
      "The ferry Selma ran aground on a sandbank off Brell Island early on Tuesday with 241 passengers on board.",
      "Two tugs pulled the Selma free at noon, coastguard spokesman Piet Harrow said.",
      "“We touched the sandbank at low water, the engines stopped, and nobody on board panicked,” Captain Ines Vadra told reporters.",
      "Harrow said three passengers had been treated for bruises in the hospital of Brell.",
    ],
  ),
  article("Inland Gazette", "Minister orders inquiry into Brell ferry accident", "2026-03-04", [
    "Transport minister Lena Cordas ordered an inquiry on Wednesday into why the ferry Selma ran aground off Brell Island.",
    "“The charts of this channel are nineteen years old,” Cordas told parliament.",
    "Two tugs had pulled the Selma free at noon on Tuesday, coastguard spokesman Piet Harrow said.",
    "Divers will inspect the hull of the Selma in the dock of Port Orrin on Friday, Cordas said.",
  ]),
];

/** Another story in two outlets, and an article that stands alone. */
export const otherArticles: readonly Article[] = [
  article("Coast Courier", "Orchard growers lose half their blossom to frost", "2026-03-01", [
    "Frost destroyed about half of the apricot blossom in the Tarn valley on Saturday night, the growers’ union said.",
    "“My grandfather never saw such a night in March,” said grower Mirela Sand.",
    "The union asked the province for aid of 4 million crowns.",
  ]),
  article("Inland Gazette", "Tarn valley frost ruins apricot blossom", "2026-03-01", [
    "Half of the apricot blossom in the Tarn valley froze on Saturday night, according to the growers’ union.",
    "“My grandfather never saw such a night in March,” grower Mirela Sand said.",
    "The union wants the province to pay 6 million crowns in aid.",
  ]),
  article("Northern Ledger", "Library of Vessen opens on Sundays", "2026-03-02", [
    "The city library of Vessen will open its reading rooms on Sundays from May on, the council decided.",
    "Students had asked for longer hours for years.",
  ]),
];

/** The library that the tests import: one article a line. */
export const storyLibrary = [...ferryArticles, ...otherArticles]
  .map((one) => JSON.stringify(one))
  .join("\n");

/** A page of a fifth outlet that tells the story. */
export const ferryPage = `<!doctype html><html lang="en"><head><title>Stranded ferry Selma is back in port</title>
<meta property="og:type" content="article"><meta property="og:site_name" content="Brell Evening News">
<meta property="article:published_time" content="2026-03-03T18:00:00+00:00"></head><body><main><article>
<h1>Stranded ferry Selma is back in port</h1>
<p>The ferry Selma, which ran aground on a sandbank off Brell Island early on Tuesday, was back in Port Orrin in the evening.</p>
<p>“We touched the sandbank at low water, the engines stopped, and nobody on board panicked,” said Captain Ines Vadra.</p>
<p>Two tugs pulled the Selma free at noon, said coastguard spokesman Piet Harrow, who praised the crew of the ferry.</p>
<p>Travellers whose trips were cancelled get their money back at the counter until Friday, the company said.</p>
</article></main></body></html>`;
