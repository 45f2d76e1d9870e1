import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readArticle } from "../../src/engine/extract/readArticle.ts";
import { readStatement } from "../../src/engine/extract/readStatement.ts";
import { createLibrary, openSegment, writeSegment } from "../../src/engine/library/index.ts";
import { preparePassage } from "../../src/engine/match/candidates/preparedPassage.ts";
import { comparePassages, compareStatements } from "../../src/engine/match/comparison.ts";
import { matchPage } from "../../src/engine/match/matcher.ts";
import { quoteChanges } from "../../src/engine/match/relation/quotes/quoteChanges.ts";
import { createWordWeights } from "../../src/engine/match/score/wordWeights.ts";
import { comparePair } from "../../src/engine/match/similarity/comparePair.ts";
import type {
  ArticleReading,
  Difference,
  MatchReport,
  Relation,
} from "../../src/engine/model/index.ts";
import { pairSets, readRelationPairs } from "../support/relationPairs.ts";
import { newsSentences, newsTexts, readingOfNews } from "./newsTexts.ts";

const pairs = pairSets.flatMap((set) => [
  ...readRelationPairs(set, "development"),
  ...readRelationPairs(set, "heldout"),
]);
const sentences = pairs.flatMap(({ page, corpus }) => [page, corpus]);
const somePair = fc.constantFrom(...pairs);
const day = "2021-03-10";
const weights = createWordWeights(0, () => 0);

function compare(a: string, b: string) {
  return comparePair(readStatement(a, day), readStatement(b, day));
}

/** The same text as another newsroom sets it. */
const styles: readonly ((text: string) => string)[] = [
  (text) => text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'"),
  (text) => text.replace(/"([^"]*)"/g, "“$1”").replace(/'/g, "’"),
  (text) => text.replace(/[“"]([^“”"]*)[”"]/g, "«$1»"),
  (text) => text.replaceAll(" - ", " – ").replaceAll("—", "–"),
  (text) => text.replaceAll(" ", "\u00a0"),
  (text) => text.replace(/\s+/g, "  "),
];

describe("typography", () => {
  it("changes nothing between two settings of one text", () => {
    fc.assert(
      fc.property(fc.constantFrom(...sentences), fc.constantFrom(...styles), (text, restyle) => {
        const { relation, differences } = compare(text, restyle(text));
        expect({ text, relation, differences }).toEqual({
          text,
          relation: "verbatim",
          differences: [],
        });
      }),
      { numRuns: 150 },
    );
  });

  it("changes no relation between two texts", () => {
    fc.assert(
      fc.property(somePair, fc.constantFrom(...styles), ({ page, corpus }, restyle) => {
        const told = (a: string, b: string) => {
          const { relation, differences } = compare(a, b);
          return { relation, kinds: differences.map(({ kind }) => kind) };
        };
        expect({ page, ...told(page, restyle(corpus)) }).toEqual({ page, ...told(page, corpus) });
      }),
      { numRuns: 150 },
    );
  });
});

describe("equal texts", () => {
  it("differ in nothing, even in capitals or with another possessive", () => {
    for (const text of new Set(sentences)) {
      const statement = readStatement(text, day);
      // Most texts have no possessive.
      for (const other of new Set([text, text.toUpperCase(), text.replace(/'s\b/g, "’s")])) {
        const { differences } = comparePair(statement, readStatement(other, day));
        const slots = differences.filter(({ kind }) => kind !== "wording");
        expect({ text, slots }).toEqual({ text, slots: [] });
      }
    }
  });
});

describe("either side", () => {
  const prepared = (text: string) => preparePassage(readStatement(text, day), weights);
  const alone = {
    ...{ story: { likeness: 0, days: null }, fewness: 0, meaning: null, hasTitle: false },
    ...{ pageSpeaker: null, corpusSpeaker: null },
  };
  const words = ({ kind, page, corpus }: Pick<Difference, "kind" | "page" | "corpus">) =>
    `${kind}: ${page} / ${corpus}`;

  it("reports the same slots, with sides exchanged", () => {
    for (const { page, corpus } of pairs) {
      const [a, b] = [prepared(page), prepared(corpus)];
      const there = compareStatements(comparePassages(a, b, alone));
      const back = compareStatements(comparePassages(b, a, alone));
      const flagged = (relation: Relation) =>
        relation === "differs" || relation === "contradicts" ? relation : "close";
      expect({ page, relation: flagged(back.relation) }).toEqual({
        page,
        relation: flagged(there.relation),
      });
      const turned = back.slots.map((slot) => ({ ...slot, page: slot.corpus, corpus: slot.page }));
      expect(turned.map(words).sort()).toEqual(there.slots.map(words).sort());
    }
  });

  it("omits from a quote what the other side adds", () => {
    const turnedKind = { omitted: "added", added: "omitted" } as Readonly<Record<string, string>>;
    for (const { page, corpus } of pairs) {
      const there = quoteChanges(prepared(page), prepared(corpus)).map(words);
      const back = quoteChanges(prepared(corpus), prepared(page)).map((change) =>
        words({
          kind: (turnedKind[change.kind] ?? change.kind) as Difference["kind"],
          page: change.corpus,
          corpus: change.page,
        }),
      );
      expect(back.sort()).toEqual(there.sort());
    }
  });
});

describe("a quote", () => {
  it("that one article has of the other is found from either side", () => {
    const found = (a: string, b: string) => {
      const reading = (id: string, text: string) =>
        readingOfNews(id, ["A headline about nothing else at all", text]);
      const library = createLibrary([openSegment(writeSegment([reading("corpus", b)]))]);
      return matchPage(reading("page", a), library).matches.some(({ kind, references }) =>
        references.some(({ relation }) => kind === "quote" && relation.endsWith("verbatim")),
      );
    };
    // A shorter quote is known again by what stands around it, which the two sides need not share.
    const isQuoted = (text: string) => /[“"‘„»][^“”"„»]{50}/.test(text);
    for (const { page, corpus } of readRelationPairs("quotes", "development")) {
      if (!isQuoted(page) || !isQuoted(corpus)) continue;
      expect({ page, found: found(corpus, page) }).toEqual({ page, found: found(page, corpus) });
    }
  });
});

describe("articles that are not shown", () => {
  const libraryOf = (readings: readonly ArticleReading[]) =>
    createLibrary(readings.map((reading) => openSegment(writeSegment([reading]))));
  const others = fc
    .array(newsTexts, { minLength: 1, maxLength: 3 })
    .map((all) => all.map((found, i) => readingOfNews(`other${i}`, found)));
  /** Long enough to be known again as a copy. */
  const pages = fc.uniqueArray(fc.constantFrom(...newsSentences), { minLength: 4, maxLength: 8 });
  const shown = ({ matches }: MatchReport) =>
    matches.flatMap(({ exact, references }) =>
      references.map(({ passage, relation }) => `${exact} ${relation} ${passage.id}`),
    );

  it("change nothing: the page at its address, and the page without one", () => {
    fc.assert(
      fc.property(pages, others, (found, readings) => {
        const urls = ["https://news.example/1"];
        const kept = readingOfNews("kept", found);
        const stored = readArticle({ ...kept.article, urls });
        const library = libraryOf([...readings, stored]);
        const page = readingOfNews("page", found);
        const placed = readArticle({ ...page.article, urls });
        expect(shown(matchPage(placed, library)).sort()).toEqual(
          shown(matchPage(page, library)).sort(),
        );
      }),
      { numRuns: 25 },
    );
  });

  it("change nothing: a copy of the page that another outlet printed", () => {
    fc.assert(
      fc.property(pages, others, (found, readings) => {
        const page = readingOfNews("page", found);
        const library = libraryOf(readings);
        const withCopy = libraryOf([...readings, readingOfNews("copy", found)]);
        const close = (lines: readonly string[]) => lines.filter((line) => / verbatim /.test(line));
        expect(close(shown(matchPage(page, withCopy))).sort()).toEqual(
          close(shown(matchPage(page, library))).sort(),
        );
        expect(shown(matchPage(page, withCopy)).join()).not.toContain("copy:");
      }),
      { numRuns: 25 },
    );
  });

  it("are those of the page's own outlet", () => {
    fc.assert(
      fc.property(newsTexts, others, (found, readings) => {
        const own = {
          ...readingOfNews("page", found).article,
          outlet: { name: "Outlet other0", domain: null },
        };
        const references = matchPage(readArticle(own), libraryOf(readings)).matches.flatMap(
          (match) => match.references,
        );
        expect(references.map(({ article }) => article.outlet)).not.toContain("Outlet other0");
      }),
      { numRuns: 25 },
    );
  });
});
