import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createCluster } from "../../../src/archive/cluster/cluster.ts";
import { processPorts } from "../../../src/archive/cluster/retryTimer.ts";
import {
  type ArchiveKey,
  newKeyText,
  readArchiveKey,
} from "../../../src/archive/keys/archiveKey.ts";
import { type PushCounts, pushArticles } from "../../../src/archive/push/pushArticles.ts";
import { mergeAway } from "../../../src/archive/push/settle.ts";
import { countArchive, verifyArticles } from "../../../src/archive/push/verifyArticles.ts";
import { createArchiveMatcher } from "../../../src/archive/search/matchInArchive.ts";
import { openArchive, openOrMakeArchive } from "../../../src/archive/stored/archive.ts";
import { readArticle } from "../../../src/engine/extract/readArticle.ts";
import { createLibrary, openSegment } from "../../../src/engine/library/index.ts";
import { matchPage } from "../../../src/engine/match/matcher.ts";
import type { MatchReport } from "../../../src/engine/model/index.ts";
import { segmentOfArticles } from "../../../src/engine/segmentOfArticles.ts";
import { generatedArticles, retold } from "../../archive/generatedArticles.ts";
import { run } from "../../cli/captureOutput.ts";
import { pageHtml, surePassages, writeArticles } from "../articleFiles.ts";
import { type Faults, type NodeProxy, startNodeProxy } from "../nodeProxy.ts";
import {
  clearWord,
  isRunning,
  isWithoutNodes,
  type RealNodes,
  startRealNodes,
} from "../realNodes.ts";
import { againAndAgain, faultKinds, fewerShards } from "./faults.ts";

/** Three real nodes, each behind a proxy that fails as it is told to. */
describe.skipIf(isWithoutNodes)("an archive whose nodes fail", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "second-source-faults-"));
  const keyFile = path.join(folder, "archive.key");
  const articles = generatedArticles(150);
  const pages = [3, 50, 120].map((at) => readArticle(retold(articles[at]!)));
  const library = createLibrary([openSegment(segmentOfArticles(articles))]);
  const expected = surePassages(pages.map((page) => matchPage(page, library)));
  const pageFile = path.join(folder, "page.html");
  let expectedOnPage: readonly string[];
  let key: ArchiveKey;
  let nodes: RealNodes;
  let proxies: readonly NodeProxy[];
  let faults: Faults = () => null;

  beforeAll(async () => {
    const text = newKeyText();
    writeFileSync(keyFile, text, { mode: 0o600 });
    key = await readArchiveKey(text);
    writeFileSync(pageFile, pageHtml(retold(articles[3]!)));
    const corpus = path.join(folder, "library.jsonl");
    writeArticles(corpus, articles);
    const args = ["--corpus", corpus, "--words-only", pageFile];
    const { out } = await run(["match", "--format", "json", ...args]);
    expectedOnPage = surePassages([JSON.parse(out)]);
    expect(expected).not.toEqual([]);
    expect(expectedOnPage).not.toEqual([]);
    nodes = await startRealNodes();
    proxies = await Promise.all(
      nodes.nodes.map(({ address }) => startNodeProxy(address, (its) => faults(its))),
    );
    for (const name of ["parts", "single"]) await push(name);
    // One shard on each node.
    const index = { number_of_replicas: 0, "routing.allocation.total_shards_per_node": 1 };
    await patient().ask({ method: "PUT", path: "/single-*/_settings", body: { index } });
    await nodes.green();
  });

  afterEach(() => {
    faults = () => null;
  });

  afterAll(async () => {
    for (const proxy of proxies ?? []) await proxy.close();
    await nodes?.stop();
    rmSync(folder, { recursive: true });
  });

  /** A client that is as patient as a push; for tests of silence, it sooner gives a node up. */
  const patient = (timeoutMs = 60_000) =>
    createCluster(
      {
        ...{ nodes: proxies.map(({ address }) => address), authorization: null },
        ...{ timeoutMs, totalTimeoutMs: 180_000 },
      },
      processPorts(fetch),
    );

  /** As the command line does, which waits until what was sent twice is no longer counted. */
  async function push(name: string, timeoutMs?: number): Promise<PushCounts> {
    const archive = await openOrMakeArchive(patient(timeoutMs), name, key);
    const counts = await pushArticles(archive, articles, () => undefined);
    expect(await mergeAway(archive)).toBe(0);
    return counts;
  }

  async function expectWhole(name: string): Promise<void> {
    const archive = await openArchive(patient(), name, key);
    const wrong = [];
    for await (const group of verifyArticles(archive, articles)) wrong.push(...group.wrong);
    expect(wrong).toEqual([]);
    const { passages, passagesStated, ...counts } = await countArchive(archive);
    expect(counts).toEqual({ articles: articles.length, unfinished: 0 });
    expect(passages).toBe(passagesStated);
  }

  async function matched(name: string, timeoutMs?: number) {
    const matcher = await createArchiveMatcher(await openArchive(patient(timeoutMs), name, key));
    const reports: MatchReport[] = [];
    for (const page of pages) reports.push((await matcher.match(page)).report);
    return surePassages(reports);
  }

  /** What the command line says of the page, as soon as a reader would want to know. */
  async function matchCommand(name: string) {
    const addresses = proxies.flatMap(({ address }) => ["--archive", `${address}/${name}`]);
    const args = ["match", "--format", "json", ...addresses, "--key", keyFile, pageFile];
    const { exitCode, out, problems } = await run(args);
    return { exitCode, problems, found: out === "" ? [] : surePassages([JSON.parse(out)]) };
  }

  /**
   * If better matches are missing, others take their place; only those from the page's own article
   * are certain.
   */
  function expectSome(found: readonly string[]): void {
    const own = found.filter((passage) => passage.startsWith("article-3:"));
    expect(own).not.toEqual([]);
    expect(expectedOnPage).toEqual(expect.arrayContaining(own));
  }

  const kinds = Object.keys(faultKinds);

  it.each(kinds)("loses nothing and matches the same, with again and again %s", async (kind) => {
    const name = `faulty-${kinds.indexOf(kind)}`;
    faults = againAndAgain(kind);
    await push(name, soonGivenUpMs);
    expect(await matched(name, soonGivenUpMs)).toEqual(expected);
    faults = () => null;
    await expectWhole(name);
  });

  it("gives what the other parts have, and says how many answered, when one stays away", async () => {
    faults = (its) => (its.includes("_msearch") ? { reply: fewerShards } : null);
    const { exitCode, problems, found } = await matchCommand("parts");
    expect({ exitCode, problems }).toEqual({ exitCode: 1, problems: [twoOfThree] });
    expectSome(found);
  });

  it("says what does not answer when nothing does", async () => {
    faults = () => ({ reply: () => "silence" });
    expect(await matchCommand("parts")).toEqual({
      ...{ exitCode: 1, found: [] },
      problems: [expect.stringMatching(/: http:\S+ did not answer within \d s$/)],
    });
  });

  it("loses nothing when a node is stopped during a push, until the others go on without it", async () => {
    const manager = await nodes.manager();
    const stopped = nodes.nodes.find(({ pid }) => pid !== manager.pid)!;
    const struck = once("_bulk", () => process.kill(stopped.pid, "SIGSTOP"));
    ({ faults } = struck);
    try {
      expect(await push("stopped")).toMatchObject({ added: articles.length });
      expect(struck.isDone()).toBe(true);
    } finally {
      process.kill(stopped.pid, "SIGCONT");
    }
    await nodes.green();
    await expectWhole("stopped");
    expect(await matched("stopped")).toEqual(expected);
  });

  it.each([
    ["a node is stopped", "SIGSTOP", false],
    ["the node that manages the cluster is killed", "SIGKILL", true],
  ] as const)("matches the same or says why not when %s during a match", async (_, signal, its) => {
    const manager = await nodes.manager();
    const node = nodes.nodes.find(({ pid }) => (pid === manager.pid) === its)!;
    const struck = once("_msearch", () => process.kill(node.pid, signal));
    ({ faults } = struck);
    try {
      const { exitCode, problems, found } = await matchCommand("parts");
      expect(struck.isDone()).toBe(true);
      if (exitCode === 0)
        expect({ problems, found }).toEqual({ problems: [], found: expectedOnPage });
      else expect(problems).toEqual([expect.stringMatching(clearWord)]);
    } finally {
      if (signal === "SIGSTOP") process.kill(node.pid, "SIGCONT");
    }
  });

  it("gives what the nodes have that are left of an archive without copies", async () => {
    const lost = nodes.nodes.find(({ pid }) => isRunning(pid))!;
    if (nodes.nodes.every(({ pid }) => isRunning(pid))) process.kill(lost.pid, "SIGKILL");
    // Until the cluster knows that the node is gone, what it was to answer may be all that is said.
    const matches: Awaited<ReturnType<typeof matchCommand>>[] = [];
    const again = async () => {
      matches.push(await matchCommand("single"));
      return matches.at(-1);
    };
    await expect
      .poll(again, { timeout: 120_000 })
      .toMatchObject({ exitCode: 1, problems: [twoOfThree] });
    expectSome(matches.at(-1)!.found);
  });
});

const twoOfThree = "only 2 of 3 parts of the archive answered; matches from the others are missing";

/** Longer than an answer takes on a busy machine. */
const soonGivenUpMs = 5_000;

/** Does something at the first request of a kind, and tells whether it was made; nothing else fails. */
function once(what: string, strike: () => void): { faults: Faults; isDone: () => boolean } {
  let isDone = false;
  return {
    faults(its) {
      if (!isDone && its.includes(what)) {
        isDone = true;
        strike();
      }
      return null;
    },
    isDone: () => isDone,
  };
}
