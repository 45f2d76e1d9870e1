import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { openLibrary } from "../../src/cli/corpus/openLibrary.ts";
import { openPack, writePack } from "../../src/cli/corpus/packFile.ts";
import { libraryMeaning, meaningOf } from "../../src/cli/match/libraryMeaning.ts";
import { createProgress } from "../../src/cli/print/progress.ts";
import { readDocument } from "../../src/cli/read/readDocument.ts";
import { openVectorFile } from "../../src/corpora/vectorFile.ts";
import { readArticle } from "../../src/engine/extract/readArticle.ts";
import { comparePage } from "../../src/engine/match/comparePage.ts";
import { vectorBytes } from "../../src/engine/meaning/compactVector.ts";
import { loadProjectEncoder } from "../support/projectEncoder.ts";
import { readProjectPdf } from "../support/projectPdf.ts";
import { run, runWith, usualParts } from "./captureOutput.ts";
import { expectValid, objectsIn, schema } from "./schemas.ts";

const folder = mkdtempSync(path.join(tmpdir(), "second-source-meaning-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Loaded once for all tests: that takes longer than comparing these few texts. */
const loaded = await loadProjectEncoder();
afterAll(() => loaded.close());
const encoder = { ...loaded, close: async () => {} };
const parts = { ...usualParts, loadEncoder: async () => encoder };
const broken = {
  ...parts,
  loadEncoder: () => Promise.reject(new Error("layers.onnx is not as its manifest says")),
};

function fileOf(name: string, lines: readonly object[]): string {
  const file = path.join(folder, name);
  writeFileSync(file, lines.map((line) => JSON.stringify(line)).join("\n"));
  return file;
}

const ferry = "The ferry to the islands will not sail until the storm has passed.";
const ferryInGerman = "Die Fähre zu den Inseln fährt erst wieder, wenn der Sturm vorüber ist.";
const wheat = "Wheat prices rose to the highest level in four years, traders said.";
const airport =
  "The storm has closed the airport of Tromsø since Monday, and 400 travellers are waiting there.";
const fire =
  "The fire brigade worked through the night and pumped the water out of forty cellars, mayor Anna Lund said.";
const museum = "The museum of modern art in the capital opened its new wing to visitors.";

const pairs = fileOf("pairs.jsonl", [
  { a: ferry, b: ferryInGerman },
  { a: ferryInGerman, b: ferry },
  { a: wheat, b: ferryInGerman },
]);
const texts = fileOf("texts.jsonl", [
  { id: "wheat", text: wheat },
  { id: "ferry", text: ferry },
  { id: "museum", text: museum },
]);
const queries = fileOf("queries.jsonl", [{ id: "q", text: ferryInGerman }]);
const corpus = fileOf("corpus.jsonl", [
  {
    id: "islands-1",
    outlet: { name: "Islands Post", domain: "islands.example" },
    title: "No ferry before the storm has passed",
    body: [ferry, airport, fire, wheat, museum].join("\n\n"),
    language: "en",
  },
]);
const page = path.join(folder, "page.html");
const paragraphs = [
  ferryInGerman,
  "Der Sturm hat den Flughafen von Tromsø seit Montag lahmgelegt, dort warten 400 Reisende.",
  "Die Feuerwehr war die ganze Nacht im Einsatz und pumpte in vierzig Kellern das Wasser ab, sagte Bürgermeisterin Anna Lund.",
];
writeFileSync(
  page,
  `<!doctype html><html lang="de"><head><title>Keine Fähre vor dem Ende des Sturms</title></head><body><article><h1>Keine Fähre vor dem Ende des Sturms</h1>${paragraphs.map((text) => `<p>${text}</p>`).join("")}</article></body></html>`,
);

test("what is said in another language is compared and found by its meaning", async () => {
  const [same, turned, other] = objectsIn((await runWith(parts, ["compare", pairs])).out);
  expect(same!.score).toBeGreaterThan(0.5);
  expect(turned).toEqual(same);
  expect(other).toMatchObject({ relation: "none" });
  expect(other!.score).toBeLessThan(0.2);

  const sought = ["retrieve", "--corpus", texts, "--queries", queries];
  const [found] = objectsIn((await runWith(parts, sought)).out) as unknown as {
    hits: { articleId: string }[];
  }[];
  expect(found!.hits[0]!.articleId).toBe("ferry");
});

test("a page is matched by the vectors of page and corpus, which say what found a pair", async () => {
  const args = ["match", "--format", "json", "--corpus", corpus, page];
  const { exitCode, out, problems } = await runWith(parts, args);
  expect({ exitCode, problems }).toEqual({ exitCode: 0, problems: [] });
  expectValid(schema("match"), JSON.parse(out));

  const reading = readArticle(readDocument(page, {}, readProjectPdf));
  const opened = openLibrary({ corpus: [corpus] }, parts, createProgress("", process.stderr));
  const { library } = opened;
  const output = { out: () => {}, problem: () => {}, width: 80 };
  const index = await libraryMeaning(opened, encoder, output);
  const meaning = await meaningOf(reading, index!, encoder);
  const found = comparePage(reading, library, { meaning }).map(
    ({ pagePassage, stored, evidence }) => ({
      page: reading.passages[pagePassage]!.text,
      corpus: stored.text,
      evidence,
    }),
  );
  expect(found).toContainEqual({ page: ferryInGerman, corpus: ferry, evidence: ["meaning"] });
});

test("a pack brings the vectors of its articles, which are used if a sample of them holds", async () => {
  const pack = path.join(folder, "islands.pack");
  const built = await runWith(parts, ["corpus", "build", "--out", pack, corpus]);
  expect({ exitCode: built.exitCode, problems: built.problems }).toEqual({
    exitCode: 0,
    problems: [],
  });
  const [{ article, vectors } = { article: null, vectors: null }] = openPack(pack).articles();
  expect(article?.title).toBe("No ferry before the storm has passed");
  // A headline and five sentences.
  expect(vectors?.bytes.byteLength).toBe(6 * vectorBytes);

  const asked: string[] = [];
  const counting = {
    ...encoder,
    encodeCompact(texts: readonly string[]) {
      asked.push(...texts);
      return encoder.encodeCompact(texts);
    },
  };
  const output = { out: () => {}, problem: () => {}, width: 80 };
  const open = (place: string) =>
    openLibrary({ corpus: [place] }, parts, createProgress("", process.stderr));
  await libraryMeaning(open(pack), counting, output);
  expect(asked.toSorted()).toEqual(
    ["No ferry before the storm has passed", ferry, airport, fire, wheat, museum].toSorted(),
  );

  // Another text's vectors: all that came is thrown away, and made anew.
  const forged = path.join(folder, "forged.pack");
  const bytes = new Uint8Array(vectors!.bytes.byteLength);
  for (let at = 0; at < 6; at++)
    bytes.set(vectors!.bytes.subarray(0, vectorBytes), at * vectorBytes);
  async function* forgery() {
    yield { article: article!, vectors: { model: vectors!.model, bytes } };
  }
  const statements = { ...{ name: "x", publisher: "", licence: "", version: "1" }, address: null };
  await writePack(forged, { ...statements, date: "2019-03-05" }, forgery());
  const kept: Uint8Array[] = [];
  await libraryMeaning({ ...open(forged), keep: (its) => kept.push(its) }, counting, output);
  const honest = openVectorFile(kept[0]!, encoder.version).vectorsOf(article!.id);
  expect(honest).toEqual(vectors!.bytes);
});

test.each([
  ["match", ["match", "--format", "json", "--corpus", corpus, page]],
  ["compare", ["compare", pairs]],
  ["retrieve", ["retrieve", "--corpus", texts, "--queries", queries]],
])("%s goes on by words, with one line, where the encoder cannot be loaded", async (_, args) => {
  const byWords = await run(args);
  const { problems, ...others } = await runWith(broken, args);
  expect(others).toEqual({ exitCode: byWords.exitCode, out: byWords.out });
  expect(problems).toEqual([expect.stringMatching(/encoder cannot be loaded \(layers\.onnx/)]);
});
