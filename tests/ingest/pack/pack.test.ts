import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { Article, ArticleId } from "../../../src/engine/model/index.ts";
import { readPackHead } from "../../../src/ingest/pack/packHead.ts";
import { checkRatio, type PackManifest } from "../../../src/ingest/pack/packManifest.ts";
import {
  createPackRecordReader,
  createPackRecordWriter,
} from "../../../src/ingest/pack/packRecords.ts";
import { packOf, recordLine } from "./packOf.ts";

/** Everything in a pack, its checksum apart. */
function articlesOf(bytes: Uint8Array): readonly Article[] {
  const { manifest, articlesFrom } = readPackHead(bytes);
  checkRatio(manifest, bytes.length - articlesFrom);
  const reader = createPackRecordReader(manifest);
  return [...reader.push(bytes.subarray(articlesFrom)), ...reader.end()];
}

describe("a pack", () => {
  it("gives its manifest and its articles", () => {
    const bytes = packOf([recordLine(), recordLine({ title: "The pier" })]);
    expect(readPackHead(bytes).manifest).toMatchObject({ name: "Shore", articles: 2 });
    expect(articlesOf(bytes).map(({ title }) => title)).toEqual(["The harbour", "The pier"]);
  });

  it.each([
    ["a huge count of articles", { articles: 1e15 }, "tooLarge"],
    ["a huge count of bytes", { textBytes: 1e15 }, "tooLarge"],
    ["a negative count", { articles: -1 }, "damaged"],
    ["a count in words", { articles: "two" }, "damaged"],
    ["a name that is a list", { name: ["a"] }, "damaged"],
    ["a date that is none", { date: "soon" }, "damaged"],
    ["no checksum", { checksum: "" }, "damaged"],
    ["fewer articles than it says", { articles: 3 }, "damaged"],
    ["more articles than it says", { articles: 1 }, "damaged"],
    ["more text than it says", { textBytes: 20 }, "damaged"],
    ["less text than it says", { textBytes: 20_000 }, "damaged"],
  ])("with %s is refused", (_, changes, kind) => {
    const bytes = packOf([recordLine(), recordLine()], changes);
    expect(() => articlesOf(bytes)).toThrow(expect.objectContaining({ name: "PackError", kind }));
  });

  it.each([
    ["is not JSON", "{"],
    ["is no object", "[]"],
    ["has no body", recordLine({ body: undefined })],
    ["has an empty body", recordLine({ body: " <p></p> " })],
    ["has a title that is an object", recordLine({ title: {} })],
    [
      "has a body that is too long",
      recordLine({ body: Array.from({ length: 200_000 }, (_, i) => i).join(" ") }),
    ],
  ])("with a record that %s is refused as a whole", (_, line) => {
    expect(() => articlesOf(packOf([recordLine(), line]))).toThrow(
      expect.objectContaining({ name: "PackError", kind: "damaged" }),
    );
  });

  it("that unpacks to far more than texts do is refused before it is unpacked", () => {
    const line = recordLine({ body: "a".repeat(3_900_000) });
    const bomb = packOf(Array.from({ length: 5 }, () => line));
    expect(bomb.length).toBeLessThan(200_000);
    expect(() => articlesOf(bomb)).toThrow(expect.objectContaining({ kind: "tooLarge" }));
  });

  it("stops unpacking at the size that the manifest declares", () => {
    const { manifest } = readPackHead(packOf([recordLine()]));
    const endless = gzipSync(Buffer.alloc(50_000_000, "a"));
    let pushed = 0;
    const reader = createPackRecordReader(manifest);
    expect(() => {
      for (let at = 0; at < endless.length; at += 1_000) {
        pushed += 1_000;
        for (const _ of reader.push(endless.subarray(at, at + 1_000)));
      }
    }).toThrow(expect.objectContaining({ kind: "damaged" }));
    expect(pushed).toBeLessThan(3_000);
  });

  it("may have vectors in its records, and ignores malformed ones", () => {
    const chunks: Uint8Array[] = [];
    const writer = createPackRecordWriter((chunk) => chunks.push(chunk));
    const [plain] = articlesOf(packOf([recordLine()]));
    const vectors = { model: "model 1", bytes: Uint8Array.of(0, 127, 255) };
    writer.put(plain!, vectors);
    writer.put({ ...plain!, id: "other" as ArticleId });
    const { articles, textBytes } = writer.end();
    const reader = createPackRecordReader({ articles, textBytes } as PackManifest);
    const read = chunks.flatMap((chunk) => [...reader.push(chunk)]);
    read.push(...reader.end());
    expect(read.map((article) => reader.vectorsOf(article))).toEqual([vectors, null]);
    for (const wrong of [7, {}, { model: "", passages: "" }, { model: "m", passages: "%" }]) {
      expect(articlesOf(packOf([recordLine({ vectors: wrong })]))).toHaveLength(1);
    }
  });

  it("contains only text, whatever its fields contain", () => {
    const script = '<script>alert(1)</script><img src=x onerror="alert(1)">';
    const [article] = articlesOf(
      packOf([
        recordLine({
          id: "a b:c",
          outlet: { name: `Shore${script}`, domain: "javascript:alert(1)" },
          title: `Harbour${script}\u202e\u0000`,
          urls: ["javascript:alert(1)", "data:text/html,x", "https://shore.example/a", "file:///a"],
          byline: `By ${script}the desk`,
          agencies: [script, "AFP"],
          language: script,
          relativeDatesCountFrom: script,
          published: { value: "2019<script>", precision: "day", basis: "stated" },
          body: `The harbour ${script} stays open.\n\n<iframe src="https://x.example"></iframe>It does.`,
        }),
      ]),
    );
    expect(article).toMatchObject({
      outlet: { name: "Shore", domain: null },
      title: "Harbour",
      urls: ["https://shore.example/a"],
      byline: "By the desk",
      agencies: ["AFP"],
      language: null,
      relativeDatesCountFrom: null,
      published: null,
    });
    expect(article?.body).toBe("The harbour   stays open.\n\n It does.");
    expect(article?.id).toMatch(/^[\w-]+$/);
    const named = readPackHead(packOf([], { name: `Shore${script}`, address: "javascript:1" }));
    expect(named.manifest).toMatchObject({ name: "Shore", address: null });
  });
});
