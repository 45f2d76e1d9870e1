import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BrowserSession } from "../../scripts/browsers.ts";
import { type SiteServer, serveSite } from "../../scripts/siteServer.ts";
import { packOf, recordLine } from "../ingest/pack/packOf.ts";
import { browserName, buildFolder, launchByWords } from "../support/browserUnderTest.ts";
import { chooseFile, corporaStatus, openSettings, statusWhen } from "../support/importing.ts";
import { readMarks, waitForMarks, waitForNoMarks } from "../support/markedPage.ts";
import { islandPage, sharedSentence } from "../support/newsPages.ts";
import { waitForGate, waitForText } from "../support/ownPage.ts";
import { type PackServer, servePack } from "../support/packServer.ts";
import { openPopupFor } from "../support/popup.ts";

const record = recordLine({ title: "The lighthouse", body: sharedSentence });
const script = "javascript:globalThis.isHostile=1";
/** What is left when the tags inside it are taken out is markup again. */
const nested = `<<b>img src=x onerror="globalThis.isHostile=1">`;
const markup = `${nested}<script>isHostile=1</script><a href="${script}">`;

describe(`packs in ${browserName}`, () => {
  let site: SiteServer;
  let server: PackServer;
  let session: BrowserSession;
  let settings: Page;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "second-source-packs-"));
    site = await serveSite("assets/demo", new Map([["/island", islandPage()]]));
    server = await servePack();
    session = await launchByWords(buildFolder("granted"));
    await waitForGate(session);
    settings = await openSettings(session);
  });

  afterAll(async () => {
    await session?.close();
    await server?.close();
    await site?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Has a pack imported as a file; gives what became of it. */
  async function importPack(name: string, pack: Uint8Array) {
    const file = join(folder, name);
    writeFileSync(file, pack);
    await chooseFile(settings, file);
    const { imports, packs } = await statusWhen(settings, ({ imports: [newest] }) => {
      return newest?.name === name && newest.state !== "running";
    });
    return { refused: imports[0]?.refused ?? [], packs: packs.map((pack) => pack.name) };
  }

  async function press(words: string): Promise<void> {
    await settings.bringToFront();
    // The list is drawn anew once a change has been stored, which may be after the change is reported.
    const button = await settings.waitForSelector(`button[aria-label="${words}"]`);
    await button?.click();
  }

  async function tick(packName: string): Promise<void> {
    await settings.evaluate((name) => {
      const labels = [...document.querySelectorAll<HTMLElement>(".packs label")];
      labels.find(({ textContent }) => textContent?.includes(name))?.click();
    }, packName);
  }

  async function marksOnIsland(): Promise<readonly string[]> {
    const page = await session.open(`${site.origin}/island`);
    await waitForMarks(page);
    const marks = await readMarks(page);
    await page.close();
    return marks.map(({ text }) => text);
  }

  async function expectNoMarksOnIsland(): Promise<void> {
    const page = await session.open(`${site.origin}/island`);
    const popup = await openPopupFor(session, page);
    await waitForText(popup, "Nothing");
    await waitForNoMarks(page);
    await popup.close();
    await page.close();
  }

  it("are added as a file, and what they hold is marked for everybody to see", async () => {
    expect(await importPack("shelf.pack", packOf([record]))).toEqual({
      refused: [],
      packs: ["Shore"],
    });
    expect(await marksOnIsland()).toEqual([sharedSentence]);
  });

  it("are switched off and on, and removed with all they brought", async () => {
    await waitForText(settings, "Shore");
    await tick("Shore");
    await statusWhen(settings, ({ packs }) => packs[0]?.isOn === false);
    await expectNoMarksOnIsland();
    await tick("Shore");
    await statusWhen(settings, ({ packs }) => packs[0]?.isOn === true);
    expect(await marksOnIsland()).toEqual([sharedSentence]);
    await press("Remove Shore");
    await statusWhen(settings, ({ packs }) => packs.length === 0);
    await expectNoMarksOnIsland();
  });

  it("come back when their removal is undone, by keyboard alone", async () => {
    await settings.bringToFront();
    // The button that was pressed has gone; the keyboard is where it can be taken back.
    await settings.waitForFunction(() => document.activeElement?.textContent === "Undo", {
      polling: 50,
      timeout: 25_000,
    });
    await settings.keyboard.press("Enter");
    await statusWhen(settings, ({ packs }) => packs[0]?.isOn === true);
    expect(await marksOnIsland()).toEqual([sharedSentence]);
    await press("Remove Shore");
    await statusWhen(settings, ({ packs }) => packs.length === 0);
  });

  it("come from an address, and are fetched again only when there is a newer one", async () => {
    server.publish(packOf([record]));
    await settings.bringToFront();
    await settings.type("#pack-address", server.address);
    await settings.keyboard.press("Enter");
    await waitForText(settings, "The pack was added.");
    await press("Update Shore");
    await waitForText(settings, "There is no newer version of the pack.");
    const moved = recordLine({ title: "The mole", body: `${sharedSentence} It is open now.` });
    server.publish(packOf([record, moved], { version: "2" }));
    await press("Update Shore");
    await waitForText(settings, "The pack was added.");
    expect((await corporaStatus(settings)).packs).toMatchObject([
      { version: "2", articleCount: 2 },
    ]);
    server.publish(flipped(packOf([moved], { version: "3" })));
    await press("Update Shore");
    await waitForText(
      settings,
      "There is no pack at this address, or the pack is damaged. Nothing was changed.",
    );
    expect((await corporaStatus(settings)).packs).toMatchObject([{ version: "2" }]);
    expect(server.answers).toEqual([200, 304, 200, 200]);
    expect(await marksOnIsland()).toEqual([sharedSentence]);
  });

  it.each([
    ["a flipped bit", () => flipped(packOf([record]))],
    ["another version", () => withFirstLine("second-source pack 2", packOf([record]))],
    ["a count beyond all bounds", () => packOf([record], { articles: 1e12 })],
    ["a count that is not true", () => packOf([record], { articles: 2_000_000 })],
    ["a date that is none", () => packOf([recordLine({ published: { value: markup } })])],
    ["texts that would unpack beyond all bounds", () => packOf([record], { textBytes: 3e9 })],
  ])("with %s are refused with the reason, and change nothing", async (what, pack) => {
    const name = `${what}.pack`;
    const { refused, packs } = await importPack(name, pack());
    expect(refused).toEqual([
      { item: name, reason: { key: expect.stringMatching(/^refusedPack/) } },
    ]);
    expect(packs).toEqual(["Shore"]);
  });

  it("with markup and script addresses in every field bring text, and no address that is a script", async () => {
    const hostile = (text: string) => `${text}${markup}`;
    const outlet = { name: hostile("The Hostile Post"), domain: `${markup}.example` };
    const lines = recordLine({
      ...{ id: hostile("a"), outlet, title: hostile("A hostile title"), urls: [script, markup] },
      ...{ byline: hostile("By us"), agencies: [hostile("AP")], language: markup },
      body: `${hostile(sharedSentence)} ${markup}`,
    });
    const statements = { name: "Hostile", publisher: "Nobody", licence: "None", version: "9" };
    const said = Object.entries(statements).map(([field, value]) => [field, hostile(value)]);
    const manifest = { ...Object.fromEntries(said), address: script };
    const { refused } = await importPack("hostile.pack", packOf([lines], manifest));
    expect(refused).toEqual([]);
    await waitForText(settings, "Hostile 1 article · Nobody");
    const page = await session.open(`${site.origin}/island`);
    await waitForMarks(page);
    const popup = await openPopupFor(session, page);
    await waitForText(popup, "The Hostile Post");
    for (const own of [settings, popup]) expect(await hostileIn(own)).toEqual([]);
    expect(await page.evaluate(() => Reflect.get(globalThis, "isHostile"))).toBeUndefined();
  });
});

/** Elements that no view of ours makes, attributes that run, and links neither of the web nor ours. */
function hostileIn(own: Page): Promise<readonly string[]> {
  return own.evaluate(() => {
    const elements = [...document.body.querySelectorAll("*")];
    const found = elements.filter(
      (element) =>
        element.matches('img:not([src^="icons/"]), script, iframe, object') ||
        element.getAttributeNames().some((name) => name.startsWith("on")) ||
        (element instanceof HTMLAnchorElement &&
          !/^(?:https?|[a-z]+-extension):/.test(element.href)),
    );
    const ran = Reflect.get(globalThis, "isHostile") === undefined ? [] : ["a script has run"];
    return [...found.map(({ outerHTML }) => outerHTML), ...ran];
  });
}

function flipped(pack: Uint8Array): Uint8Array {
  const bytes = Uint8Array.from(pack);
  bytes[bytes.length - 20]! ^= 0x08;
  return bytes;
}

function withFirstLine(line: string, pack: Uint8Array): Uint8Array {
  const rest = Buffer.from(pack).subarray(pack.indexOf(0x0a));
  return Buffer.concat([Buffer.from(line), rest]);
}
