import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type SiteServer, serveSite } from "../../scripts/siteServer.ts";
import type { Article } from "../../src/engine/model/index.ts";
import { generatedArticles, retold } from "../archive/generatedArticles.ts";
import { run } from "../cli/captureOutput.ts";
import { expectValid, schema } from "../cli/schemas.ts";
import { countDifferentPixels, readMarks } from "../support/markedPage.ts";
import { waitForText } from "../support/ownPage.ts";
import { openPopupFor } from "../support/popup.ts";
import type { MatchedState } from "../support/whenCompared.ts";
import {
  type ArchiveReader,
  isWithoutBrowsers,
  openReader,
  readersBrowsers,
} from "./archiveReader.ts";
import { pageHtml, surePassages, writeArticles } from "./articleFiles.ts";
import { type NodeProxy, startNodeProxy } from "./nodeProxy.ts";
import { plainTextsIn } from "./plainTexts.ts";
import {
  clearWord,
  isRunning,
  isWithoutNodes,
  type RealNodes,
  startRealNodes,
} from "./realNodes.ts";

/** All of an archive's life on three real nodes, which cost more to start than all that is asked of them. */
describe.skipIf(isWithoutNodes)("an archive on three real nodes", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "second-source-archive-"));
  const inFolder = (name: string) => path.join(folder, name);
  const articles = generatedArticles(290);
  const first = articles.slice(0, 200);
  const later = articles.slice(200, 260);
  const cut = articles.slice(260);
  const pages = [3, 50, 120, 199].map((at) => retold(articles[at]!));
  const [, read, other] = pages as [Article, Article, Article];
  const sent: string[] = [];
  /** Browsers with an extension that has the archive, each node of which stands behind a proxy. */
  const readers: ArchiveReader[] = [];
  let proxies: readonly NodeProxy[] = [];
  let site: SiteServer;
  /** What the archive holds. */
  let held = first;
  let nodes: RealNodes;

  beforeAll(async () => {
    recordRequests(sent);
    await run(["archive", "key", inFolder("own.key")]);
    await run(["archive", "key", inFolder("other.key")]);
    for (const page of pages) writePage(inFolder(`${page.id}.html`), page);
    nodes = await startRealNodes();
  });

  afterAll(async () => {
    vi.restoreAllMocks();
    for (const part of [...readers, ...proxies, ...(site ? [site] : [])]) await part.close();
    await nodes?.stop();
    rmSync(folder, { recursive: true });
  });

  async function archive(command: string, inputs: readonly string[] = [], key = "own.key") {
    const args = ["archive", command, ...nodes.addresses, "--key", inFolder(key), ...inputs];
    const answer = await run(args);
    if (answer.out !== "") expectValid(schema("archive"), JSON.parse(answer.out));
    return answer;
  }

  async function push(name: string, some: readonly Article[], options: readonly string[] = []) {
    const file = inFolder(name);
    writeArticles(file, some);
    const { exitCode, out, problems } = await archive("push", [...options, file]);
    // On a busy machine it also says how far it is.
    const others = problems.filter((line) => !/^\d+ articles pushed, \d+ as they were$/.test(line));
    expect({ exitCode, others }).toEqual({ exitCode: 0, others: [] });
    return JSON.parse(out);
  }

  const pageFiles = pages.map(({ id }) => inFolder(`${id}.html`));

  function matched(options: readonly string[]) {
    return run(["match", "--format", "json", ...options, ...pageFiles]);
  }

  /** What a library of these articles gives, to the last digit. */
  async function expectedOf(some: readonly Article[]): Promise<string> {
    const file = inFolder("library.jsonl");
    writeArticles(file, some);
    const { out } = await matched(["--corpus", file]);
    expect(JSON.parse(out)[0].matches).not.toHaveLength(0);
    return out;
  }

  /** What a library of what the archive holds has of a page. */
  async function expectedOn(page: Article): Promise<readonly string[]> {
    writeArticles(inFolder("library.jsonl"), held);
    const args = ["--corpus", inFolder("library.jsonl"), "--words-only"];
    const { out } = await run(["match", "--format", "json", ...args, inFolder(`${page.id}.html`)]);
    const sure = surePassages([JSON.parse(out)]);
    expect(sure).not.toEqual([]);
    return sure;
  }

  const isAnswered = ({ archive: its }: MatchedState) => its?.kind === "answered";
  const requests = () => proxies.reduce((sum, { sent: its }) => sum + its.length, 0);
  const secret = () => readFileSync(inFolder("own.key"), "utf8").trim().split(" ").pop()!;
  const inArchive = (key = "own.key") => matched([...nodes.addresses, "--key", inFolder(key)]);

  it("is made by the first push, and a second one changes nothing", async () => {
    expect(await archive("status")).toMatchObject({
      exitCode: 1,
      problems: [expect.stringMatching(/the cluster has no archive "second-source"/)],
    });
    expect(await push("first.jsonl", first)).toMatchObject({ added: 200, unchanged: 0 });
    const before = JSON.parse((await archive("status")).out);
    expect(before).toMatchObject({ articles: 200, unfinished: 0, health: "green", nodes: 3 });
    expect(await push("first.jsonl", first)).toMatchObject({ added: 0, unchanged: 200 });
    expect(JSON.parse((await archive("status")).out)).toMatchObject({
      articles: 200,
      passages: before.passages,
      passagesStated: before.passages,
    });
  });

  it("gives the matches of a library of the same articles, to the last digit", async () => {
    const { exitCode, out, problems } = await inArchive();
    expect({ exitCode, problems }).toEqual({ exitCode: 0, problems: [] });
    expect(shownOf(out)).toEqual(shownOf(await expectedOf(first)));
  });

  it("keeps no passage of a text that was changed", async () => {
    const shorter = first.slice(0, 5).map(
      (article): Article => ({
        ...article,
        body: article.body.split("\n\n").slice(0, 3).join("\n\n"),
      }),
    );
    expect(await push("changed.jsonl", shorter)).toMatchObject({ changed: 5, added: 0 });
    const { exitCode, out } = await archive("verify", [inFolder("changed.jsonl")]);
    const { passages, passagesStated, wrong } = JSON.parse(out);
    expect({ exitCode, wrong, passages }).toEqual({
      exitCode: 0,
      wrong: 0,
      passages: passagesStated,
    });
    held = [...shorter, ...first.slice(5)];
    expect(shownOf((await inArchive()).out)).toEqual(shownOf(await expectedOf(held)));
  });

  it("names what it lacks, and what was changed since", async () => {
    const changed = { ...held[0]!, body: `${held[0]!.body} And so on.` };
    writeArticles(inFolder("other.jsonl"), [later[0]!, changed]);
    const { exitCode, problems } = await archive("verify", [inFolder("other.jsonl")]);
    expect({ exitCode, problems }).toEqual({
      exitCode: 1,
      problems: [
        expect.stringMatching(/^article-200 .*is not in the archive; push it again/),
        expect.stringMatching(/^article-0 .*is in the archive with another text; push/),
      ],
    });
  });

  it("does not open with another key, for whatever it is asked", async () => {
    const problem = expect.stringMatching(
      /this key does not open this archive \("second-source"\)/,
    );
    for (const command of ["status", "verify"]) {
      expect(await archive(command, [], "other.key")).toMatchObject({
        exitCode: 1,
        problems: [problem],
      });
    }
    const pushed = await archive("push", [inFolder("first.jsonl")], "other.key");
    expect(pushed).toMatchObject({ exitCode: 1, problems: [problem] });
    expect(await inArchive("other.key")).toMatchObject({ exitCode: 1, problems: [problem] });
  });

  it("is told no word, name, number, date or address, and no key", () => {
    expect(statSync(inFolder("own.key")).mode & 0o777).toBe(0o600);
    expect(sent.join().length).toBeGreaterThan(100_000);
    expect(plainTextsIn(sent, [...first, ...pages])).toEqual([]);
    expect(sent.join()).not.toContain(secret());
  });

  it.skipIf(isWithoutBrowsers)(
    "marks the page that a reader has open, once it is set up, where no script of the page sees it",
    async () => {
      proxies = await Promise.all(nodes.nodes.map(({ address }) => startNodeProxy(address)));
      site = await serveSite(folder, pagesOfSite([read, other]));
      const addresses = proxies.map(({ address }) => address);
      for (const browser of readersBrowsers) {
        const reader = await openReader(browser, `${site.origin}/page`);
        readers.push(reader);
        const unmarked = await reader.page.screenshot();
        const connected = "Connected: 3 nodes, 200 articles";
        await reader.setUp(addresses, inFolder("own.key"), connected);
        const { report } = await reader.stateWhen(isAnswered);
        expect(surePassages([report])).toEqual(await expectedOn(read));
        const { page } = reader;
        await expect
          .poll(async () => countDifferentPixels(page, unmarked, await page.screenshot()))
          .toBeGreaterThan(500);
        expect(await readMarks(page)).toEqual([]);
        const popup = await openPopupFor(reader.session, page);
        for (const words of ["Also compared with your archive", "from your archive"]) {
          await waitForText(popup, words);
        }
        await popup.close();
      }
    },
  );

  it.skipIf(isWithoutBrowsers)("is told nothing more by browsers", () => {
    const all = proxies.flatMap(({ sent: its }) => its);
    expect(all.length).toBeGreaterThan(10);
    expect(plainTextsIn(all.map(withoutHeaders), [...held, read])).toEqual([]);
    expect(all.filter((one) => one.includes(site.origin))).toEqual([]);
    expect(all.filter((one) => /^(?:cookie|referer)$/im.test(one))).toEqual([]);
    expect(all.filter((one) => one.includes(secret()))).toEqual([]);
  });

  it("names what a push left half done that was cut off, and the same push resumes it", async () => {
    writeArticles(inFolder("cut.jsonl"), cut);
    const restore = refuseBulksAfter(2);
    const broken = await archive("push", ["--no-wait", inFolder("cut.jsonl")]);
    restore();
    expect(broken).toMatchObject({ exitCode: 1, problems: [expect.stringMatching(/answers 403/)] });
    const verified = await archive("verify");
    expect(verified.exitCode).toBe(1);
    expect(verified.problems).toEqual([
      "30 articles were pushed or deleted only in part; repeat the command",
    ]);
    expect((await inArchive()).problems.join()).toMatch(
      /pushed or deleted only in part were left out/,
    );
    expect(await push("cut.jsonl", cut, ["--no-wait"])).toMatchObject({ unchanged: 0 });
    expect(await archive("verify", [inFolder("cut.jsonl")])).toMatchObject({ exitCode: 0 });
    held = [...held, ...cut];
  });

  it("loses nothing when the node that manages the cluster is killed during a push", async () => {
    const killed = await nodes.manager();
    // What was sent twice is merged away only when the node that is gone is no longer waited for.
    const pushing = push("later.jsonl", later, ["--no-wait"]);
    process.kill(killed.pid, "SIGKILL");
    expect(await pushing).toMatchObject({ added: 60, unchanged: 0 });
    const all = [...held, ...later];
    const found = JSON.parse((await inArchive()).out);
    expect(surePassages(found)).toEqual(surePassages(JSON.parse(await expectedOf(all))));
    writeArticles(inFolder("all.jsonl"), all);
    const { exitCode, out } = await archive("verify", [inFolder("all.jsonl")]);
    expect({ exitCode, ...JSON.parse(out) }).toMatchObject({ exitCode: 0, checked: 290, wrong: 0 });
  });

  it.skipIf(isWithoutBrowsers)("goes on marking pages with a node gone", async () => {
    // How often words stand in the archive was counted before later articles came.
    const ofArticle = (passage: string) => passage.startsWith("article-120:");
    const expected = (await expectedOn(other)).filter(ofArticle);
    for (const reader of readers) {
      await reader.goTo(`${site.origin}/other`);
      const { report } = await reader.stateWhen(
        (state) => isAnswered(state) && state.report.page.title === other.title,
      );
      expect(surePassages([report]).filter(ofArticle)).toEqual(expected);
    }
  });

  it.skipIf(isWithoutBrowsers)(
    "is asked nothing when it is off, nor from a private window",
    async () => {
      const before = requests();
      for (const reader of readers) {
        await reader.press("Also compare with the archive");
        const { report } = await reader.stateWhen(({ archive: its }) => its === null);
        expect(report.matches).toEqual([]);
        await reader.reload();
        await reader.stateWhen(({ archive: its }) => its === null);
      }
      expect(requests()).toBe(before);
      for (const reader of readers) {
        if (reader.readPrivately === null) continue;
        await reader.press("Also compare with the archive");
        await reader.stateWhen(isAnswered);
        const asked = requests();
        expect((await reader.readPrivately()).archive).toBeNull();
        expect(requests()).toBe(asked);
      }
    },
  );

  it("is without the articles that were deleted", async () => {
    const { exitCode, out } = await archive("delete", ["--no-wait", inFolder("later.jsonl")]);
    expect({ exitCode, ...JSON.parse(out) }).toMatchObject({
      ...{ exitCode: 0, removed: 60, missing: 0 },
    });
    const status = JSON.parse((await archive("status")).out);
    expect(status).toMatchObject({ articles: 230, unfinished: 0, passages: status.passagesStated });
  });

  it("answers as before, or says in plain words why not, when another node stops answering", async () => {
    const expected = JSON.parse(await expectedOf(held));
    const manager = await nodes.manager();
    const stopped = nodes.nodes.find(({ pid }) => pid !== manager.pid && isRunning(pid))!;
    process.kill(stopped.pid, "SIGSTOP");
    try {
      const { exitCode, out, problems } = await inArchive();
      if (exitCode === 0) {
        expect(surePassages(JSON.parse(out))).toEqual(surePassages(expected));
      } else {
        expect(problems.join("\n")).toMatch(clearWord);
      }
    } finally {
      process.kill(stopped.pid, "SIGCONT");
    }
    // A command that works for hours waits until the nodes have found each other again.
    const { exitCode, out } = await archive("status");
    expect({ exitCode, ...JSON.parse(out) }).toMatchObject({ exitCode: 0, articles: 230 });
  });
});

/** From the request after so many that store something, all of these are refused. Returns what ends it. */
function refuseBulksAfter(most: number): () => void {
  const ask = globalThis.fetch;
  let count = 0;
  globalThis.fetch = (input, init) => {
    const isRefused = String(input).includes("/_bulk") && ++count > most;
    return isRefused ? Promise.resolve(new Response("{}", { status: 403 })) : ask(input, init);
  };
  return () => {
    globalThis.fetch = ask;
  };
}

/** Keeps what every request says: address and body. */
function recordRequests(sent: string[]): void {
  const ask = globalThis.fetch;
  vi.spyOn(globalThis, "fetch").mockImplementation((input, init) => {
    const { pathname, search } = new URL(String(input));
    sent.push(`${pathname}${search}\n${String(init?.body ?? "")}`);
    return ask(input, init);
  });
}

/** The reports without the doubtful matches, of which an archive's search may miss some. */
function shownOf(out: string): readonly object[] {
  const reports: readonly { readonly doubtful?: unknown }[] = JSON.parse(out);
  return reports.map(({ doubtful: _, ...shown }) => shown);
}

function writePage(file: string, article: Article): void {
  writeFileSync(file, pageHtml(article));
}

function pagesOfSite([read, other]: readonly Article[]): ReadonlyMap<string, string> {
  return new Map([
    ["/page", pageHtml(read!)],
    ["/other", pageHtml(other!)],
  ]);
}

/** A browser's headers name its version and the length of what is sent. */
function withoutHeaders(request: string): string {
  const [first = "", ...others] = request.split("\n");
  return `${first}\n${others.at(-1)}`;
}
