import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PageMatch } from "../../src/engine/model/index.ts";
import type { ArticleRecord } from "../../src/platform/storage/articleRecord.ts";
import { packOf, recordLine } from "../ingest/pack/packOf.ts";
import { openOwnPage } from "../support/askExtension.ts";
import { browserName, buildFolder, launchByWords } from "../support/browserUnderTest.ts";
import { expectNothingForAxe } from "../support/expectNothingForAxe.ts";
import { serveForgingFeed } from "../support/forgingFeed.ts";
import { chooseFile, corporaStatus, openSettings, statusWhen } from "../support/importing.ts";
import { type KeepingBrowser, keepingBrowser } from "../support/keepingBrowser.ts";
import { ask, keptArticles } from "../support/keptArticles.ts";
import { coastPage, islandPage, newsPage, sharedSentence } from "../support/newsPages.ts";
import { waitForGate, waitForText } from "../support/ownPage.ts";
import { servePack } from "../support/packServer.ts";
import { openPopupFor } from "../support/popup.ts";
import { exportedZip, storedRecords } from "../support/storedRecords.ts";

const victim = "https://www.reuters.com/world/lighthouse-2019-03-05/";
const stolenSentence =
  "The keeper of the southern light told the council that no ship had been lost in his forty years.";

/** A page that says that it is another outlet's. */
const spoofingPage = newsPage("Reuters", "A keeper speaks", [
  "The council told the minister on Tuesday that the gauge at the old pier had been read by hand.",
  stolenSentence,
  "A gauge that reads itself was built into the quay wall in March, and sends what it reads twice an hour.",
  "The old one is to hang in the waiting room, with its chain, where children may pull at it.",
]).replace(
  "<title>",
  `<link rel="canonical" href="${victim}"><meta property="og:url" content="${victim}"><title>`,
);

const innocentPage = newsPage("Island Post", "What the keeper said", [
  "Ferries to the outer islands sailed again on Wednesday after three days of fog in the strait.",
  stolenSentence,
  "The island's school will move into its new building in August, a year later than had been planned.",
]);

describe(`what is kept in ${browserName}`, () => {
  const browser = keepingBrowser(
    new Map([
      ["/coast", coastPage()],
      ["/island", islandPage()],
      ["/evil", spoofingPage],
      ["/innocent", innocentPage],
    ]),
  );
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "second-source-keeping-"));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Opens a page; gives its matches once it has been matched. */
  async function read(
    path: string,
    its: Pick<KeepingBrowser, "session" | "extension"> = browser,
  ): Promise<readonly PageMatch[]> {
    const page = await its.session.open(browser.origin + path);
    await expect.poll(async () => (await its.extension.describe(page)).kind).toBe("matched");
    const state = await its.extension.describe(page);
    await page.close();
    return state.kind === "matched" ? state.report.matches : [];
  }

  const articles = () => keptArticles(browser.own);

  it("stays as the reader saved it, whatever a followed feed names its address", async () => {
    const page = await browser.session.open(`${browser.origin}/coast`);
    expect(await browser.extension.save(page)).toBe("new");
    const [saved] = await storedRecords(browser.own);
    const feed = await serveForgingFeed(`${browser.origin}/coast`);
    await ask(browser.own, "feeds/follow", { url: feed.url, title: "" });
    await expect.poll(async () => (await storedRecords(browser.own))[0]?.versions.length).toBe(1);
    for (let round = 2; round <= 7; round++)
      await ask(browser.own, "feeds/check", { url: feed.url });
    await ask(browser.own, "feeds/unfollow", { url: feed.url });
    await feed.close();

    const [record] = await storedRecords(browser.own);
    expect(record).toMatchObject({ origin: "saved", article: saved!.article });
    expect(record?.versions.map(({ title, source }) => [title, source?.name])).toEqual(
      [3, 4, 5, 6, 7].map((round) => [`Forged headline ${round}`, "127.0.0.1"]),
    );
    const popup = await openPopupFor(browser.session, page);
    await waitForText(popup, "Unchanged since");
    await popup.close();
    await page.close();
    const matches = await read("/island");
    expect(matches.map(({ exact }) => exact)).toEqual([sharedSentence]);
    expect(matches[0]?.references[0]?.article.outlet).toBe("Coast Courier");
  });

  it("bears no other outlet's name and address because its page says so", async () => {
    await ask(browser.own, "memory/choose", { isOn: true, hostsOff: [] });
    await read("/evil");
    await expect.poll(async () => (await articles()).length).toBe(2);
    await ask(browser.own, "memory/choose", { isOn: false, hostsOff: [] });
    const [spoofed] = await articles();
    expect(spoofed).toMatchObject({ outlet: "localhost", url: `${browser.origin}/evil` });
    const [match] = await read("/innocent");
    expect(match?.references.map(({ article }) => [article.outlet, article.url])).toEqual([
      ["localhost", `${browser.origin}/evil`],
    ]);
  });

  it("says where it was taken from, in the list of the page and in the settings", async () => {
    const page = await browser.session.open(`${browser.origin}/island`);
    const popup = await openPopupFor(browser.session, page);
    await waitForText(popup, " · from a page on localhost");
    await popup.close();
    await page.close();
    const settings = await browser.session.openOwn("options.html#library");
    await waitForText(settings, "· from a page on localhost");
    await expectNothingForAxe(settings);
    await settings.close();
  });

  it("as a pack gives its place to another of its name only when the reader says so", async () => {
    const server = await servePack();
    const settings = await openSettings(browser.session);
    const packs = async () =>
      (await corporaStatus(settings)).packs.map((pack) => [
        ...[pack.articleCount, pack.address, pack.waitsFor !== null],
      ]);
    server.publish(packOf([recordLine(), recordLine({ title: "Two", urls: [] })]));
    await ask(browser.own, "corpora/fetchPack", { address: server.address });
    const address = "http://192.168.1.1/cgi?reboot=1";
    const forged = packOf([recordLine({ title: "Forged", urls: [] })], { address });
    for (const answer of ["Don’t replace it", "Replace it"]) {
      const file = join(folder, `${answer.length}.pack`);
      writeFileSync(file, forged);
      await chooseFile(settings, file);
      await waitForText(settings, "Another pack named “Shore” is installed.");
      await waitForText(
        settings,
        `Installed: 2 articles · The council · CC0-1.0 · 1 · 2019-04-01 · from ${server.address}`,
      );
      await waitForText(
        settings,
        "New: 1 article · The council · CC0-1.0 · 1 · 2019-04-01 · from a file",
      );
      expect(await packs()).toEqual([
        [2, server.address, false],
        [1, null, true],
      ]);
      await settings.evaluate((words) => {
        const buttons = [...document.querySelectorAll("button")];
        buttons.find(({ textContent }) => textContent === words)?.click();
      }, answer);
      await statusWhen(settings, ({ packs: left }) => left.length === 1);
      expect(await packs()).toEqual([
        answer === "Replace it" ? [1, null, false] : [2, server.address, false],
      ]);
    }
    for (const { id } of (await corporaStatus(settings)).packs) {
      await ask(browser.own, "corpora/removePack", { id });
    }
    await settings.close();
    await server.close();
  });

  it("goes through an export to an empty profile with its versions, origins, dates and matches", async () => {
    const before = await storedRecords(browser.own);
    const matches = [...(await read("/island")), ...(await read("/innocent"))];
    const zip = join(folder, "second-source.zip");
    writeFileSync(zip, await exportedZip(browser.own, "jsonl"));

    const empty = await launchByWords(buildFolder("granted"));
    try {
      await waitForGate(empty);
      const settings = await openSettings(empty);
      await chooseFile(settings, zip);
      const { imports } = await statusWhen(settings, (its) => its.imports[0]?.state === "done");
      expect(imports[0]).toMatchObject({ added: before.length, changed: 0, refusedCount: 0 });
      expect((await storedRecords(settings)).map(lasting)).toEqual(before.map(lasting));
      const its = { session: empty, extension: await openOwnPage(empty) };
      const after = [...(await read("/island", its)), ...(await read("/innocent", its))];
      expect(after.map(withoutSources)).toEqual(matches.map(withoutSources));
      expect(after).toHaveLength(2);
      expect(after[0]?.references[0]?.article.source).toMatchObject({ kind: "file" });
    } finally {
      await empty.close();
    }
  });
});

/** A record but for what a profile gives it anew: its place in an index, and the file it now comes from. */
function lasting({ segment: _, exportedSource: __, article, ...record }: ArticleRecord) {
  const { source: ___, ...rest } = article;
  return { ...record, article: rest };
}

function withoutSources(match: PageMatch) {
  const references = match.references.map(({ article: { source: _, ...article }, ...its }) => ({
    ...its,
    article,
  }));
  return { ...match, references };
}
