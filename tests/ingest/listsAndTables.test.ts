import { JSDOM } from "jsdom";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { understandPage } from "../../src/background/pageUnderstanding.ts";
import { articleFromHtml } from "../../src/ingest/articleFromHtml.ts";
import { articleFromText } from "../../src/ingest/articleFromText.ts";
import { holdsArticle } from "../../src/ingest/holdsArticle.ts";
import { collectStatements } from "../../src/ingest/metadata/collectStatements.ts";
import { collectBlocks } from "../../src/page/blocks/collectBlocks.ts";
import { featuresOf } from "../../src/page/blocks/pageBlock.ts";
import { readPage, wholeArticle } from "../../src/page/readPage.ts";

/** How a page's text is read: from a file, and off the live page. */
const readers: Readonly<Record<string, (html: string) => readonly string[]>> = {
  "from a file": (html) => {
    const article = articleFromHtml(parseHTML(html).document as unknown as Document);
    expect(holdsArticle(article)).toBe(true);
    return article.body.split("\n\n");
  },
  live: (html) => {
    const { document } = new JSDOM(html).window;
    const blocks = collectBlocks(document.documentElement);
    const statements = collectStatements(document, null);
    const understood = understandPage({ statements, blocks: featuresOf(blocks) });
    return readPage(blocks, understood, wholeArticle).bodyBlocks.map(({ text }) => text);
  },
};

const links = (names: readonly string[]) =>
  `<ul>${names.map((name) => `<li><a href="/${name}">${name}</a></li>`).join("")}</ul>`;
const around = {
  above: `<nav>${links(["Home", "Sport", "Food", "Weather"])}</nav>`,
  below: `<section class="related"><h2>Related stories</h2>${links([
    "Harbour lamp is lit again after eleven months",
    "Ferry company buys two new boats for the islands",
  ])}</section><footer><p>© 2019 Coast Courier. All rights reserved.</p></footer>`,
};
const page = (title: string, ...parts: readonly string[]) =>
  `<!doctype html><html lang="en"><head><title>${title} | Coast Courier</title><meta property="og:type" content="article"></head><body>${around.above}<main><article><h1>${title}</h1>${parts.join("")}</article></main>${around.below}</body></html>`;
const p = (text: string) => `<p>${text}</p>`;
const ul = (items: readonly string[]) =>
  `<ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul>`;
const ol = (items: readonly string[]) => ul(items).replaceAll("ul>", "ol>");
const table = (rows: readonly (readonly string[])[]) =>
  `<table><tbody>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</tbody></table>`;
const link = (text: string) => `<a href="https://shop.example/item">${text}</a>`;

interface Kind {
  readonly name: string;
  /** What the page shows between its headline and the links below it. */
  readonly parts: readonly string[];
  /** The paragraphs of its article. */
  readonly body: readonly string[];
}

const calendar = [
  ["March 17", "Grand Prix of the Harbour", "Northport"],
  ["March 31", "Desert Night Race", "Al Qasr"],
  ["April 14", "City Walls Race", "Old Baku"],
  ["April 28", "Coast Classic", "Santa Clara"],
  ["May 12", "Palace Race", "Monte Verde"],
];
const federation = "The federation published the calendar for the coming season on Monday.";
const tickets = "Tickets for all of the races go on sale at noon on the first day of December.";
const calendarLines = [
  "June 1: Harbour Mile, Northport",
  "June 8: Bridge Run, Oldtown",
  "June 15: Lighthouse Ten, Cape Grey",
  "June 22: Ferry Five, Westquay",
  "June 29: Fog Half Marathon, Eastquay",
];

const calendars: readonly Kind[] = [
  {
    name: "a table",
    parts: [p(federation), table(calendar), p(tickets)],
    body: [federation, ...calendar.flat(), tickets],
  },
  {
    name: "a table whose races are links",
    parts: [
      p(federation),
      table(calendar.map(([day = "", race = "", place = ""]) => [day, link(race), place])),
      p(tickets),
    ],
    body: [federation, ...calendar.flat(), tickets],
  },
  {
    name: "a table with whole dates and numbers",
    parts: [
      p(federation),
      table([
        ["5 March 2019", "Harbour Mile", "1,204"],
        ["6 April 2019", "Bridge Run", "980"],
      ]),
      p(tickets),
    ],
    body: [
      federation,
      "5 March 2019",
      "Harbour Mile",
      "1,204",
      "6 April 2019",
      "Bridge Run",
      "980",
      tickets,
    ],
  },
  {
    name: "a list",
    parts: [p(federation), ul(calendarLines), p(tickets)],
    body: [federation, ...calendarLines, tickets],
  },
  {
    name: "a list for each month",
    parts: [
      p(federation),
      ...["June", "July", "August"].map(
        (month) =>
          `<h2>${month}</h2>${ul([`1: Harbour Mile of ${month}`, `8: Bridge Run of ${month}`])}`,
      ),
      p(tickets),
    ],
    body: [
      federation,
      ...["June", "July", "August"].flatMap((month) => [
        `1: Harbour Mile of ${month}`,
        `8: Bridge Run of ${month}`,
      ]),
      tickets,
    ],
  },
];

const results = [
  ["Party", "Votes", "Seats"],
  ["Coast Union", "18,204", "14"],
  ["Green List", "11,530", "9"],
  ["Farmers’ League", "9,871", "7"],
  ["Harbour Party", "4,310", "3"],
];
const readOut =
  "These are the final results of the election in the county, as the returning officer read them out on Friday.";
const turnout = "Turnout was 64 per cent, three points more than four years ago.";
const newcomers = [
  [
    "Anna Berg, 41, teacher",
    "“I want the school to have its own kitchen by the end of next year, and I will not vote for a budget without it.”",
  ],
  [
    "Jon Vik, 58, fisherman",
    "“The quay is falling into the sea, and somebody has to say so in every meeting until it is repaired.”",
  ],
];
const changes = [
  ["Parking", "An hour at the quay costs three crowns, one more than now."],
  ["Library", "The library opens on Sundays from ten to two."],
  ["Rubbish", "Bins are emptied on Thursdays in the old town and on Fridays everywhere else."],
];

const tables: readonly Kind[] = [
  {
    name: "results between two paragraphs",
    parts: [p(readOut), table(results), p(turnout)],
    body: [readOut, ...results.flat(), turnout],
  },
  {
    name: "what people say, beside their names",
    parts: [p(readOut), table(newcomers)],
    body: [readOut, ...newcomers.flat()],
  },
  {
    name: "a list of terms",
    parts: [
      p("Several rules change at the beginning of the month."),
      `<dl>${changes.map(([term, text]) => `<dt>${term}</dt><dd>${text}</dd>`).join("")}</dl>`,
    ],
    body: ["Several rules change at the beginning of the month.", ...changes.flat()],
  },
];

const sales =
  "We looked through the sales of the week and picked the ones that are worth your money.";
const later = "We will add further offers through the day as they come in.";
const offers = [
  "Slate 13 laptop with 8 GB of memory for $599 at Shopmart (save $200)",
  "Finch Chromebook with 4 GB of memory for $199 at Wirehouse (save $80)",
  "Raven gaming laptop with 16 GB of memory for $1,099 at Wirehouse (save $300)",
  "Osprey two-in-one with a pen for $749 at Buyers (save $250)",
];
const goods = [
  [
    "Kestrel stand mixer: $179",
    "The mixer has five speeds and a steel bowl that holds four litres.",
  ],
  ["Oak & Iron skillet: $24", "A skillet of cast iron that goes from the hob to the oven."],
  ["Brook kettle: $35", "The kettle boils a litre in under three minutes and switches itself off."],
  ["Lark knife set: $49", "Five knives in a block of beech, with a sharpener."],
];
const escaped = (text: string) => text.replace("&", "&amp;");

const deals: readonly Kind[] = [
  {
    name: "links with prices",
    parts: [p(sales), ul(offers.map(link)), p(later)],
    body: [sales, ...offers, later],
  },
  {
    name: "links with prices in euros",
    parts: [
      p(sales),
      ul(offers.map((text) => link(text.replace(/\$([\d,]+)/g, "$1 €")))),
      p(later),
    ],
    body: [sales, ...offers.map((text) => text.replace(/\$([\d,]+)/g, "$1 €")), later],
  },
  {
    name: "names that are links, and prices that are not",
    parts: [
      p(sales),
      ul(
        ["Kestrel stand mixer", "Lark set of five knives", "Wren toaster with four slots"].map(
          (name) => `${link(name)}: $49 instead of $99, until midnight`,
        ),
      ),
    ],
    body: [
      sales,
      ...["Kestrel stand mixer", "Lark set of five knives", "Wren toaster with four slots"].map(
        (name) => `${name}: $49 instead of $99, until midnight`,
      ),
    ],
  },
  {
    name: "paragraphs that end in a link to the shop",
    parts: [
      p(sales),
      ...goods.map(
        ([name = "", text = ""]) =>
          `<h3>${link(escaped(name))}</h3>${p(`${text} ${link("Buy it at Shopmart")}`)}`,
      ),
    ],
    body: [sales, ...goods.map(([, text]) => `${text} Buy it at Shopmart`)],
  },
  {
    name: "products with what is good and bad about them, each with a button",
    parts: [
      p(sales),
      ...goods.map(
        ([name = "", text = ""], at) =>
          `<section><h2>${escaped(name)}</h2>${p(text)}${ul([`Good point number ${at}`])}${ul([`Bad point number ${at}`])}${link("See at Shopmart")}</section>`,
      ),
    ],
    body: [
      sales,
      ...goods.flatMap(([, text = ""], at) => [
        text,
        `Good point number ${at}`,
        `Bad point number ${at}`,
      ]),
    ],
  },
];

const plan = "This plan feeds four people for a week, and most of it can be cooked on Sunday.";
const bones = "Keep the bones of the chicken for the soup of the next week.";
const days = ["Monday", "Tuesday", "Wednesday", "Thursday"];
const meals = (day: string, at: number) => [
  `Breakfast: oats with ${["apple", "pear", "plum", "banana"][at]}`,
  `Lunch: lentil soup and bread of ${day}`,
  `Dinner: ${["baked cod", "roast chicken", "bean stew", "fried rice"][at]} for four`,
];
const ingredients = [
  "600 g of cod, in large pieces",
  "2 leeks, cut in rings",
  "dill, salt and pepper",
];
const steps = [
  "Fry the leeks in butter until they are soft.",
  "Put in the fish and let it steep for five minutes.",
];

const mealPlans: readonly Kind[] = [
  {
    name: "a list for each day",
    parts: [p(plan), ...days.map((day, at) => `<h2>${day}</h2>${ul(meals(day, at))}`), p(bones)],
    body: [plan, ...days.flatMap(meals), bones],
  },
  {
    name: "a paragraph of lines for each day",
    parts: [
      p(plan),
      ...days.map((day, at) => p(`<strong>${day}</strong><br>${meals(day, at).join("<br>")}`)),
    ],
    body: [plan, ...days.map((day, at) => `${day} ${meals(day, at).join(" ")}`)],
  },
  {
    name: "a table with a row for each day",
    parts: [p(plan), table(days.map((day, at) => [day, ...meals(day, at)])), p(bones)],
    body: [plan, ...days.flatMap((day, at) => [day, ...meals(day, at)]), bones],
  },
  {
    name: "a recipe",
    parts: [p(plan), `<h2>Ingredients</h2>${ul(ingredients)}<h2>Method</h2>${ol(steps)}`],
    body: [plan, ...ingredients, ...steps],
  },
];

const facts = [
  "It carries 340 passengers and 60 cars.",
  "It was built in fourteen months.",
  "The crossing takes 48 minutes, twelve less than before.",
  "There are no cabins.",
];
const saturday =
  "The ferry sails for the first time on Saturday, with the mayor and two bands on board.";
const letters = [
  "“My grandfather rowed people across for forty years, and he would have wept for joy.” (Ole, Westquay)",
  "“The money should have gone into the breakwater. The next storm will show it.” (Kari, Northport)",
  "“Finally the ambulance will not have to wait for the tide.” (Dr Lund, Oldtown)",
];

const lists: readonly Kind[] = [
  { name: "numbered facts", parts: [p(saturday), ol(facts)], body: [saturday, ...facts] },
  {
    name: "letters with their authors",
    parts: [p(saturday), ul(letters)],
    body: [saturday, ...letters],
  },
  {
    name: "facts in a box each",
    parts: [
      p(saturday),
      ...facts.map(
        (text, at) => `<div class="fact"><h2>${at + 1}.</h2><ul><li>${text}</li></ul></div>`,
      ),
    ],
    body: [saturday, ...facts],
  },
];

const quarrel =
  "The vote on the bridge set off a quarrel among the members of the council, most of it in public.";
const silent = "The mayor has not answered any of them.";
const posts = [
  "The bridge will cost us forty million crowns and nobody has asked the farmers. I would vote against it again.",
  "Proud of the council tonight. Ten years of waiting are over, and the work begins in May.",
  "I have read the paper of the treasurer twice. The county pays a third, and that is all we know.",
];

const embedded: readonly Kind[] = [
  {
    name: "quotations with a signature",
    parts: [
      p(quarrel),
      ...posts.map(
        (text, at) =>
          `<blockquote class="post-embed"><p>${text}</p>— Member ${at} (@member${at}) ${link("March 5, 2019")}</blockquote>`,
      ),
      p(silent),
    ],
    body: [quarrel, ...posts, silent],
  },
  ...[
    ["A post shared by", "on Mar 5, 2019 at 9:10am PST"],
    ["Ein Beitrag geteilt von", "am Mär 5, 2019 um 9:10 PST"],
    ["Une publication partagée par", ""],
  ].map(([shared, when]) => ({
    name: `quotations below which stands: ${shared}`,
    parts: [
      p(quarrel),
      ...posts.map(
        (text, at) =>
          `<blockquote><div><p>${text}</p><p>${shared} Member ${at} (@member.${at}) ${when}</p></div></blockquote>`,
      ),
    ],
    body: [quarrel, ...posts],
  })),
  ...["social-embed", "c-embed-social", "oembed social"].map((name) => ({
    name: `boxes of the class ${name}`,
    parts: [p(quarrel), ...posts.map((text) => `<div class="${name}">${p(text)}</div>`), p(silent)],
    body: [quarrel, ...posts, silent],
  })),
];

const kinds: Readonly<Record<string, readonly Kind[]>> = {
  "a calendar": calendars,
  "a table": tables,
  deals,
  "a plan of meals": mealPlans,
  "a list": lists,
  "embedded posts": embedded,
};

describe.each(Object.entries(readers))("an article that is no running text, read %s", (_, read) => {
  describe.each(Object.entries(kinds))("is kept whole where it is %s", (_, variants) => {
    it.each(variants)("$name", ({ parts, body }) => {
      expect(read(page("What the week brings to the coast", ...parts))).toEqual(body);
    });
  });

  const news = [
    "The town council voted on Tuesday evening to build a new bridge over the river, after a debate that lasted for four hours.",
    "The mayor said that the work would begin in May and would take two years, and that the old ford would stay open for farmers.",
    "Opponents of the plan wanted the money for the breakwater, which lost forty metres in the storms of last winter.",
  ];
  it.each([
    ["deals beside the news", ul(offers.slice(0, 3).map(link))],
    [
      "teasers with prices that are few",
      ul([
        link("Harbour sells its old crane for $2,000"),
        link("A new school for the islands"),
        link("Ferry fares go up"),
      ]),
    ],
    [
      "buttons to share",
      `<div class="social-bar">${ul(["Share", "Send", "Print"].map(link))}</div>`,
    ],
  ])("but not %s", (_, extra) => {
    const [first = "", ...others] = news.map(p);
    expect(read(page("Harbourville to build a bridge", first, extra, ...others))).toEqual(news);
  });
});

describe("a list in a plain text is kept between the sentences around it", () => {
  it.each([
    ["with dashes", "- "],
    ["with stars", "* "],
    ["with bullets", "• "],
    ["with discs", "● "],
    ["with numbers", "1. "],
  ])("%s", (_, bullet) => {
    const items = meals("Monday", 0).map((meal) => `${bullet}${meal}`);
    const text = ["A week of dinners", plan, items.join("\n"), bones].join("\n\n");
    const { body } = articleFromText(text, { title: "A week of dinners" });
    const printed = /[•●]/.test(bullet) ? meals("Monday", 0) : items;
    expect(body.split("\n\n")).toEqual([plan, ...printed, bones]);
  });

  it("but not below them, where other stories are listed", () => {
    const text = ["A week of dinners", plan, bones, "• Harbour lamp is lit again"].join("\n\n");
    const { body } = articleFromText(text, { title: "A week of dinners" });
    expect(body.split("\n\n")).toEqual([plan, bones]);
  });
});

it("a text in few characters is an article where each says more", () => {
  const article = articleFromHtml(parseHTML(page("T")).document as unknown as Document);
  const body =
    "土耳其城市阿达纳周二突发山洪，造成5人死亡。救援队用船只和直升机将260人转移到安全地带。";
  const more = "市政府称，损失至少达15亿里拉，超过五千所房屋被淹，当地蔬菜价格随之上涨。";
  expect(holdsArticle({ ...article, body: `${body}\n\n${more}` })).toBe(true);
  expect(holdsArticle({ ...article, body: more })).toBe(false);
});

describe("the words around a missing article are no article", () => {
  it.each([
    [
      "a menu",
      ["Home", "Latest news", "Sport", "Contact us", "About the coast", "Weather today"]
        .join("\n\n")
        .repeat(8),
    ],
    ["a list without a sentence", "Terms and conditions of use\n\n".repeat(20)],
    ["a short note", "The page that you are looking for has moved to another place."],
  ])("%s", (_, body) => {
    const article = articleFromHtml(parseHTML(page("T")).document as unknown as Document);
    expect(holdsArticle({ ...article, body })).toBe(false);
  });
});
