import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  closenessFeatures,
  featuresWithCosine,
} from "../../../../src/engine/match/retrieval/closeness.ts";
import { createRankedIndex } from "../../../../src/engine/match/retrieval/rankedIndex.ts";
import { retrievalWords } from "../../../../src/engine/match/retrieval/retrievalWords.ts";
import { createRetriever } from "../../../../src/engine/match/retrieval/retriever.ts";
import { compactVector } from "../../../../src/engine/meaning/compactVector.ts";
import { randomSource } from "../../../support/randomSource.ts";
import { bytesOf, randomValues } from "../../meaning/vectors.ts";

const claims = [
  "A video shows a whale swimming under a bridge in the harbour.",
  "The president of Turkey sent troops to the border town of Manbij.",
  "Wildfires in Australia killed half a billion animals.",
  "A bill in the state senate denies birth certificates to children of single mothers.",
  "The central bank raised its key interest rate to 24 percent.",
];
const retriever = createRetriever(claims.map((text, at) => ({ articleId: `c${at}`, text })));
const best = (query: string) => retriever.find(query, 5)[0]?.articleId;

describe("the claim that a post repeats is found", () => {
  test.each([
    ["by its hashtag", "Look at this #AustraliaWildfires", "c2"],
    ["with its names misspelt", "Erdogan orders army into Minbij border area, Turkye says", "c1"],
    ["in near words", "Soldiers dispatched to frontier by Turkish leader", "c1"],
    [
      "between an address and a credit",
      "whale!! https://t.co/x — Harbour Office (@harbour) May 3, 2016",
      "c0",
    ],
  ])("%s", (_, query, id) => {
    expect(best(query)).toBe(id);
  });
});

test("what shares nothing is not found", () => {
  expect(retriever.find("xyz", 5)).toEqual([]);
  expect(createRetriever([]).find("whale", 5)).toEqual([]);
});

test("a query leaves nothing behind for the next", () => {
  const fresh = () => createRetriever(claims.map((text, at) => ({ articleId: `c${at}`, text })));
  const words = claims.join(" ").split(/\W+/);
  const queries = fc
    .array(fc.constantFrom(...words), { maxLength: 8 })
    .map((list) => list.join(" "));
  fc.assert(
    fc.property(queries, queries, (before, query) => {
      retriever.find(before, 3);
      const found = retriever.find(query, 3);
      expect(found).toEqual(fresh().find(query, 3));
      const scores = found.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
    }),
    { numRuns: 60 },
  );
});

test("more hits are asked for than are weighed: each article once, best first", () => {
  const many = createRetriever(
    Array.from({ length: 90 }, (_, at) => ({
      articleId: `a${at % 60}`,
      text: `${claims[0]} Report number ${at} of the harbour.`,
    })),
  );
  const hits = many.find("a whale in the harbour, says report 3", 60);
  expect(new Set(hits.map(({ articleId }) => articleId)).size).toBe(hits.length);
  expect(hits).toHaveLength(60);
  const scores = hits.map(({ score }) => score);
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
});

describe("of many passages", () => {
  /** A retriever of these texts, each of an article of its own unless another is named. */
  const retrieverOf = (texts: readonly string[], articleOf = (at: number) => at) =>
    createRetriever(texts.map((text, at) => ({ articleId: `a${articleOf(at)}`, text })));
  const idsOf = (hits: readonly { readonly articleId: string }[]) =>
    hits.map(({ articleId }) => articleId);
  const copies = (count: number) => Array.from({ length: count }, () => claims[0]!);
  const placesOf = (found: ReturnType<typeof retriever.candidates>) => found.map(({ at }) => at);

  test("two dozen are weighed, the first of equal ones", () => {
    const found = retrieverOf(copies(30)).candidates("a whale in the harbour");
    expect(placesOf(found)).toEqual(Array.from({ length: 24 }, (_, at) => at));
  });

  test("they are weighed in the order of what they share with the query", () => {
    const some = retrieverOf(["Owls saw a whale.", "Owls saw a storm.", "A storm and a whale."]);
    const found = some.candidates("storm, whale");
    expect(placesOf(found)).toEqual([2, 0, 1]);
    const [best, second] = found.map(({ features }) => features[0]!);
    expect(best).toBe(1);
    expect(second).toBeLessThan(1);
  });

  test("eight are looked at for each article that is asked for", () => {
    const some = retrieverOf(copies(40), (at) => Math.max(0, at - 30));
    expect(idsOf(some.find("whale in the harbour", 4))).toEqual(["a0", "a1"]);
  });

  test("no more articles are found than asked for, those not weighed last", () => {
    const others = Array.from({ length: 200 }, () => claims[3]!);
    const hits = retrieverOf([...others, ...copies(40)]).find("whale in the harbour", 30);
    expect(hits).toHaveLength(30);
    const scores = hits.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  test.each([
    [60, 1200, 1],
    [61, 1200, 0],
    [50, 200, 1],
    [51, 200, 0],
  ])(
    "of which one in twenty, or fifty, has a run of letters: %i of %i, finds %i",
    (times, count, found) => {
      const texts = Array.from({ length: count }, (_, at) => (at < times ? "Xyzqvw." : "Owls."));
      expect(retrieverOf(texts).find("xyzqvv", 1)).toHaveLength(found);
    },
  );
});

describe("by vectors", () => {
  const random = randomSource(5);
  const values = claims.map(() => randomValues(random));
  const vectors = values.map(compactVector);
  const passages = claims.map((text, at) => ({ articleId: `c${at}`, text }));
  const both = createRetriever(passages, { row: bytesOf(vectors), areAll: true });

  test("a claim is found that shares no word with the query", () => {
    expect(both.find("xyz", 5)).toEqual([]);
    const [hit, ...others] = both.find("xyz", 5, vectors[2]);
    expect(others).toEqual([]);
    expect(hit?.articleId).toBe("c2");
    expect(hit?.score).toBeGreaterThan(0);
  });

  test("one that is found by words as well is weighed once, with its cosine", () => {
    const found = both.candidates("wildfires", vectors[2]);
    expect(found.map(({ at }) => at)).toEqual([2]);
    expect(found[0]?.features).toHaveLength(featuresWithCosine.length);
  });

  test("one without a vector of the query, or of the passages, is weighed by words alone", () => {
    for (const found of [
      both.candidates("wildfires"),
      retriever.candidates("wildfires", vectors[2]),
    ]) {
      expect(found[0]?.features).toHaveLength(closenessFeatures.length);
    }
  });
});

test("the index scores as the formula does, slowly", () => {
  const passages = [["a", "b", "a"], ["b"], ["c", "a", "d", "e"]];
  const index = createRankedIndex(passages);
  const scores = new Float32Array(3);
  const touched: number[] = [];
  index.score(["a"], scores, 1, touched);
  const idf = Math.log(1 + (3 - 2 + 0.5) / (2 + 0.5));
  const worth = (times: number, length: number) =>
    (idf * times * 1.9) / (times + 0.9 * (0.6 + (0.4 * length) / (8 / 3)));
  expect(touched).toEqual([0, 2]);
  expect(scores[0]).toBeCloseTo(worth(2, 3), 5);
  expect(scores[1]).toBe(0);
  expect(scores[2]).toBeCloseTo(worth(1, 4), 5);
});

test("tags are taken apart, addresses and credits left out", () => {
  const { stems } = retrievalWords(
    "#StopTheBan @realDonald fires pic.twitter.com/abc — Name (@name) June 4, 2020",
  );
  expect(stems).toEqual(["stop", "ban", "real", "donald", "fire"]);
});
