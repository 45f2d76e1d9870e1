import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "puppeteer-core";
import type { BrowserSession } from "../../../scripts/browsers.ts";
import { type RefusingProxy, serveSite, startRefusingProxy } from "../../../scripts/siteServer.ts";
import { readArticle } from "../../../src/engine/extract/readArticle.ts";
import { createLibrary } from "../../../src/engine/library/library.ts";
import { openSegment } from "../../../src/engine/library/segmentReader.ts";
import { matchPage } from "../../../src/engine/match/matcher.ts";
import type { Article } from "../../../src/engine/model/index.ts";
import { segmentOfArticles } from "../../../src/engine/segmentOfArticles.ts";
import { articleFromHtml } from "../../../src/ingest/articleFromHtml.ts";
import { decodeText } from "../../../src/ingest/decodeText.ts";
import { type OwnPage, openOwnPage } from "../../support/askExtension.ts";
import { browserName, buildFolder, launch } from "../../support/browserUnderTest.ts";
import { buildWithCorpus } from "../../support/buildWithCorpus.ts";
import { markedWithin } from "../../support/markedPage.ts";
import { hostSelector } from "../../support/ownHost.ts";
import { waitForGate } from "../../support/ownPage.ts";
import type { Figures, Measure } from "../measure.ts";
import { plantedCorpus } from "../plantedCorpus.ts";
import { report } from "../report.ts";
import { parse } from "./extraction.ts";

/**
 * Real pages in a real browser, with a corpus of their own sentences: whether what the command
 * line finds in a page's file is marked on the page, and nothing outside the article. The pages'
 * own scripts are kept from running, so that what changes the page is us. Needs a build
 * (`npm run build -- --all`); SECOND_SOURCE_BROWSER chooses the browser.
 */
export const realPages: Measure = {
  name: `real pages in ${browserName}`,
  goal: { "recall of marks": 0.99 },
  baseline: {},
  needs: ["pages"],
  async run(dataFolder) {
    if (!existsSync(buildFolder("granted"))) return { "not built": "npm run build -- --all" };
    return measurePages(sourcesIn(path.join(dataFolder, "pages")));
  },
};

interface Source {
  readonly name: string;
  readonly html: string;
  readonly article: Article;
}

function sourcesIn(folder: string): readonly Source[] {
  return readdirSync(folder).flatMap((name): Source[] => {
    const file = path.join(folder, name, "source.html");
    if (!existsSync(file)) return [];
    const html = decodeText(readFileSync(file)) ?? "";
    return [{ name, html, article: articleFromHtml(parse(file)) }];
  });
}

/** Some pages hide themselves until their scripts show them, which may not run here. */
const withoutScripts =
  `<meta http-equiv="content-security-policy" content="script-src 'none'">` +
  "<style>html:not(#a#b), html:not(#a#b) body { display: block !important; visibility: visible !important }</style>";

async function measurePages(sources: readonly Source[]): Promise<Figures> {
  const planted = plantedCorpus(sources.map(({ article }) => article));
  const library = createLibrary([openSegment(segmentOfArticles(planted))]);
  const build = buildWithCorpus(buildFolder("granted"), planted);
  const pages = new Map(
    sources.map(({ name, html }) => [
      `/${name}.html`,
      html.replace(/<head[^>]*>|^/i, `$&${withoutScripts}`),
    ]),
  );
  const site = await serveSite("assets/demo", pages);
  const proxy: RefusingProxy = await startRefusingProxy();
  const session = await launch(build.folder, { proxy: proxy.address });
  try {
    await waitForGate(session);
    const own = await openOwnPage(session);
    const seen: SeenPage[] = [];
    for (const { name, article } of sources) {
      const expected = matchPage(readArticle(article), library).matches.map(({ exact }) => exact);
      const address = `${site.origin}/${name}.html`;
      seen.push(await see({ session, own, address, name, expected, article }));
    }
    return figuresOf(seen);
  } finally {
    await session.close();
    await proxy.close();
    await site.close();
    build.remove();
  }
}

interface SeenPage {
  readonly name: string;
  readonly expected: readonly string[];
  readonly missing: readonly string[];
  readonly marks: number;
  /** Marks whose words are none of the article's, as the command line reads it. */
  readonly outside: readonly string[];
  readonly errors: readonly string[];
  readonly isLeftAsFound: boolean;
  readonly isSeenByGate: boolean;
}

interface Visit {
  readonly session: BrowserSession;
  readonly own: OwnPage;
  readonly address: string;
  readonly name: string;
  readonly expected: readonly string[];
  readonly article: Article;
}

async function see({ session, own, address, name, expected, article }: Visit): Promise<SeenPage> {
  const errors: string[] = [];
  const page = await session.open("about:blank");
  page.on("console", (message) => {
    if (message.type() === "error" && isOurs(message.text())) errors.push(message.text());
  });
  // Firefox calls a page not loaded when one of its frames has an address that it refuses.
  await page.goto(address, { waitUntil: "domcontentloaded" }).catch(console.error);
  const before = await htmlOf(page);
  const isSeenByGate = await isRead(own, page, 3_000);
  if (!isSeenByGate) await own.check(page);
  await isRead(own, page, 15_000);
  const marks = await markedWithin(page, "html");
  const marked = lettersOf(marks.join(" "));
  const text = lettersOf(`${article.title} ${article.body}`);
  await own.switchSite(false);
  await page.waitForFunction(() => CSS.highlights.size === 0, { polling: 50, timeout: 5_000 });
  const after = await htmlOf(page);
  await own.switchSite(true);
  await page.close();
  return {
    name,
    expected,
    missing: expected.filter((exact) => !marked.includes(lettersOf(exact))),
    marks: marks.length,
    outside: marks.filter((mark) => !text.includes(lettersOf(mark))),
    errors,
    isLeftAsFound: before === after,
    isSeenByGate,
  };
}

/** Of the page's own complaints there are many: its scripts are blocked and its pictures are not to be had. */
function isOurs(text: string): boolean {
  return /second.?source|-extension:\/\//i.test(text);
}

function htmlOf(page: Page): Promise<string> {
  return page.evaluate((ours) => {
    const copy = document.documentElement.cloneNode(true) as Element;
    for (const host of copy.querySelectorAll(ours)) host.remove();
    return copy.outerHTML;
  }, hostSelector);
}

/** True once the page was matched; false if it is not within the time. */
async function isRead(own: OwnPage, page: Page, patienceMs: number): Promise<boolean> {
  const end = Date.now() + patienceMs;
  while (Date.now() < end) {
    const state = await own.describe(page).catch(() => null);
    if (state?.kind === "matched") return true;
    await new Promise((done) => setTimeout(done, 100));
  }
  return false;
}

function lettersOf(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

function figuresOf(seen: readonly SeenPage[]): Figures {
  const sum = (count: (page: SeenPage) => number) =>
    seen.reduce((total, page) => total + count(page), 0);
  const expected = sum((page) => page.expected.length);
  report("realPages.txt", seen.flatMap(linesOf));
  return {
    "recall of marks": 1 - sum(({ missing }) => missing.length) / expected,
    "found by the command line": expected,
    marks: sum(({ marks }) => marks),
    "marks outside the article": sum(({ outside }) => outside.length),
    "console errors of ours": sum(({ errors }) => errors.length),
    "pages left as they were found": `${seen.filter((page) => page.isLeftAsFound).length} of ${seen.length}`,
    "pages the gate takes for articles": `${seen.filter((page) => page.isSeenByGate).length} of ${seen.length}`,
  };
}

function linesOf(page: SeenPage): readonly string[] {
  return [
    `${page.name}: ${page.expected.length} expected, ${page.missing.length} missing, ${page.outside.length} outside, gate ${page.isSeenByGate}, as found ${page.isLeftAsFound}`,
    ...page.missing.map((text) => `  missing ${text}`),
    ...page.outside.map((text) => `  outside ${text}`),
    ...page.errors.map((text) => `  error ${text}`),
  ];
}
