import { describe, expect, it } from "vitest";
import { readArticle } from "../../../src/engine/extract/readArticle.ts";
import { comparePage } from "../../../src/engine/match/comparePage.ts";
import { matchPage } from "../../../src/engine/match/matcher.ts";
import {
  matchesOf,
  surroundingsOf,
  withoutOverlaps,
} from "../../../src/engine/match/pageMatches.ts";
import type { ArticleReading, PageMatch } from "../../../src/engine/model/index.ts";
import { plainArticle } from "../../support/plainArticle.ts";
import { readingOf } from "../library/readingBuilder.ts";
import { handMadeMeaning } from "./handMadeMeaning.ts";
import { libraryOf } from "./libraryOf.ts";

const harvest =
  "The wheat harvest in the Orsha valley failed after the driest spring in forty years.";
const letter =
  "Nobody in the ministry has answered a single letter from the growers of the valley.";

/** The same news with something else after it. */
const alike = (addition: string) => harvest.replace(".", `, ${addition}.`);
const additions = ["police said", "growers said", "traders said", "a union said", "a paper said"];

describe("the references of a passage", () => {
  const referencesIn = (...articles: readonly (readonly string[])[]) => {
    const library = libraryOf(
      ...articles.map((sentences, i) => readingOf(`article-${i}`, sentences)),
    );
    const page = readingOf("page", ["It rained.", harvest, "The museum opens on Monday."]);
    return matchPage(page, library).matches.flatMap(({ references }) => references);
  };

  it("are eight at most", () => {
    expect(referencesIn(...Array.from({ length: 10 }, () => [harvest]))).toHaveLength(8);
  });

  it("are four of one article at most", () => {
    expect(referencesIn(additions.map(alike))).toHaveLength(4);
  });

  it("begin with the best; of equals, with the one that is as long", () => {
    const texts = referencesIn([alike("police said")], [harvest]).map(
      ({ passage }) => passage.text,
    );
    expect(texts).toEqual([harvest, alike("police said")]);
    const added = referencesIn([alike("police in the capital said")], [alike("police said")]);
    expect(added.map(({ article }) => article.id)).toEqual(["article-1", "article-0"]);
  });

  it("begin with the best, in whatever order they are found", () => {
    const edited = harvest.replace("failed after", "was lost to");
    const ids = referencesIn([edited], [harvest], [edited]).map(({ article }) => article.id);
    expect(ids).toEqual(["article-1", "article-0", "article-2"]);
  });

  it("begin with the closest wording, however long its sentence", () => {
    const asLong = harvest.replace("failed", "faded");
    const ids = referencesIn([asLong], [alike("police said")]).map(({ article }) => article.id);
    expect(ids).toEqual(["article-1", "article-0"]);
  });

  it("of equals begin with the first by id, in whatever order the library has them", () => {
    const library = libraryOf(readingOf("b", [harvest]), readingOf("a", [harvest]));
    const page = readingOf("page", ["It rained.", harvest, "The museum opens on Monday."]);
    const [match] = matchPage(page, library).matches;
    expect(match?.references.map(({ article }) => article.id)).toEqual(["a", "b"]);
  });

  it("are loose ones of other articles, not of one that has the sentence word for word", () => {
    const loose = "A dry spring ruined the wheat harvest around Orsha.";
    const relationsIn = (...articles: readonly (readonly string[])[]) =>
      referencesIn(...articles).map(({ relation }) => relation);
    expect(relationsIn([harvest], [loose])).toEqual(["verbatim", "reworded"]);
    expect(relationsIn([harvest, loose])).toEqual(["verbatim"]);
  });

  it("are two of one article where the second is nearly as good", () => {
    const shorter = "The wheat harvest failed in the valley.";
    const fillers = ["It snowed.", "It froze.", "It thawed.", "It hailed.", "Nobody knows."];
    const scoresIn = (...articles: readonly (readonly string[])[]) =>
      referencesIn(...articles).map(({ score }) => score);
    expect(scoresIn([harvest, ...fillers, alike("police said")])).toHaveLength(2);
    expect(scoresIn([harvest, ...fillers, shorter])).toEqual([0.99]);
    expect(scoresIn([harvest], [shorter])).toHaveLength(2);
  });

  it("are eight at most where vectors find more than words, of equals the first by id", () => {
    const ids = Array.from({ length: 12 }, (_, i) => `article-${String.fromCharCode(97 + i)}`);
    const library = libraryOf(
      ...ids.map((id) => readingOf(id, [harvest], { title: "" })).reverse(),
    );
    const page = readingOf("page", ["It rained.", harvest, "It snowed."], { title: "" });
    const meaning = handMadeMeaning(page, library, (_, text, id) =>
      text === harvest ? 0.9 - ids.indexOf(id) / 1000 : 0,
    );
    const [match] = matchPage(page, library, { meaning }).matches;
    expect(match?.references.map(({ article }) => article.id)).toEqual(ids.slice(0, 8));
  });

  it("are of close wording, however unlikely words and days make it", () => {
    const read = (id: string, day: string, ...texts: readonly string[]) =>
      readArticle(plainArticle(id, "", texts.join("\n\n"), day));
    const page = read(
      "page",
      "2021-03-10",
      "“We want peace and order,” Angela Merkel told the newspaper in Berlin.",
      ...["It rained in Bari for days.", "Traders bought a mill in Riga.", "Owls sang in Ghent."],
    );
    const library = libraryOf(
      read(
        "saved",
        "2015-03-10",
        "“We want peace and order,” Vladimir Putin said in Moscow with Macron.",
        ...["The glacier lost forty metres.", "Police in Leeds found a van."],
      ),
    );
    expect(comparePage(page, library)[0]!.comparison.logit).toBeLessThan(-2);
    expect(matchPage(page, library).matches.map(({ relation }) => relation)).toEqual(["verbatim"]);
  });

  it("are a title and a sentence of the same words, which stand in two places", () => {
    const library = libraryOf(readingOf("corpus", [harvest], { title: harvest }));
    const page = readingOf("page", ["It rained.", harvest, "The museum opens on Monday."]);
    expect(matchPage(page, library).matches[0]?.references).toHaveLength(2);
  });

  it("of equals of one length, begin with the first by id", () => {
    const ids = referencesIn([harvest], [harvest], [harvest]).map(({ article }) => article.id);
    expect(ids).toEqual(["article-0", "article-1", "article-2"]);
  });

  it("name where the article was taken from, if that is known", () => {
    const source = { kind: "file", name: "notes.txt" } as const;
    const sources = [{}, { source }].map((known) => {
      const library = libraryOf(readingOf("corpus", [harvest], known));
      return matchPage(readingOf("page", [harvest]), library).matches[0]?.references[0]?.article;
    });
    expect(sources[0]).not.toHaveProperty("source");
    expect(sources[1]).toHaveProperty("source", source);
  });
});

describe("a quote that is made of two", () => {
  const whole =
    "“The bridge is safe for lorries and we have nothing to hide from anybody,” the mayor said.";
  const read = (id: string, ...texts: readonly string[]) =>
    readArticle(plainArticle(id, "", texts.join("\n\n"), "2018-12-30"));
  const page = read("page", whole, "It rained in Orsha on Monday, and the fair was closed.");

  it("is told as joined, not as words added, and is not word for word", () => {
    const apart = read(
      "apart",
      "“The bridge is safe for lorries,” the mayor said in May.",
      "The town council met twice after the storm.",
      "In June he said: “We have nothing to hide from anybody.”",
    );
    const { references } = matchPage(page, libraryOf(apart)).matches[0]!;
    expect(references).toHaveLength(2);
    for (const { relation, differences } of references) {
      expect(relation).toBe("near-verbatim");
      expect(differences[0]?.kind).toBe("joined");
      expect(differences.slice(1).map(({ kind }) => kind)).toContain("wording");
      expect(differences.map(({ kind }) => kind)).not.toContain("added");
      expect(differences.map(({ kind }) => kind)).not.toContain("omitted");
    }
  });

  it("is not told of a passage in other words, whose words are no quote", () => {
    const apart = read(
      "apart",
      "“The bridge is safe for lorries,” the mayor said in May.",
      "The town council met twice after the storm.",
      "In June he said: “We have nothing to hide from anybody.”",
      "According to the mayor, lorries can use the bridge, and the town hall hides nothing from anybody.",
    );
    const { references } = matchPage(page, libraryOf(apart)).matches[0]!;
    const kinds = references.map(({ relation, differences }) => [relation, differences[0]?.kind]);
    expect(kinds).toEqual([
      ["near-verbatim", "joined"],
      ["near-verbatim", "joined"],
      ["reworded", "wording"],
    ]);
  });

  it("keeps what it changes besides, such as another number", () => {
    const counted = (text: string, count: number) =>
      text.replace("the mayor said", `the mayor told ${count} reporters`);
    const apart = read(
      "apart",
      counted("“The bridge is safe for lorries,” the mayor said.", 60),
      "The town council met twice after the storm.",
      "In June he said: “We have nothing to hide from anybody.”",
    );
    const changed = read("page", counted(whole, 50), "It rained in Orsha on Monday.");
    const [first] = matchPage(changed, libraryOf(apart)).matches[0]!.references;
    expect(first?.relation).toBe("differs");
    expect(first?.differences.slice(0, 2)).toMatchObject([
      { kind: "joined" },
      { kind: "number", page: "50", corpus: "60" },
    ]);
  });

  it("is word for word where the other outlet has it so", () => {
    const { relation, differences } = matchPage(page, libraryOf(read("whole", whole))).matches[0]!
      .references[0]!;
    expect([relation, differences]).toEqual(["verbatim", []]);
  });
});

describe("matches that overlap", () => {
  const match = (start: number, end: number, score: number, part: PageMatch["in"] = "body") =>
    ({ in: part, start, end, score }) as PageMatch;
  const spansOf = (...matches: readonly PageMatch[]) =>
    withoutOverlaps(matches, ({ end, start }) => end - start > 50).map(
      ({ in: part, start, end }) => `${part} ${start}-${end}`,
    );

  it("are kept where they only touch, or are in two texts", () => {
    expect(spansOf(match(0, 10, 0.9), match(10, 20, 0.8), match(5, 15, 0.7, "title"))).toEqual([
      "body 0-10",
      "body 10-20",
      "title 5-15",
    ]);
  });

  it("leave the better one, in the order of the page", () => {
    expect(spansOf(match(0, 10, 0.7), match(5, 15, 0.9), match(30, 40, 0.95))).toEqual([
      "body 5-15",
      "body 30-40",
    ]);
  });

  it("leave a quote that is as good as each of its sentences, else the sentences", () => {
    const quote = match(0, 60, 0.9);
    expect(spansOf(match(0, 30, 0.9), quote, match(30, 60, 0.9))).toEqual(["body 0-60"]);
    expect(spansOf(match(0, 30, 0.91), quote, match(30, 60, 0.9))).toEqual([
      "body 0-30",
      "body 30-60",
    ]);
  });

  it("of equals leave the first", () => {
    expect(spansOf(match(5, 15, 0.9), match(0, 10, 0.9))).toEqual(["body 0-10"]);
  });
});

describe("a page of few sentences", () => {
  const read = (id: string, ...sentences: readonly string[]) =>
    readingOf(id, sentences, { title: "" });

  it("says which of its passages are quotes", () => {
    const page = read("page", harvest, letter);
    const quoted = page.passages.map((passage) =>
      passage.text === letter ? { ...passage, isQuoted: true } : passage,
    );
    const { matches } = matchPage(
      { ...page, passages: quoted },
      libraryOf(read("corpus", harvest, letter)),
    );
    expect(matches.map(({ kind }) => kind)).toEqual(["claim", "quote"]);
  });

  it.each([
    [3, true],
    [4, false],
  ])("%i in all, takes a sentence as supported: %s", (count, isSupported) => {
    const told = "After a dry spring, the wheat harvest of the Orsha valley was lost.";
    const others = ["It rained.", "The museum opens on Monday.", "Nobody knows why."];
    const library = libraryOf(read("corpus", harvest));
    const scoreAmong = (sentences: readonly string[]) => {
      const page = read("page", told, ...sentences);
      const passages = page.passages.filter((passage) => passage.in === "body");
      return matchPage({ ...page, passages }, library).matches[0]?.score;
    };
    const alone = scoreAmong([]);
    expect(alone).toBeGreaterThan(0.5);
    expect(scoreAmong(others.slice(0, count - 1)) === alone).toBe(isSupported);
  });

  it("shows a quote rather than the sentence that ends with it, where both are as good", () => {
    const quoted = harvest.slice(harvest.indexOf("failed after"));
    const withQuote = (reading: ArticleReading): ArticleReading => {
      const sentence = reading.passages.find(({ text }) => text === harvest)!;
      const start = sentence.end - quoted.length;
      const quote = { ...sentence, unit: "quote", text: quoted, start, isQuoted: true } as const;
      return { ...reading, passages: [...reading.passages, quote] };
    };
    const page = read("page", "It rained.", harvest, "The museum opens on Monday.");
    const { matches } = matchPage(withQuote(page), libraryOf(withQuote(read("corpus", harvest))));
    expect(matches.map(({ exact }) => exact)).toEqual([quoted]);
  });

  it("shows a quote of two sentences where it is as good as each of them", () => {
    const withQuote = (reading: ArticleReading): ArticleReading => {
      const [first] = reading.passages.filter((passage) => passage.in === "body");
      const text = `${harvest} ${letter}`;
      const end = harvest.length + 2 + letter.length;
      const quote = { ...first!, unit: "quote", text, end, isQuoted: true } as const;
      return { ...reading, passages: [...reading.passages, quote] };
    };
    const page = read("page", harvest, letter, "It rained.", "The museum opens on Monday.");
    const { matches } = matchPage(
      withQuote(page),
      libraryOf(withQuote(read("corpus", harvest, letter))),
    );
    expect(matches.map(({ exact, kind }) => [exact, kind])).toEqual([
      [`${harvest}\n\n${letter}`, "quote"],
    ]);
  });
});

describe("another number", () => {
  const shops = (count: string) =>
    `The company said it would close ${count} of its remaining shops in the coming year.`;
  const poll = (share: string) =>
    `The survey's sampling error for likely voters is plus or minus ${share} percentage points.`;
  const read = (id: string, day: string | null, sentences: readonly string[]) =>
    readArticle(plainArticle(id, "", sentences.join("\n\n"), day));
  const unrelated = [
    "The harbour bridge was closed after a tanker struck one of its pillars.",
    "Divers searched the wreck for the captain and three of his sailors.",
    "A museum of glass opens beside the railway station next week.",
    "Owls nest under the roof of the tower in Riga.",
  ];
  const relationsBetween = (
    day: string | null,
    { stated = shops("31"), stored = shops("forty"), others = unrelated } = {},
  ) => {
    const library = libraryOf(
      read("article", day, [
        stored,
        "Growers in the valley sold their wheat to a mill in Ghent this autumn.",
        "The union of teachers called a strike over pensions and school meals.",
        "An orchestra from Bari played for two evenings in the old theatre.",
      ]),
    );
    const page = read("page", day, [stated, ...others]);
    return matchPage(page, library).matches.flatMap(({ references }) =>
      references.map(({ relation }) => relation),
    );
  };

  it.each([
    ["of one day", "2019-03-05", ["differs"]],
    ["without a date", null, []],
  ])("in two articles %s that share little else: %j", (_name, day, relations) => {
    expect(relationsBetween(day)).toEqual(relations);
  });

  it("is none where two surveys say how exact they are", () => {
    const texts = { stated: poll("3.1"), stored: poll("four") };
    expect(relationsBetween("2019-03-05", texts)).toEqual([]);
  });

  it("in two articles without a date that share more than chance", () => {
    const others = [
      ...unrelated,
      "The union of teachers waited in Ghent for an orchestra from Bari.",
      "Growers bought a mill.",
    ];
    expect(relationsBetween(null, { others })).toEqual(["differs"]);
  });

  it("in a text of few sentences without a date, which can share little", () => {
    expect(relationsBetween(null, { others: unrelated.slice(0, 2) })).toEqual(["differs"]);
  });

  it("is told from the same in another order, which two articles without a date may have", () => {
    const stated = "Forty of its remaining shops will close in the coming year, the company said.";
    expect(relationsBetween(null, { stated })).toEqual(["near-verbatim"]);
  });

  it("is like a denial, which two articles of one day alone may differ by", () => {
    const stored = shops("forty");
    const stated = stored.replace("would", "would not");
    expect(relationsBetween("2019-03-05", { stated, stored })).toEqual(["contradicts"]);
    expect(relationsBetween(null, { stated, stored })).toEqual([]);
  });
});

describe("in another language", () => {
  const told = "Die Weizenernte im Tal fiel nach einem trockenen Frühling aus.";
  const inGerman = (...sentences: readonly string[]) => {
    const reading = readingOf("page", sentences, { title: "", language: "de" });
    return { ...reading, passages: reading.passages.filter((passage) => passage.in === "body") };
  };

  it("a sentence alone counts as no more supported than one of many", () => {
    const library = libraryOf(readingOf("corpus", [harvest], { title: "" }));
    const page = inGerman(told);
    const meaning = handMadeMeaning(page, library, (_, text) => (text === harvest ? 0.6 : 0));
    const pairs = comparePage(page, library, { meaning });
    const scoreOn = (its: ArticleReading) => matchesOf(its, library, pairs, 0.5)[0]!.score;
    expect(scoreOn(page)).toBe(
      scoreOn(inGerman(told, "Es regnete.", "Es schneite.", "Niemand weiss es.")),
    );
    expect(scoreOn(page)).toBeCloseTo(0.809, 3);
  });

  it.each([
    [0.42, 3],
    [0.45, 2],
  ])("a sentence whose rivals have cosines of %f is one of %i that are found", (rival, count) => {
    const english = [
      "The wheat harvest in the valley failed after a dry spring.",
      "Farmers blocked the road with tractors.",
      "The union asked for emergency loans.",
      "Nobody has answered the letters.",
    ];
    const page = inGerman(
      told,
      "Bauern blockierten die Strasse mit Traktoren.",
      "Die Gewerkschaft fordert Kredite.",
      "Niemand hat die Briefe beantwortet.",
    );
    const library = libraryOf(readingOf("corpus", english, { title: "" }));
    const meaning = handMadeMeaning(page, library, (i, text) => {
      const isOfSecond = i === 1 || text === english[1];
      if (text !== english[i]) return isOfSecond ? rival : 0.2;
      return i === 1 ? 0.5 : 0.95;
    });
    expect(matchPage(page, library, { meaning, minScore: 0.1 }).matches).toHaveLength(count);
  });
});

it("a title is no rival of the first sentence, which often says the same", () => {
  const others = ["It rained.", "It snowed.", "Nobody knows why."];
  const page = readingOf("page", [harvest, ...others], { title: harvest });
  const title = "Harvest failed in the Orsha valley";
  const pairs = comparePage(page, libraryOf(readingOf("corpus", [harvest], { title })));
  const told = surroundingsOf(page, pairs).map(({ rivals }, i) => {
    const { pagePassage, stored } = pairs[i]!;
    return `${page.passages[pagePassage]!.in} and ${stored.in}: ${rivals.toFixed(2)}`;
  });
  expect(told).toEqual([
    "title and body: 0.75",
    "title and title: 0.00",
    "body and body: 0.00",
    "body and title: 1.00",
  ]);
});
