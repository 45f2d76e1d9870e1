import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SiteServer, serveSite } from "../../scripts/siteServer.ts";
import type { LibraryStatus } from "../../src/messages/protocol.ts";
import { browserName, buildFolder, launchByWords } from "../support/browserUnderTest.ts";
import { copyBuild } from "../support/buildWithCorpus.ts";
import { readMarks, waitForMarks } from "../support/markedPage.ts";

const damages: Record<string, (segment: string) => void> = {
  truncated: (segment) => truncateSync(segment, 1_000),
  "without its first bytes": (segment) => writeFileSync(segment, readFileSync(segment).subarray(8)),
};

describe(`a damaged index in ${browserName}`, () => {
  let site: SiteServer;
  let folder: string;

  beforeAll(async () => {
    site = await serveSite("assets/demo");
    folder = mkdtempSync(join(tmpdir(), "second-source-damaged-"));
  });

  afterAll(async () => {
    await site?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(Object.entries(damages))(
    "(%s) is set aside and rebuilt, and pages are marked all the same",
    async (name, damage) => {
      const extension = join(folder, name.replaceAll(" ", "-"));
      copyBuild(buildFolder("granted"), extension);
      damage(join(extension, "corpus/bundled.segment"));
      const session = await launchByWords(extension);
      try {
        const page = await session.open(`${site.origin}/`);
        await waitForMarks(page);
        expect((await readMarks(page)).length).toBeGreaterThan(4);
        const own = await session.openOwn("popup.html?tab=-1");
        const reply = await own.evaluate(() =>
          chrome.runtime.sendMessage({ secondSource: "library/status", request: {} }),
        );
        const { articles, problems } = (reply as { value: LibraryStatus }).value;
        expect(articles).toBe(5);
        expect(problems.map(({ code }) => code)).toEqual(["bundledRebuilt"]);
      } finally {
        await session.close();
      }
    },
  );
});
