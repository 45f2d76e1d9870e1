import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import type { Page } from "puppeteer-core";
import type { BrowserSession } from "../../scripts/browsers.ts";
import { anArticle } from "../corpora/articles.ts";
import { openOwnPage } from "../support/askExtension.ts";
import { listOfNothing } from "../support/bombs.ts";
import { chooseFile, corporaStatus } from "../support/importing.ts";
import { type Ledger, titleOf } from "./ledger.ts";
import type { SoakSite } from "./soakSite.ts";

/** A reader who saves page after page while files are imported, and notes what was acknowledged. */
export interface Reader {
  /** Works until it is stopped, or its browser or background is gone: that is no fault. */
  work(session: BrowserSession, settings: Page): Work;
}

/** What is under way. */
export interface Work {
  readonly isSaving: boolean;
  readonly isImporting: boolean;
  /** The file that is imported holds a bomb. */
  readonly isBomb: boolean;
  stop(): Promise<void>;
}

const articlesOfFile = 60;
/** Every third file is a zip with a list in it that would fill the memory: it must cost no article. */
const filesOfBomb = 3;
const bombBytes = 40_000_000;

/** @param folder where the files to import are written */
export function createReader(site: SoakSite, ledger: Ledger, folder: string): Reader {
  const files = new Map<string, readonly string[]>();
  const bomb = listOfNothing(bombBytes);
  let saves = 0;

  function newFile(): string {
    const isBomb = files.size % filesOfBomb === filesOfBomb - 1;
    const name = `file${files.size}.${isBomb ? "zip" : "jsonl"}`;
    const names = Array.from({ length: articlesOfFile }, (_, at) => `pier${files.size}x${at}`);
    files.set(name, names);
    const lines = names.map((each) => JSON.stringify(anArticle(each, { title: titleOf(each) })));
    const text = lines.join("\n");
    writeFileSync(
      join(folder, name),
      isBomb ? zipSync({ "bomb.json": bomb, "a.jsonl": strToU8(text) }) : text,
    );
    return join(folder, name);
  }

  /** Notes what imports have added; has another file imported when none is. Returns those under way. */
  async function importMore(settings: Page): Promise<readonly string[]> {
    const { imports } = await corporaStatus(settings);
    for (const { name, added } of imports) {
      for (const article of (files.get(name) ?? []).slice(0, added)) ledger.acknowledge(article);
    }
    const running = imports.filter(({ state }) => state === "running").map(({ name }) => name);
    if (running.length === 0) await chooseFile(settings, newFile());
    return running;
  }

  return {
    work(session, settings) {
      const underWay = { isSaving: false, importing: [] as readonly string[] };
      let isStopped = false;

      async function importFiles(): Promise<void> {
        while (!isStopped) underWay.importing = await importMore(settings);
      }

      async function savePages(): Promise<void> {
        const own = await openOwnPage(session);
        while (!isStopped) {
          const name = `mole${saves++}`;
          const page = await session.open(site.addressOf(name));
          underWay.isSaving = true;
          if ((await own.save(page)) === "new") ledger.acknowledge(name);
          underWay.isSaving = false;
          await page.close();
        }
        await own.close();
      }

      const work = Promise.allSettled([importFiles(), savePages()]);
      return {
        get isSaving() {
          return underWay.isSaving;
        },
        get isImporting() {
          return underWay.importing.length > 0;
        },
        get isBomb() {
          return underWay.importing.some((name) => name.endsWith(".zip"));
        },
        async stop() {
          isStopped = true;
          await work;
        },
      };
    },
  };
}
