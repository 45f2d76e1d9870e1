import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BrowserSession } from "../../scripts/browsers.ts";
import { serveSite } from "../../scripts/siteServer.ts";
import type { MeaningStatus } from "../../src/messages/encodingProtocol.ts";
import { anArticle } from "../corpora/articles.ts";
import { browserName, buildFolder, isAskedHere, launch } from "../support/browserUnderTest.ts";
import { buildWithFile } from "../support/buildWithCorpus.ts";
import { chooseFile, openSettings } from "../support/importing.ts";
import { ask } from "../support/keptArticles.ts";
import { readMarks, waitForMarks } from "../support/markedPage.ts";
import { waitForGate, waitForText } from "../support/ownPage.ts";

/** Looks until the status is as wanted; the test's own time limit ends it otherwise. */
async function meaningWhen(
  own: Page,
  isWanted: (status: MeaningStatus) => boolean,
): Promise<MeaningStatus> {
  for (;;) {
    // A background that is being ended does not answer.
    const status = await ask<MeaningStatus>(own, "meaning/status").catch(() => null);
    if (status !== null && isWanted(status)) return status;
    await own.evaluate(() => new Promise((done) => setTimeout(done, 100)));
  }
}

const isDone = ({ done, of }: MeaningStatus) => done === of;

const things = "school bridge budget harbour market river hospital station theatre library".split(
  " ",
);
const places = "Riga Porto Ghent Malmo Turku Bergen Lublin Graz Split Cadiz Zadar Varna".split(" ");

/** A dozen short sentences, others for each number. */
function bodyOf(number: number): string {
  return places
    .map((place, at) => {
      const thing = things[(at * 3 + number) % things.length];
      return `The council of ${place} said that its ${thing} would cost ${at + 7 * number} crowns.`;
    })
    .join("\n\n");
}

/** Articles of the build itself, which bring their vectors along. */
const bundled = 5;

describe(`encoding in ${browserName}`, () => {
  let folder: string;
  /** All hosts but localhost: nobody should ask for any. */
  let web: Server;
  const asked: string[] = [];
  let session: BrowserSession;
  let settings: Page;
  let imported = 0;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "second-source-encoder-"));
    web = createServer((request, response) => {
      asked.push(request.url ?? "");
      response.writeHead(404).end();
    });
    web.on("connect", ({ url }, socket) => {
      asked.push(url ?? "");
      socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
    });
    await new Promise<void>((resolve) => web.listen(0, "127.0.0.1", resolve));
    const { port } = web.address() as AddressInfo;
    session = await launch(buildFolder("granted"), { proxy: `127.0.0.1:${port}` });
    settings = await openSettings(session);
  });

  afterAll(async () => {
    await session?.close();
    web?.close();
    web?.closeAllConnections();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Imports so many articles. */
  async function importArticles(count: number): Promise<void> {
    const numbers = Array.from({ length: count }, () => imported++);
    const lines = numbers.map((number) =>
      JSON.stringify(anArticle(`harbour ${number}`, { body: bodyOf(number) })),
    );
    const file = join(folder, `${numbers[0]}.jsonl`);
    writeFileSync(file, lines.join("\n"));
    await chooseFile(settings, file);
    await meaningWhen(settings, ({ of }) => of === bundled + imported);
  }

  /** Ends the encoder's worker from inside: no event tells anybody. */
  async function endWorker(): Promise<void> {
    const room = session.browser.targets().find((its) => its.url().endsWith("offscreen.html"));
    const [worker] = (await room?.asPage())?.workers() ?? [];
    expect(worker).toBeDefined();
    await worker?.evaluate(() => self.close());
  }

  const endings: readonly (() => Promise<unknown>)[] = [
    () => session.killBackground(),
    ...(browserName === "chromium"
      ? [() => settings.evaluate(() => chrome.offscreen.closeDocument()), endWorker]
      : []),
  ];

  it("has the bundled articles done from the start", async () => {
    const { done, of } = await meaningWhen(settings, () => true);
    expect([done, of]).toEqual([bundled, bundled]);
  });

  it("encodes what is kept in idle time, whatever is ended under it", async () => {
    await importArticles(endings.length + 1);
    for (const [at, end] of endings.entries()) {
      await meaningWhen(settings, ({ done }) => done > bundled + at);
      await end();
    }
    const { done, problem } = await meaningWhen(settings, isDone);
    expect([done, problem]).toEqual([bundled + imported, null]);
    // A click waits for what a page behind another one never draws.
    await settings.bringToFront();
    await settings.click('.sections a[href="#meaning"]');
    await waitForText(settings, `Articles ready for comparison by meaning: ${done} of ${done}`);
    await settings.click('.sections a[href="#corpora"]');
  }, 120_000);

  it("does nothing where the reader has switched it off, and goes on when it is on again", async () => {
    await ask(settings, "meaning/switch", { on: false });
    await importArticles(1);
    const { isOn, done, of } = await meaningWhen(settings, () => true);
    expect([isOn, done, of]).toEqual([false, bundled + imported - 1, bundled + imported]);
    await ask(settings, "meaning/switch", { on: true });
    await meaningWhen(settings, isDone);
  });

  it("asks the web for nothing", () => {
    // What the browser asks for itself is not ours to judge.
    const browsersOwn = /google|gstatic|mozilla|firefox/;
    expect(asked.filter((address) => !browsersOwn.test(address))).toEqual([]);
  });
});

// The files are checked by the same code in both browsers.
if (isAskedHere("firefox")) testDamagedWeights();

function testDamagedWeights(): void {
  describe(`damaged weights in ${browserName}`, () => {
    it("leave pages compared by words, and the settings say what to do", async () => {
      const weights = readFileSync(join(buildFolder("granted"), "model/layers.onnx"));
      weights[weights.length >> 1]! ^= 1;
      const other = buildWithFile(buildFolder("granted"), "model/layers.onnx", weights);
      const site = await serveSite("assets/demo");
      const session = await launch(other.folder);
      try {
        await waitForGate(session);
        const settings = await openSettings(session);
        const file = join(other.folder, "mine.jsonl");
        writeFileSync(file, JSON.stringify(anArticle("harbour")));
        await chooseFile(settings, file);
        const { done, problem } = await meaningWhen(settings, (status) => status.problem !== null);
        expect([done, problem]).toEqual([bundled, "damaged"]);
        await settings.click('.sections a[href="#meaning"]');
        await waitForText(settings, "One of the language model’s files is damaged");
        const page = await session.open(`${site.origin}/`);
        await waitForMarks(page);
        expect((await readMarks(page)).length).toBeGreaterThan(4);
      } finally {
        await session.close();
        await site.close();
        other.remove();
      }
    });
  });
}
