import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BrowserSession } from "../../scripts/browsers.ts";
import { englishReason } from "../../src/cli/print/english.ts";
import type { ListedImport } from "../../src/messages/corporaProtocol.ts";
import { anArticle } from "../corpora/articles.ts";
import { bombInZip, listOfNothing, longLines } from "../support/bombs.ts";
import { browserName, buildFolder, launchByWords } from "../support/browserUnderTest.ts";
import { chooseFile, corporaStatus, openSettings, statusWhen } from "../support/importing.ts";
import { waitForText } from "../support/ownPage.ts";
import { isMemoryKnown, watchMemory } from "../support/processMemory.ts";
import { exportedZip } from "../support/storedRecords.ts";

/** More than anything that is read may take. */
const mostMegabytes = 400;

const endOfList =
  "only 0 of the first 10001 entries contained an article; the rest of the file was left out";

describe(`a file that would fill the memory of ${browserName}`, { timeout: 240_000 }, () => {
  let folder: string;
  let session: BrowserSession;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "second-source-bombs-"));
    const write = (name: string, content: string | Uint8Array) =>
      writeFileSync(join(folder, name), content);
    write("packed.zip", bombInZip(100_000_000, 600_000, anArticle("after")));
    write("list.json", listOfNothing(60_000_000));
    write("long.jsonl", longLines(3, 3_000_000));
    write("bodies.jsonl", longLines(3, 450_000));
    write("tags.html", `<!doctype html><html><body>${"<b>".repeat(6_000_000)}`);
    write("deep.json", "[".repeat(3_000_000));
    write("slow.json", `[${" ".repeat(150_000_000)}]`);
    write("good.jsonl", JSON.stringify(anArticle("good")));
    session = await start();
  });

  // The encoder would be loaded between two files; what it takes is measured by `npm run bench -- meaning`.
  const start = () => launchByWords(buildFolder("granted"), { profile: join(folder, "profile") });

  afterAll(async () => {
    await session?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.skipIf(!isMemoryKnown)(
    "is refused under 400 MB, while the settings answer, and what is beside it is imported",
    async () => {
      const settings = await openSettings(session);
      await statusWhen(settings, () => true);
      const stop = watchMemory(session);
      const names = [
        "packed.zip",
        "list.json",
        "long.jsonl",
        "bodies.jsonl",
        "tags.html",
        "deep.json",
        "good.jsonl",
      ];
      for (const [at, name] of names.entries()) {
        await chooseFile(settings, join(folder, name));
        // Asked while it is read, and shown by the page itself.
        await statusWhen(settings, ({ imports }) => imports.length === at + 1);
        await settings.waitForFunction(
          (its) => document.body.textContent?.includes(its),
          { polling: 50 },
          name,
        );
      }
      const { imports, articles } = await statusWhen(settings, ({ imports }) =>
        imports.every(({ state }) => state !== "running"),
      );
      const { peak, growth } = stop();
      console.info(
        `${browserName}: ${Math.round(peak)} MB at most in one of its pages' processes, growth ${Math.round(growth)} MB`,
      );
      expect(imports.map(({ state }) => state)).toEqual(names.map(() => "done"));
      expect(reasonsOf(imports)).toMatchObject({
        "packed.zip": `packed.zip/bomb.json: ${endOfList}`,
        "list.json": `list.json: ${endOfList}`,
        "long.jsonl":
          "long.jsonl: line 3: this is too long for an article: it has more than 1000000 characters",
        "bodies.jsonl": "",
        "tags.html":
          "tags.html: this has more than 500000 elements and attributes, far more than any page",
        "deep.json": "deep.json: article 1: this is nested too deeply to be read",
      });
      expect(articles).toBe(5);
      // Firefox's process of extensions takes 180 MB before it reads anything, and tidies up late.
      expect(browserName === "chromium" ? peak : growth).toBeLessThan(mostMegabytes);
    },
  );

  it("leaves room for an export; when it ended the browser twice, it waits for the reader", async () => {
    const deaths = 2;
    for (let death = 0; death < deaths; death++) {
      const settings = await openSettings(session);
      if (death === 0) await chooseFile(settings, join(folder, "slow.json"));
      await untilBegun(settings, death + 1);
      // An export is made beside it, and has what was there before.
      const exported = unzipSync(await exportedZip(settings, "jsonl"));
      expect(strFromU8(exported["articles.jsonl"]!)).toContain("good");
      expect(await stateOf(settings, "slow.json")).toBe("running");
      await session.kill();
      session = await start();
    }
    const settings = await openSettings(session);
    await waitForText(settings, "The extension stopped twice while reading slow.json");
    await chooseFile(settings, join(folder, "good.jsonl"));
    await statusWhen(settings, ({ imports }) => imports[0]?.state === "done");
    await settings.$eval('button[aria-label="Stop the import of slow.json"]', (button) =>
      (button as HTMLButtonElement).click(),
    );
    await statusWhen(settings, ({ imports }) => imports.every(({ state }) => state !== "waiting"));
    expect(await stateOf(settings, "slow.json")).toBe("cancelled");
  });
});

async function stateOf(settings: Page, name: string): Promise<ListedImport["state"] | undefined> {
  const { imports } = await corporaStatus(settings);
  return imports.find((listed) => listed.name === name)?.state;
}

/** Resolves when the import that nothing is stored of has been begun so often. */
async function untilBegun(settings: Page, times: number): Promise<void> {
  await settings.waitForFunction(
    async (wanted) => {
      const asked = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const database = await asked(indexedDB.open("second-source"));
      const jobs = await asked(database.transaction("imports").objectStore("imports").getAll());
      database.close();
      return jobs.some((job) => job.vainStarts === wanted);
    },
    { polling: 20 },
    times,
  );
}

/** The last reason of each import. */
function reasonsOf(imports: readonly ListedImport[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    imports.map(({ name, refused }) => {
      const last = refused.at(-1);
      return [name, last === undefined ? "" : `${last.item}: ${englishReason(last.reason)}`];
    }),
  );
}
