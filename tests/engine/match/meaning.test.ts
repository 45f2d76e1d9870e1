import { describe, expect, it } from "vitest";
import { readArticle } from "../../../src/engine/extract/readArticle.ts";
import { createLibrary } from "../../../src/engine/library/library.ts";
import { openSegment } from "../../../src/engine/library/segmentReader.ts";
import { writeSegment } from "../../../src/engine/library/segmentWriter.ts";
import { matchPage } from "../../../src/engine/match/matcher.ts";
import { compactVector } from "../../../src/engine/meaning/compactVector.ts";
import { createMeaningIndex } from "../../../src/engine/meaning/meaningIndex.ts";
import type { ArticleReading } from "../../../src/engine/model/index.ts";
import { anArticle } from "../../corpora/articles.ts";
import { randomSource } from "../../support/randomSource.ts";
import { bytesOf, nearTo, randomValues } from "../meaning/vectors.ts";

const english = [
  "A warehouse in Moscow was closed on Tuesday after a fire had destroyed 14 trucks.",
  "Mayor Ilse Corvin said the town would rebuild the pier by the autumn.",
  "Fishermen have asked the government for help since the storm of last winter.",
  "The insurance companies expect claims of about 9 million euros.",
  "Schools stayed open, and the ferry to the island left an hour late.",
  "Prosecutors had asked for six years.",
];
const german = [
  "Ein Feuer hat 14 Lastwagen zerstört, ein Lagerhaus in Moskau wurde deshalb geschlossen.",
  "Auf dem Markt gab es am Wochenende frisches Gemüse aus der Umgebung.",
  "Der Verein feiert im nächsten Sommer sein hundertjähriges Bestehen mit einem Fest.",
  "Die Versicherer rechnen mit Forderungen von rund 12 Millionen Euro.",
  "Das Wetter bleibt nach Auskunft der Meteorologen bis Sonntag wechselhaft.",
  "Die Anklage hatte dafür sechs Jahre gefordert.",
];
/** The first two in few characters. */
const chinese = ["莫斯科一间仓库因火灾关闭。", "市长称该镇将重建码头。"];

const random = randomSource(11);
const article = read("corpus", english, "en");
const page = read("page", german, "de");
const library = createLibrary([openSegment(writeSegment([article]))]);
const ofArticle = article.passages.map(() => randomValues(random));
const index = createMeaningIndex(library, () => bytesOf(ofArticle.map(compactVector)));

function read(id: string, sentences: readonly string[], language: string): ArticleReading {
  const body = sentences.join(" ");
  return readArticle({
    ...anArticle(id),
    title: id,
    urls: [],
    outlet: { name: id, domain: null },
    language,
    body,
  });
}

/** Vectors of the page: near those of the corpus sentences named, far from all for the others. */
function vectorsOf(near: Readonly<Record<number, number>>, loose = -1): (Uint8Array | null)[] {
  return page.passages.map(({ text }) => {
    const corpus = near[german.indexOf(text)];
    const place = article.passages.findIndex((passage) => passage.text === english[corpus ?? -1]);
    const distance = corpus === loose ? 0.57 : 0.25;
    const values = place < 0 ? randomValues(random) : nearTo(ofArticle[place]!, distance, random);
    return compactVector(values);
  });
}

describe("a page in another language", () => {
  it("is not marked by words, and is by meaning", () => {
    expect(matchPage(page, library).matches).toEqual([]);
    const { matches } = matchPage(page, library, {
      meaning: { page: vectorsOf({ 0: 0 }), library: index },
    });
    expect(matches.map(({ exact }) => exact)).toEqual([german[0]]);
    const [reference] = matches[0]!.references;
    expect(reference).toMatchObject({
      passage: { text: english[0] },
      article: { language: "en" },
      relation: "reworded",
      differences: [],
    });
    expect(reference!.agreements).toContainEqual({ kind: "number", page: "14", corpus: "14" });
    expect(reference!.agreements).toContainEqual({
      kind: "name",
      page: "Moskau",
      corpus: "Moscow",
    });
  });

  it("shows another number as a difference, and no other words", () => {
    const { matches } = matchPage(page, library, {
      meaning: { page: vectorsOf({ 0: 0, 3: 3 }), library: index },
    });
    const reference = matches.find(({ exact }) => exact === german[3])?.references[0];
    expect(reference?.relation).toBe("differs");
    expect(reference?.differences.map(({ kind }) => kind)).toEqual(["number"]);
  });

  it("is marked by three content words if the vectors are sure", () => {
    const { matches } = matchPage(page, library, {
      meaning: { page: vectorsOf({ 0: 0, 3: 3, 5: 5 }, 5), library: index },
    });
    expect(matches.map(({ exact }) => exact)).toContain(german[5]);
  });

  it("is left unmarked where its vectors are like none, or not made yet", () => {
    for (const own of [vectorsOf({}), page.passages.map(() => null)]) {
      expect(matchPage(page, library, { meaning: { page: own, library: index } }).matches).toEqual(
        [],
      );
    }
  });
});

describe("a page in a script without spaces", () => {
  it("is found in sentences of ten characters, which are two tokens", () => {
    const own = readArticle({
      ...anArticle("zh"),
      urls: [],
      language: "zh",
      body: chinese.join(""),
    });
    const vectors = own.passages.map(({ text }) => {
      const told = english[chinese.indexOf(text)];
      const place = article.passages.findIndex((passage) => passage.text === told);
      const near = place < 0 ? randomValues(random) : nearTo(ofArticle[place]!, 0.25, random);
      return compactVector(near);
    });
    const { matches } = matchPage(own, library, { meaning: { page: vectors, library: index } });
    expect(matches.map(({ exact }) => exact)).toEqual(chinese);
  });
});

describe("a page that tells an article again", () => {
  const told = [
    "Town officials opened the rebuilt pier on Monday.",
    "Under the law the driver faces a fine of up to 1,000 euros.",
    "Corvin thanked Marlow for the ferry.",
    "Fishermen have asked the government for help since the storm.",
  ];
  const again = [
    "On Monday the rebuilt pier was opened by town officials.",
    "Under the law the driver could face a fine of up to 1,000 euros.",
    "Marlow thanked Corvin for the ferry.",
    "Since the storm fishermen have been asking the government for help.",
  ];
  const source = read("told", told, "en");
  const retelling = read("again", again, "en");
  const vectors = source.passages.map(() => randomValues(random));
  const own = createLibrary([openSegment(writeSegment([source]))]);
  const meaning = {
    library: createMeaningIndex(own, () => bytesOf(vectors.map(compactVector))),
    page: retelling.passages.map(({ text }) => {
      const place = source.passages.findIndex(
        (passage) => passage.text === told[again.indexOf(text)],
      );
      return compactVector(
        place < 0 ? randomValues(random) : nearTo(vectors[place]!, 0.05, random),
      );
    }),
  };
  const marked = (options: Parameters<typeof matchPage>[2]) =>
    matchPage(retelling, own, options).matches.map(({ exact }) => exact);

  it("may say in other terms what is done, if the vectors are certain", () => {
    expect(marked({})).not.toContain(again[1]);
    expect(marked({ meaning })).toContain(again[1]);
  });

  it("cannot swap who does it to whom", () => {
    expect(marked({ meaning })).not.toContain(again[2]);
  });

  it("is found by words, by meaning, or by both", () => {
    const evidenceOf = (pages: typeof retelling, options: Parameters<typeof matchPage>[2]) =>
      matchPage(pages, own, options).matches.flatMap(({ references }) =>
        references.map(({ evidence }) => evidence?.join()),
      );
    expect(new Set(evidenceOf(retelling, {}))).toEqual(new Set(["words"]));
    expect(new Set(evidenceOf(retelling, { meaning }))).toEqual(new Set(["words,meaning"]));
  });
});

describe("by meaning", () => {
  const copy = { ...article, article: { ...article.article, id: anArticle("copy").id } };
  const two = createLibrary([openSegment(writeSegment([article, copy]))]);
  const meaning = {
    library: createMeaningIndex(two, () => bytesOf(ofArticle.map(compactVector))),
    page: vectorsOf({ 0: 0 }),
  };
  const found = (reading: ArticleReading, options: Parameters<typeof matchPage>[2]) =>
    matchPage(reading, two, options).matches.flatMap(({ references }) =>
      references.map((reference) => [reference.article.id, reference.evidence?.join()]),
    );

  it("an article is found only among those that are searched", () => {
    expect(found(page, { meaning })).toHaveLength(2);
    const [only] = found(page, { meaning, among: new Set([1]) });
    expect(only?.[0]).toBe(two.articleId(1));
    expect(found(page, { meaning, among: new Set([1]) })).toHaveLength(1);
    expect(found(page, { meaning, among: new Set() })).toEqual([]);
  });
});
