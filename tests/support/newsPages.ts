/** Two outlets' articles for a local site: they share one sentence and nothing else. */

export const sharedSentence =
  "The harbour council voted on Tuesday to reopen the old lighthouse after a repair that took eleven months.";

const coast = [
  sharedSentence,
  "The stairs have been made safe for school classes, and a new lamp of 400 watts was lifted into place last week.",
  "Opponents of the plan wanted the money for the breakwater, which lost forty metres in the storms of last winter.",
  "The lighthouse was built in 1871, when the harbour was the third largest of the coast and ships came from Riga.",
  "Visitors will pay four crowns from May on, and children under twelve will get in free on every second Sunday.",
];

/** The text of Coast Courier's article. */
export const coastText = coast.join("\n");

const island = [
  "Ferries to the outer islands sailed again on Wednesday after three days of fog that had closed the strait.",
  "The shipping company said that all passengers who had waited in the town were brought home before midnight.",
  sharedSentence,
  "Fishermen on the northern shore reported the best catch of herring since the spring of two years ago.",
  "The island's school will move into its new building in August, a year later than had been planned at first.",
];

/** A page of an outlet that the gate takes for an article. */
export function newsPage(outlet: string, title: string, paragraphs: readonly string[]): string {
  const body = paragraphs.map((text) => `<p>${text}</p>`).join("\n");
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} | ${outlet}</title>
    <meta property="og:type" content="article"><meta property="og:site_name" content="${outlet}">
    <meta property="article:published_time" content="2019-03-05T18:20:00Z"></head>
    <body><nav><a href="/">Home</a></nav><main><article><h1>${title}</h1>${body}</article></main></body></html>`;
}

/** The article of Coast Courier, with other words in the place of some if wanted. */
export function coastPage(
  change: (paragraph: string) => string = (paragraph) => paragraph,
): string {
  return newsPage("Coast Courier", "Harbour council reopens the lighthouse", coast.map(change));
}

/** The article of Island Post that has one sentence in common with it. */
export function islandPage(): string {
  return newsPage("Island Post", "Ferries sail again after days of fog", island);
}

/** A page of another outlet that shares nothing with the others. */
export function roadsPage(): string {
  const paragraphs = Array.from(
    { length: 5 },
    (_, at) =>
      `Paragraph ${at} of this report tells of roads, bridges and schools in the northern district, and of what they cost.`,
  );
  return newsPage("Northern Gazette", "Roads and bridges in the north", paragraphs);
}
