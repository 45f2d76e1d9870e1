import { EventEmitter } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writePack } from "../../src/cli/corpus/packFile.ts";
import { type InterruptedProcess, withPartFiles } from "../../src/cli/corpus/partFiles.ts";
import { anArticle } from "../corpora/articles.ts";
import { run } from "./captureOutput.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "second-source-parts-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("temporary files", () => {
  it("are removed when the program is interrupted, which then ends by that signal", async () => {
    const signals: string[] = [];
    const its = Object.assign(new EventEmitter(), {
      pid: 7,
      kill: (_: number, signal: string) => signals.push(signal),
    });
    const file = path.join(folder, "x.part");
    await withPartFiles(
      [file],
      async () => {
        writeFileSync(file, "half of it");
        its.emit("SIGINT", "SIGINT");
        expect(readdirSync(folder)).toEqual([]);
      },
      its as unknown as InterruptedProcess,
    );
    expect(signals).toEqual(["SIGINT"]);
    expect(its.listenerCount("SIGTERM")).toBe(0);
  });

  it("can be removed while a pack is written: an interruption is heard between articles", async () => {
    let wasHeard = false;
    setImmediate(() => {
      wasHeard = true;
    });
    async function* articles() {
      yield { article: anArticle("first"), vectors: null };
      expect(wasHeard).toBe(true);
    }
    const statements = { name: "x", publisher: "", licence: "", date: "2020-01-01" };
    const file = path.join(folder, "x.pack");
    await writePack(file, { ...statements, version: "1", address: null }, articles());
    expect(readdirSync(folder)).toEqual(["x.pack"]);
  });
});

describe("a pack that cannot be written", () => {
  const corpus = "tests/fixtures/cli/corpus.jsonl";

  it.each([
    ["in a folder that is not there", "none/x.pack", "there is no such folder; check the path"],
    ["below a file", "file/x.pack", "there is no such folder; check the path"],
    ["in the place of a folder", "taken", "is a folder; name a file in it"],
  ])("%s is reported with the reason", async (_, name, reason) => {
    writeFileSync(path.join(folder, "file"), "");
    mkdirSync(path.join(folder, "taken"));
    const file = path.join(folder, name);
    const { exitCode, problems } = await run(["corpus", "build", "--out", file, corpus]);
    expect({ exitCode, problems }).toEqual({
      exitCode: 1,
      problems: [`${file}: cannot be written: ${reason}`],
    });
    expect(readdirSync(folder).sort()).toEqual(["file", "taken"]);
  });
});
