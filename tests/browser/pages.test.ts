/**
 * What is marked, and what is not, on difficult pages. Long, because all cases share one browser, whose
 * start is what costs time.
 */
import { readFileSync } from "node:fs";
import { constants, inflateSync } from "node:zlib";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OwnPage, openOwnPage } from "../support/askExtension.ts";
import { browserName, launchByWords } from "../support/browserUnderTest.ts";
import { expectMarks } from "../support/expectMarks.ts";
import {
  markedWithin,
  pointOfMark,
  shadowText,
  waitForMarks,
  waitForShadowText,
} from "../support/markedPage.ts";
import { hostSelector } from "../support/ownHost.ts";
import { readingBrowser } from "../support/readingBrowser.ts";

/** Pages that were not seen to be articles, or not read whole, each with a sentence of the bundled articles. */
const bundled =
  "All the other countries which have an impact on the Syrian conflict have in fact turned away from Ankara.";
const unseen: Readonly<Record<string, (html: string) => string>> = {
  "02-paywall-class-paragraphs": (html) => html.replace(/The first stone[^<]+/, bundled),
  "09-gate-line-breaks": (html) => html.replace(/Ferries to the outer[^<]+/, bundled),
  "10-hindi": (html) => html.replace("</article>", `<p>${bundled}</p></article>`),
  "23-shadow-article": (html) => html.replace(/Ferries to the outer[^<]+/, bundled),
  "27-gate-long-menu": (html) => html.replace(/Ferries to the outer[^<]+/, bundled),
};
const unseenPages = new Map(
  Object.entries(unseen).map(([name, withBundled]) => [
    `/world/${name}.html`,
    withBundled(readFileSync(`tests/fixtures/cases/${name}.html`, "utf8")),
  ]),
);

const reading = readingBrowser("tests/fixtures/pages", unseenPages, launchByWords);
let own: OwnPage;

beforeAll(async () => {
  own = await openOwnPage(reading.session);
});

/** By the name of the case on the page: the words that are marked there, one string a mark. */
const markup: Readonly<Record<string, readonly string[]>> = {
  "inline markup and links inside a quote": [
    "“Our main objective is for the terrorist organizations to leave,” Erdogan said Friday.",
  ],
  "drop cap": [
    "Turkish officials were seeking Russia’s approval to access Syrian airspace for strikes against Kurdish militants and Islamic State, Hurriyet newspaper reported Friday, without saying how it got the information.",
  ],
  "line breaks": [
    "The group would coordinate military operationsagainst al-Nusra Front and increase the efficiency of coordinated actions against Daesh.",
  ],
  "soft hyphens, zero-width and no-break spaces": [
    "While Islamic State has been pushed back thanks to coor\u00addi\u00adnated efforts, the group re\u200bmains a signif\u00adicant threat that war\u2060rants further attention, the spokes\u00adwoman said in an emailed statement.",
  ],
  "decomposed accents": [
    "“We discussed how we will coordinate our work together in the context of” the departure of Americans, confirmed his Turkish counterpart Mevlu\u0308t C\u0327avus\u0327og\u0306lu.",
  ],
  ligatures: [
    "All the other countries which have an impact on the Syrian conflict have in fact turned away from Ankara.".replace(
      "fl",
      "ﬂ",
    ),
  ],
  "an advertisement inside a sentence": [
    "Russia and Turkey have also pledged to cooperate to promote the return of Syrian refugees",
    "to their homes and to provide them with humanitarian aid, as well as to continue work towards the creation of a demilitarized zone at Idleb, the last stronghold rebels in Syria.",
  ],
  "a figure inside a sentence": [
    "In order to make this possible, the US needs to convince Russia",
    "to stop airstrikes against those groups.",
  ],
  "an advertisement inside a quote": [
    '"The United States and Egypt are trying to force Turkey to make certain concessions,',
    'including establishing a Kurdish autonomous region in northern Syria and holding talks with the Kurdistan Workers’ Party (PKK) inside Turkey," Pekin then told Sputnik.',
  ],
  blockquote: [
    "“As in the past, we will continue active work and coordination with our Russian and Iranian colleagues to accelerate the political settlement in Syria,” said Cavusoglu.",
  ],
  list: ["On the one hand, the White House shows willingness to cooperate with Russia in Syria."],
  table: [
    "Russia is with Iran the main ally of the Damascus regime, while Turkey is a major supporter of the rebels.",
  ],
  details: [
    "Earlier this month Sputnik Turkiye talked to former chief of the Turkish General Staff Intelligence Department, Ismail Hakki Pekin, who said that Ankara has in fact found itself in a difficult situation, mainly due to foreign pressure.",
  ],
  "around a pull quote": [
    "Russia said Saturday that Syrian government forces have taken control of Manbij, a strategic town close to the border with Turkey that had been under the command of",
    "a U.S.-backed Kurdish militia before Trump announced his withdrawal.",
  ],
  "pull quote": [],
  "hidden text": [],
  "editable field": [],
  "open shadow root": [
    "The two neighbors whose relations have been long soured now seem to be joining their efforts in the fight against terrorists.",
    'He also suggested that if such a Kurdish entity is established Ankara would be "encircled from the south" and will have to fight a "war on two fronts," against Daesh in Syria and against the PKK inside the country.',
  ],
  caption: [],
  "newsletter box": [],
  promotion: [],
  navigation: [],
  "related links": [],
  comments: [],
  footer: [],
};

describe(`read by itself and marked, in ${browserName}, is the input that failed`, () => {
  it.each(Object.keys(unseen))("%s", async (name) => {
    const page = await reading.session.open(`${reading.origin}/world/${name}.html`);
    await waitForMarks(page);
    expect(await markedWithin(page, "html")).toEqual([bundled]);
    await page.close();
  });
});

describe(`markup of every kind, in ${browserName}`, () => {
  let page: Page;

  beforeAll(async () => {
    page = await reading.session.open(`${reading.origin}/markup.html`);
    await waitForMarks(page);
  });

  afterAll(() => page?.close());

  it.each(Object.entries(markup))("%s", async (name, marks) => {
    expect(await markedWithin(page, `[data-case="${name}"]`)).toEqual(marks);
  });

  it("bears no mark but these", async () => {
    expect(await markedWithin(page, "html")).toEqual(Object.values(markup).flat());
  });

  it("is printed without marks and without card, and leaves no trace of them when the site is switched off", async () => {
    const point = await pointOfMark(page, "Our main objective");
    await page.mouse.move(point.x, point.y);
    await waitForShadowText(reading.session, page, "The Moscow Times");
    const coloursWithMarks = await printedColours(page);
    await own.switchSite(false);
    try {
      await expectMarks(page, "html", []);
      expect(await tracesOn(page)).toEqual({
        isAsWritten: true,
        names: [],
        sheets: 0,
        shadowSheets: 0,
      });
      expect(await shadowText(reading.session, page)).not.toContain("The Moscow Times");
      expect(coloursWithMarks).not.toEqual([]);
      expect(await printedColours(page)).toEqual(coloursWithMarks);
    } finally {
      await own.switchSite(true);
    }
    await expectMarks(page, "html", Object.values(markup).flat());
  });
});

/** What of ours a page's own scripts could still find. */
function tracesOn(page: Page) {
  return page.evaluate(() => ({
    isAsWritten:
      document.documentElement.outerHTML ===
      (window as unknown as { domAsWritten: string }).domAsWritten,
    names: [...CSS.highlights.keys()],
    sheets: document.adoptedStyleSheets.length,
    shadowSheets: [...document.querySelectorAll("*")].reduce(
      (sum, { shadowRoot }) => sum + (shadowRoot?.adoptedStyleSheets.length ?? 0),
      0,
    ),
  }));
}

/** The colours that a printed page is drawn in: marks would add theirs. */
async function printedColours(page: Page): Promise<string[]> {
  const pdf = Buffer.from(await page.pdf({ printBackground: true })).toString("latin1");
  const streams = [...pdf.matchAll(/\/FlateDecode[\s\S]*?stream\r?\n([\s\S]*?)\r?\nendstream/g)];
  // The last bytes of a stream may look like the line break after it: what is missing is no drawing.
  const drawings = streams.map(([, stream]) =>
    inflateSync(Buffer.from(stream, "latin1"), { finishFlush: constants.Z_SYNC_FLUSH }).toString(
      "latin1",
    ),
  );
  const colour = /(?<=\s)(?:[\d.]+ ){1,4}(?:rg|RG|g|G|k|K|sc|SC|scn|SCN)(?=\s)/g;
  return [...new Set(drawings.flatMap((drawing) => drawing.match(colour) ?? []))].sort();
}

describe(`the keyboard alone, in ${browserName}`, () => {
  const sentences = [
    "Moscow reacted to the initiative without much enthusiasm.",
    "The group would station near Amman, Jordan.",
    "The main topic on the agenda was a US offer to Moscow to join efforts against terrorism in Syria.",
  ];
  let page: Page;

  beforeAll(async () => {
    page = await reading.session.open(`${reading.origin}/long.html`);
    await waitForMarks(page);
    await page.bringToFront();
    await page.focus("#field");
  });

  afterAll(() => page?.close());

  /** What a screen reader is told, and what has the keyboard, once the card has moved. */
  async function expectCardAt(place: number): Promise<void> {
    await waitForShadowText(reading.session, page, `${place} of 3`);
    await waitForShadowText(reading.session, page, `${sentences[place - 1]}`);
    const hasFocus = (host: string) => document.activeElement?.matches(host);
    expect(await page.evaluate(hasFocus, hostSelector)).toBe(true);
  }

  it.each([
    ["nextMark", 1],
    ["nextMark", 2],
    ["nextMark", 3],
    ["nextMark", 1],
    ["previousMark", 3],
    ["previousMark", 2],
  ] as const)(
    "goes by %s to mark %i of 3: in sight, announced, the card with the keyboard",
    async (command, place) => {
      await reading.session.pressShortcut(command);
      await expectCardAt(place);
      const top = await topOfMark(page, sentences[place - 1]!);
      expect(top).toBeGreaterThan(0);
      expect(top).toBeLessThan(900);
    },
  );

  it("gives the keyboard back with Escape, and goes on from the mark in sight", async () => {
    await page.keyboard.press("Escape");
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.id), { interval: 50 })
      .toBe("field");
    await reading.session.pressShortcut("nextMark");
    await expectCardAt(3);
    await page.keyboard.press("Escape");
  });

  it("counts from the window once the reader has scrolled away", async () => {
    await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
    await reading.session.pressShortcut("nextMark");
    await expectCardAt(1);
    await page.keyboard.press("Escape");
  });

  it("switches the site off and on again", async () => {
    await reading.session.pressShortcut("switchSite");
    await expectMarks(page, "html", []);
    await reading.session.pressShortcut("switchSite");
    await expectMarks(page, "html", sentences);
  });
});

/** How far below the top of the window a mark's words stand; null if there is none. */
function topOfMark(page: Page, words: string): Promise<number | null> {
  return page.evaluate((wanted) => {
    const ranges = [...CSS.highlights.values()].flatMap((highlight) => [...highlight] as Range[]);
    const range = ranges.find((one) => one.toString().replace(/\s+/g, " ").trim() === wanted);
    return range?.getBoundingClientRect().top ?? null;
  }, words);
}

describe(`a page that changes, in ${browserName}`, () => {
  const standing =
    "Military coup in Turkey has affected the situation in Syria as well as Ankara’s relations with Western allies.";
  let page: Page;

  beforeAll(async () => {
    page = await reading.session.open(`${reading.origin}/changing.html`);
    await waitForMarks(page);
  });

  afterAll(() => page?.close());

  it("is marked where its text stands", async () => {
    await expectMarks(page, "html", [standing]);
  });

  it("is marked further when a sentence has grown to its end", async () => {
    await page.evaluate(() => {
      const { firstChild } = document.querySelector("#growing") as Element;
      (firstChild as Text).appendData(" near Amman, ");
      document.querySelector("#growing")?.append("Jordan.");
    });
    await expectMarks(page, "html", [standing, "The group would station near Amman, Jordan."]);
  });

  it("is marked further when paragraphs come late", async () => {
    await page.evaluate(() => {
      const late = document.createElement("p");
      late.textContent =
        "The main topic on the agenda was a US offer to Moscow to join efforts against terrorism in Syria.";
      document.querySelector("article")?.append(late);
    });
    await expectMarks(page, "html", [
      standing,
      "The group would station near Amman, Jordan.",
      "The main topic on the agenda was a US offer to Moscow to join efforts against terrorism in Syria.",
    ]);
  });

  it("loses the marks of words that were swapped for others", async () => {
    await page.evaluate(() => {
      const swapped = document.querySelector("#standing");
      if (swapped) swapped.textContent = "The mayor cut the ribbon twice, for the photographers.";
    });
    await expectMarks(page, "html", [
      "The group would station near Amman, Jordan.",
      "The main topic on the agenda was a US offer to Moscow to join efforts against terrorism in Syria.",
    ]);
  });

  it("is read as another article after it navigated within its document, whatever its head still says", async () => {
    await page.evaluate(() => {
      history.pushState({}, "", "/2019/02/05/a-well-is-dug.html");
      document.title = "A well is dug | Harbour Test Page";
      const view = document.querySelector("#view");
      if (view)
        view.innerHTML = `<article><h1>A well is dug behind the school</h1>
          <p>Four men from the next village dug for six days behind the school, until the water came up clear and the children were let out to look at it.</p>
          <p>“Our main objective is for the terrorist organizations to leave,” Erdogan said Friday.</p>
          <p>The water is to be tested by the county before anybody drinks of it, and the pump that was promised will come when the road is dry.</p></article>`;
    });
    const quote =
      "“Our main objective is for the terrorist organizations to leave,” Erdogan said Friday.";
    await expectMarks(page, "html", [quote]);
    await expect
      .poll(() => own.describe(page))
      .toMatchObject({
        kind: "matched",
        report: {
          page: {
            title: "A well is dug behind the school",
            url: `${reading.origin}/2019/02/05/a-well-is-dug.html`,
            outlet: "Harbour Test Page",
            published: { value: "2019-02-05" },
          },
        },
      });
  });

  it("keeps its marks when the next article is put below and the address follows the reader there", async () => {
    const next = "Moscow reacted to the initiative without much enthusiasm.";
    const [quote] = await markedWithin(page, "html");
    expect(quote).toBeDefined();
    await page.evaluate((words) => {
      const article = document.createElement("article");
      article.innerHTML = `<h2>A pump is painted</h2>
        <p>The pump that stood in the yard for forty years was painted red again by the two men who remember its colour, and who do not agree about the shade.</p>
        <p>${words}</p>
        <p>It gives no water any more, but the children like the handle, and the parish has voted to leave it where it is for as long as it stands.</p>`;
      document.querySelector("#view")?.append(article);
      history.replaceState({}, "", "/2019/02/06/a-pump-is-painted.html");
    }, next);
    await expectMarks(page, "html", [quote ?? "", next]);
  });
});

describe(`pages that are hard to get at, in ${browserName}`, () => {
  it("are marked though nothing may be loaded or run there", async () => {
    const page = await reading.session.open(`${reading.origin}/strict.html`);
    await expectMarks(page, "html", [
      "This all suggests that Ankara and Damascus are, to a degree, coordinating their actions, he further said.",
    ]);
    await page.close();
  });

  it("are marked though their article is written late", async () => {
    const page = await reading.session.open(`${reading.origin}/late.html`);
    await page.evaluate(() => {
      const { content } = document.querySelector("#story") as HTMLTemplateElement;
      document.querySelector("#app")?.replaceChildren(content.cloneNode(true));
    });
    await expectMarks(page, "html", ["Moscow reacted to the initiative without much enthusiasm."]);
    await page.close();
  });

  it("are left alone where they are the extension's own", async () => {
    const firstRun = await reading.session.openOwn("firstRun.html");
    await firstRun.waitForSelector("button");
    expect(
      await firstRun.evaluate(
        (host) => ({
          highlights: CSS.highlights.size,
          hosts: document.querySelectorAll(host).length,
        }),
        hostSelector,
      ),
    ).toEqual({ highlights: 0, hosts: 0 });
    await firstRun.close();
  });
});
