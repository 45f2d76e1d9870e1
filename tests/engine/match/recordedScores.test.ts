/**
 * What the engine gives for fixed texts, as it was recorded: a change of a rule, weight or threshold shows as
 * a change of these tables, so that a maintainer reads in their diff what it does. If it is meant, record them
 * again and commit them with the change:
 *
 *   npx vitest run --project unit tests/engine/match/recorded -u
 *
 * Only pairs with which rules are made are recorded; those put aside stay unseen.
 */
import { readFileSync } from "node:fs";
import { parseHTML } from "linkedom";
import { test } from "vitest";
import { readArticle } from "../../../src/engine/extract/readArticle.ts";
import { readStatement } from "../../../src/engine/extract/readStatement.ts";
import { preparePassage } from "../../../src/engine/match/candidates/preparedPassage.ts";
import { type ComparedPair, comparePage } from "../../../src/engine/match/comparePage.ts";
import { comparePassages } from "../../../src/engine/match/comparison.ts";
import { matchPage } from "../../../src/engine/match/matcher.ts";
import { createRetriever } from "../../../src/engine/match/retrieval/retriever.ts";
import { createWordWeights } from "../../../src/engine/match/score/wordWeights.ts";
import { comparePair, pairFeatures } from "../../../src/engine/match/similarity/comparePair.ts";
import type { Article, ArticleReading, ReadPassage } from "../../../src/engine/model/index.ts";
import { expectRecorded, type Row, rounded } from "../../support/expectRecorded.ts";
import { plainArticle } from "../../support/plainArticle.ts";
import { type RelationPair, readRelationPairs } from "../../support/relationPairs.ts";
import { libraryOf } from "./libraryOf.ts";
import { noContext } from "./preparedTexts.ts";

interface NamedPair extends RelationPair {
  /** The set and the pair's line in it. */
  readonly name: string;
}

const pairs: readonly NamedPair[] = (["differences", "odds", "roles", "verbs"] as const).flatMap(
  (set) =>
    readRelationPairs(set, "development")
      .map((pair, i) => ({ ...pair, name: `${set}:${i + 2}` }))
      .filter((_, i) => i % 3 === 0),
);

test("pairs of statements get the scores, relations and differences that were recorded", async () => {
  const rows = pairs.map((pair) => {
    const verdict = comparePair(...statementsOf(pair));
    const differences = verdict.differences.map(
      (its) => `${its.kind}: ${its.page} / ${its.corpus}`,
    );
    const { name, page } = pair;
    return [
      name,
      verdict.similarity,
      verdict.score,
      verdict.relation,
      differences.join("; "),
      page,
    ];
  });
  await expectRecorded("pairs", [
    ["pair", "similarity", "score", "relation", "differences", "page"],
    ...rows,
  ]);
});

test("pairs of statements have the features that were recorded", async () => {
  const recorded = pairs.filter((_, i) => i % 2 === 0);
  const weights = createWordWeights(0, () => 0);
  const columns = recorded.map((pair) => {
    const [one, other] = statementsOf(pair);
    const [page, corpus] = [preparePassage(one, weights), preparePassage(other, weights)];
    return { ...pairFeatures(one, other), ...comparePassages(page, corpus, noContext).features };
  });
  await expectRecorded("pairFeatures", [
    ["feature", ...recorded.map(({ name }) => name)],
    ...byFeature(columns),
  ]);
});

test("the demonstration page has the references that were recorded, doubtful ones too", async () => {
  const rows = matchPage(demonstration, bundled, { minScore: 0 }).matches.flatMap((match) =>
    match.references.map(({ relation, score, passage, differences }) => [
      match.exact.slice(0, 40).trim(),
      passage.id,
      score,
      relation,
      differences.map((its) => `${its.kind}: ${its.page} / ${its.corpus}`).join("; "),
    ]),
  );
  await expectRecorded("page", [["page", "corpus", "score", "relation", "differences"], ...rows]);
});

test("passages of the demonstration page have the candidates and features that were recorded", async () => {
  const compared = comparePage(demonstration, bundled);
  const named = (pair: ComparedPair) => `${pair.pagePassage} ${pair.stored.id}`;
  await expectRecorded("pagePairs", [
    ["page and corpus", "log-odds"],
    ...compared.map((pair) => [named(pair), pair.comparison.logit]),
  ]);
  const detailed = compared.filter((_, i) => i % 4 === 0);
  await expectRecorded("pageFeatures", [
    ["feature", ...detailed.map(named)],
    ...byFeature(detailed.map(({ comparison }) => ({ ...comparison.features }))),
  ]);
});

test("the statements found for a statement are those that were recorded", async () => {
  const retriever = createRetriever(
    pairs.map(({ name, corpus }) => ({ articleId: name, text: corpus })),
  );
  const rows = pairs.map(({ name, page }) => [
    name,
    ...retriever.find(page, 3).map(({ articleId, score }) => `${articleId} ${rounded(score)}`),
  ]);
  await expectRecorded("found", [["for", "first", "second", "third"], ...rows]);
});

function statementsOf({ page, corpus, pageDate, corpusDate }: RelationPair) {
  const statement = (text: string, date: string | null): ReadPassage =>
    readStatement(text, date ?? "2021-03-10");
  return [statement(page, pageDate), statement(corpus, corpusDate)] as const;
}

/** The bundled articles, and the page that was written for them. */
const bundled = libraryOf(
  ...(JSON.parse(readFileSync("assets/corpus/articles.json", "utf8")) as Article[]).map((its) =>
    readArticle(its),
  ),
);
const demonstration: ArticleReading = readArticle(demonstrationPage());

function demonstrationPage(): Article {
  const { document } = parseHTML(readFileSync("assets/demo/index.html", "utf8"));
  const textOf = (element: { readonly textContent: string | null } | null) =>
    (element?.textContent ?? "").replace(/\s+/g, " ").trim();
  const paragraphs = [...document.querySelectorAll(".story > p")].map(textOf);
  const title = textOf(document.querySelector("h1"));
  return plainArticle("demonstration", title, paragraphs.join("\n\n"), "2018-12-31");
}

/** A row for each feature, so that a change of one is a change of one line. */
function byFeature(columns: readonly Readonly<Record<string, number>>[]): readonly Row[] {
  const names = Object.keys(columns[0] ?? {});
  return names.map((name) => [name, ...columns.map((features) => features[name]!)]);
}
