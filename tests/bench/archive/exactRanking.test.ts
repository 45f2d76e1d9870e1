import { expect, it } from "vitest";
import { readArticle } from "../../../src/engine/extract/readArticle.ts";
import { createLibrary, openSegment, writeSegment } from "../../../src/engine/library/index.ts";
import { keysOfPassages } from "../../../src/engine/library/passageKeys.ts";
import { generatedArticles, retold } from "../../archive/generatedArticles.ts";
import { exactSearch } from "../index/exactSearch.ts";
import { ExactRanking } from "./exactRanking.ts";

it("ranks the passages of a library as a search of all its postings does", () => {
  const readings = generatedArticles(40).map(readArticle);
  const queries = generatedArticles(3)
    .flatMap((article) => keysOfPassages(readArticle(retold(article))))
    .map(({ terms }) => terms);
  const ranking = new ExactRanking(queries.flatMap((terms) => [...terms]));
  for (const { terms } of readings.flatMap(keysOfPassages)) ranking.add(terms);
  const ranked = ranking.search();
  const searched = exactSearch(createLibrary([openSegment(writeSegment(readings))]));
  const found = queries.map((terms) => ranked(terms, 24));
  expect(found.map(({ length }) => length)).toContain(24);
  expect(found).toEqual(queries.map((terms) => searched(terms, 24)));
});
