/** A local site for a reader's first hour: two outlets' feeds, and pages that print what these printed, in part. */
import { newsPage } from "./newsPages.ts";

const quote =
  "“We have waited ten years for this bridge, and I do not want to wait for another one, whatever the engineers tell us about the ground,” Mayor Anna Lind told reporters.";
const shortened =
  "“We have waited ten years for this bridge, and I do not want to wait for another one,” Mayor Anna Lind told reporters.";
const houses = (count: string) =>
  `The storm of Monday night left ${count} houses on the northern shore without power, the energy company said.`;

/** Paragraphs that nobody else has. */
const plain = [
  "Ferries to the outer islands sailed again on Wednesday after three days of fog in the strait.",
  "The island's school will move into its new building in August, a year later than had been planned.",
  "Fishermen on the northern shore reported the best catch of herring since the spring of two years ago.",
];

/** The feed of an outlet with one article; the second outlet's came later, and with another number. */
export function feedWith(outlet: string, origin: string): string {
  const isFirst = outlet === "Coast Courier";
  const date = isFirst ? "Tue, 05 Mar 2019 16:25:00 GMT" : "Tue, 05 Mar 2019 17:40:00 GMT";
  const [link, told] = isFirst
    ? [`${origin}/coast/bridge`, quote]
    : [`${origin}/insel/storm`, houses("340")];
  const html = [`Readers of ${outlet} asked for more lanterns.`, told, `${outlet} thanks them all.`]
    .map((text) => `&lt;p&gt;${text}&lt;/p&gt;`)
    .join("");
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${outlet}</title><link>${origin}/</link><language>en</language><item><title>${outlet} on the week</title><link>${link}</link><guid>${link}</guid><pubDate>${date}</pubDate><description>${html}</description></item></channel></rss>`;
}

/** An article that has the quote shortened, and another number. */
export function storyPage(): string {
  return newsPage("Island Post", "A bridge, a storm and the ferries", [
    ...plain,
    shortened,
    houses("250"),
  ]);
}

/** An article that nobody else has, of an outlet whose page names its feed. */
export function alonePage(origin: string): string {
  const link = `<link rel="alternate" type="application/rss+xml" title="Alone Gazette" href="${origin}/coast.rss?alone">`;
  return newsPage("Alone Gazette", "Lilac time", [
    "The lilac in the park behind the station came into flower on Sunday, two weeks earlier than in other years.",
    "Gardeners of the town put that down to the mild winter and to the new compost that they were given in autumn.",
    "On the benches below, readers of novels were seen until late in the evening, and nobody sent them home.",
  ]).replace("</head>", `${link}</head>`);
}

/** The extension's table of outlets, of this site alone. */
export function startersAt(origin: string): string {
  const outlet = (name: string, language: string, file: string) => ({
    ...{ language, region: "GB", outlet: name, site: `${origin}/`, feed: `${origin}/${file}` },
  });
  return JSON.stringify({
    outlets: [outlet("Coast Courier", "en", "coast.rss"), outlet("Inselblatt", "de", "insel.rss")],
  });
}
