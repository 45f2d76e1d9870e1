import { describe, expect, it } from "vitest";
import { fingerprintsOf } from "../../../../src/engine/library/fingerprints.ts";
import { termsOfPassage } from "../../../../src/engine/library/terms.ts";
import { findCandidates } from "../../../../src/engine/match/candidates/candidates.ts";
import { lookUpTerms } from "../../../../src/engine/match/candidates/pageTerms.ts";
import { memoryOf } from "../../../../src/engine/match/libraryMemory.ts";
import { StoryTies } from "../../../../src/engine/match/score/story.ts";
import { readingOf } from "../../library/readingBuilder.ts";
import { libraryOf } from "../libraryOf.ts";

const letters = "bcdfghklmnprstvz";
/** A word of its own for each number. */
const word = (at: number) =>
  `q${letters[at % 16]}a${letters[Math.floor(at / 16) % 16]}o${letters[Math.floor(at / 256)]}u`;
/** A sentence of five words that no other has. */
const sentence = (at: number) => Array.from({ length: 5 }, (_, i) => word(5 * at + i)).join(" ");
const sentences = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => sentence(from + i));

type Articles = Readonly<Record<string, readonly string[]>>;

/** The page's first sentence, and one that shares three words with it. */
const first = sentence(0);
const loose = `${word(0)} ${word(1)} ${word(2)} ${word(2000)} ${word(2001)}`;
/** Articles that are not shown, and are nearer to the page's first sentence than any other. */
const hidden = (count: number): Articles =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`hidden-${at}`, [first]]));

/** The candidates of the page's first sentence, as ids of passages; and the likeness of articles. */
function found(page: readonly string[], articles: Articles) {
  const library = libraryOf(
    ...Object.entries(articles).map(([id, texts]) => readingOf(id, texts, { title: "" })),
  );
  const memory = memoryOf(library);
  const { article, passages } = readingOf("page", page, { title: "" });
  const body = passages.filter((passage) => passage.in === "body");
  const terms = lookUpTerms(
    body.map((passage) => termsOfPassage(passage)),
    memory,
  );
  const ties = new StoryTies(article, terms, memory);
  const candidates = findCandidates(
    body.map(({ text }) => fingerprintsOf(text)),
    ...([terms, memory, ties, new Set<number>()] as const),
    (number) => !library.articleId(number).startsWith("hidden"),
  );
  const { rows } = library.parts[0]!.segment;
  return {
    ids: candidates[0]!.map((number) => library.passage(number).id),
    orderKeys: candidates[0]!.map((number) => rows.orderKey(number)),
    likenessOf: (id: string) => ties.likenessOf(Object.keys(articles).indexOf(id)),
  };
}

/** An article with the loose sentence, so many of the page's others, and some of its own. */
const told = (shared: readonly string[], own = 0) => [
  loose,
  ...shared,
  ...sentences(300, 300 + own),
];

it.each([
  [15, ["other:1"]],
  [16, []],
])("sixteen passages are weighed: beside %i that are not shown, one finds %j", (count, ids) => {
  expect(found([first], { ...hidden(count), other: [loose] }).ids).toEqual(ids);
});

describe("of articles on the page's story, every passage is a candidate", () => {
  const page = sentences(0, 20);

  it("of the six that are most alike, whatever they are called", () => {
    const articles: Articles = {
      ...hidden(20),
      ...{ g: told(sentences(1, 10)), f: told(sentences(1, 9)), e: told(sentences(1, 8)) },
      ...{ d: told(sentences(1, 7)), c: told(sentences(1, 6)), b: told(sentences(1, 5)) },
      a: told(sentences(1, 4)),
    };
    const six = ["g:1", "f:1", "e:1", "d:1", "c:1", "b:1"];
    expect(found(page, articles).ids).toEqual(six);
  });

  it.each([
    [1, 5, 0.094, []],
    [2, 10, 0.12, ["a:1"]],
  ])("if they are alike enough: %i sentences, %i of its own, %f", (shared, own, likeness, ids) => {
    const articles = { ...hidden(20), a: told(sentences(1, 1 + shared), own) };
    const its = found(page, articles);
    expect(its.likenessOf("a")).toBeCloseTo(likeness, 3);
    expect(its.ids).toEqual(ids);
  });

  it("in an order that does not depend on the order of the library", () => {
    const [a, b] = [1, 2].map((at) => [
      ...Array.from({ length: 6 }, () => loose),
      ...[sentence(1), sentence(2 + at)],
    ]);
    const { ids, orderKeys } = found(page, { ...hidden(20), a: a!, b: b! });
    expect(ids).toHaveLength(8);
    expect(orderKeys).toEqual(orderKeys.toSorted((one, other) => one - other));
    expect(found(page, { ...hidden(20), b: b!, a: a! }).ids).toEqual(ids);
  });

  /** 35 articles with one sentence of the page each, seven with the same one. */
  const alike = (idOf: (at: number) => string): Articles =>
    Object.fromEntries(
      Array.from({ length: 35 }, (_, at) => [
        idOf(at),
        [sentence(1 + Math.floor(at / 7)), sentence(400 + at)],
      ]),
    );
  const short = sentences(0, 6);

  it("of the two dozen that are found most often", () => {
    const often = { z: told(sentences(1, 3)) };
    const others = alike((at) => `a${at}`);
    expect(found(short, { ...hidden(20), ...others, ...often }).ids).toEqual(["z:1"]);
  });

  it("of those found as often, of the first by their ids", () => {
    const inOrder = alike((at) => String(at).padStart(2, "0"));
    const { "30": _, ...others } = inOrder;
    const isFound = (id: string) =>
      found(short, { ...hidden(20), [id]: told([sentence(1)]), ...others }).ids.length > 0;
    expect([isFound("!"), isFound("z")]).toEqual([true, false]);
  });
});
