import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { serveSite } from "../../scripts/siteServer.ts";
import type { LibraryStatus } from "../../src/messages/protocol.ts";
import { browserName, buildFolder, launchByWords } from "../support/browserUnderTest.ts";
import { buildWithFile } from "../support/buildWithCorpus.ts";
import { readMarks, waitForMarks } from "../support/markedPage.ts";

/** Damages of other kinds are in tests/background/libraryService.test.ts. */
describe(`a damaged index in ${browserName}`, () => {
  it("is set aside and rebuilt, and pages are marked all the same", async () => {
    const build = buildFolder("granted");
    const name = "corpus/bundled.segment";
    const segment = readFileSync(join(build, name));
    const other = buildWithFile(build, name, segment.subarray(0, 1_000));
    const site = await serveSite("assets/demo");
    const session = await launchByWords(other.folder);
    try {
      const page = await session.open(`${site.origin}/`);
      await waitForMarks(page);
      expect((await readMarks(page)).length).toBeGreaterThan(4);
      const own = await session.openOwn("privacy.html");
      const reply = await own.evaluate(() =>
        chrome.runtime.sendMessage({ secondSource: "library/status", request: {} }),
      );
      const { articles, problems } = (reply as { value: LibraryStatus }).value;
      expect(articles).toBe(5);
      expect(problems.map(({ code }) => code)).toEqual(["bundledRebuilt"]);
    } finally {
      await session.close();
      await site.close();
      other.remove();
    }
  });
});
