import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createPdfProcess } from "../../src/cli/read/pdfProcess.ts";
import { run } from "./captureOutput.ts";

const folder = mkdtempSync(path.join(tmpdir(), "second-source-word-and-pdf-"));
const inFolder = (name: string) => path.join(folder, name);
const bridge = "Harbour council approves a new bridge over the river";
const ofShore = "A bridge for the town";
const listed = [{ file: "single.pdf", outlet: { name: "The Shore" }, title: ofShore }];

beforeAll(() => {
  cpSync("tests/fixtures/wordAndPdf", inFolder("shelf"), { recursive: true });
  rmSync(inFolder("shelf/make.py"));
  rmSync(inFolder("shelf/README.md"));
  writeFileSync(inFolder("shelf/articles.json"), JSON.stringify(listed));
  mkdirSync(inFolder("corpus"));
  for (const name of ["single.pdf", "articles.json"]) {
    cpSync(inFolder(`shelf/${name}`), inFolder(`corpus/${name}`));
  }
  const columns = readFileSync("tests/fixtures/wordAndPdf/columns.pdf");
  writeFileSync(inFolder("shelf/cut.pdf"), columns.subarray(0, 700));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("Word and PDF files on the command line", () => {
  test("become articles of a pack, and each other one is named", async () => {
    const { exitCode, out, problems } = await run([
      ...["corpus", "build", "--out", inFolder("its.pack"), "--date", "2019-04-01"],
      inFolder("shelf"),
    ]);
    const summary = JSON.parse(out);
    const refusals = problems.map((line) => line.slice(inFolder("shelf/").length));
    expect(refusals.filter((line) => !line.includes("repeats an earlier article"))).toEqual([
      expect.stringMatching(/^cut\.pdf: this PDF is damaged/),
      expect.stringMatching(/^encrypted\.pdf: this PDF is protected by a password/),
      expect.stringMatching(/^scanned\.pdf: this PDF has no text/),
    ]);
    // Nine files that are whole, and three that are not.
    expect(summary.articles + summary.repeated).toBe(9 - 1);
    expect(summary.refused).toBe(3);
    expect(exitCode).toBe(1);
    const exported = await run(["corpus", "export", inFolder("its.pack")]);
    const articles = exported.out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(articles.find(({ outlet }) => outlet.name === "The Shore")?.title).toBe(ofShore);
  });

  test.each(["writer.pdf", "manuscript.docx"])("%s is read and matched as a page", async (name) => {
    const file = inFolder(`shelf/${name}`);
    const read = await run(["read", "--format", "json", file]);
    expect(JSON.parse(read.out)).toMatchObject({ title: bridge, byline: "Anna Writer" });
    const args = ["match", "--format", "json", "--corpus", inFolder("corpus"), file];
    const { copyOf } = JSON.parse((await run(args)).out);
    expect(copyOf).toMatchObject({ article: expect.stringMatching(/^the-shore-/) });
  });

  test("that cannot be read end with a line that names file and reason", async () => {
    const { exitCode, problems } = await run(["read", inFolder("shelf/scanned.pdf")]);
    expect(exitCode).toBe(1);
    expect(problems).toEqual([
      expect.stringMatching(/scanned\.pdf: this PDF has no text, only images/),
    ]);
  });
});

test("a process that dies refuses its PDF", () => {
  const program = inFolder("dies.mjs");
  writeFileSync(program, "process.exit(3);");
  expect(createPdfProcess(program, "")(new Uint8Array(9))).toMatchObject({
    kind: "refused",
    reason: { key: "refusedPdfCrash" },
  });
});
