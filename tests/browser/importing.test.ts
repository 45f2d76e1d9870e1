import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type SiteServer, serveSite } from "../../scripts/siteServer.ts";
import { anArticle, bodyAbout } from "../corpora/articles.ts";
import { openOwnPage } from "../support/askExtension.ts";
import { browserName, buildFolder, launchByWords } from "../support/browserUnderTest.ts";
import { chooseFile, corporaStatus, openSettings, statusWhen } from "../support/importing.ts";

/** A browser that was killed at so many moments must have lost nothing; `npm run soak` does many more. */
const kills = 4;
/** Enough for something to be under way at each of them. */
const articleCount = 300;

describe(`importing in ${browserName}`, () => {
  let site: SiteServer;
  let folder: string;
  let file: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "second-source-importing-"));
    file = join(folder, "mine.jsonl");
    const lines = Array.from({ length: articleCount }, (_, i) =>
      JSON.stringify(anArticle(`harbour${i}`)),
    );
    writeFileSync(file, `${lines.join("\n")}\nnot json\n`);
    writeFileSync(join(folder, "page.html"), pageQuoting(bodyAbout("harbour250")));
    site = await serveSite(folder);
  });

  afterAll(async () => {
    await site?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("loses nothing when the browser is killed at any moment, and the page that quotes an imported article is marked", {
    timeout: 60_000 * (kills + 1),
  }, async () => {
    const profile = join(folder, "profile");
    let stored = 0;
    for (let kill = 0; kill <= kills; kill++) {
      const session = await launchByWords(buildFolder("granted"), { profile });
      const settings = await openSettings(session);
      if (kill === 0) await chooseFile(settings, file);
      const before = await statusWhen(settings, ({ imports }) => imports.length > 0);
      expect(before.articles).toBeGreaterThanOrEqual(stored);
      if (kill < kills) {
        const next = stored + 20 + Math.floor(Math.random() * 40);
        // The two counts are read one after the other: a batch may be stored in between.
        const { articles } = await statusWhen(
          settings,
          ({ articles, imports: [first] }) =>
            first?.added === articles && (articles >= next || first.state === "done"),
        );
        stored = articles;
        await session.kill();
        continue;
      }
      const { articles, imports } = await statusWhen(
        settings,
        ({ imports: [first] }) => first?.state !== "running",
      );
      expect(imports[0]).toMatchObject({ state: "done", added: articleCount, refusedCount: 1 });
      expect(articles).toBe(articleCount);
      const page = await session.open(`${site.origin}/page.html`);
      const own = await openOwnPage(session);
      const state = await vi.waitUntil(
        async () => {
          const found = await own.describe(page).catch(() => null);
          return found?.kind === "matched" ? found : null;
        },
        { timeout: 60_000 },
      );
      expect(state.report.matches.length).toBeGreaterThan(0);
      const outlets = state.report.matches.flatMap(({ references }) =>
        references.map(({ article }) => article.outlet),
      );
      expect(new Set(outlets)).toEqual(new Set(["The Northern Shore"]));
      // The page's own scripts see nothing of it: what is imported is private.
      expect(
        await page.evaluate(() =>
          [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0),
        ),
      ).toBe(0);
      expect((await corporaStatus(settings)).articles).toBe(articleCount);
      await session.close();
    }
  });
});

function pageQuoting(body: string): string {
  const own = Array.from(
    { length: 6 },
    (_, i) =>
      `<p>The council of another town met on day ${i} and spoke at length of its own plans, its budget and its roads.</p>`,
  );
  const quoted = body.split("\n\n").map((paragraph) => `<p>${paragraph}</p>`);
  return `<!doctype html><html lang="en"><head><title>Another town plans</title><meta property="og:type" content="article"></head>
<body><main><article><h1>Another town plans</h1>${[...own, quoted[1]].join("\n")}</article></main></body></html>`;
}
