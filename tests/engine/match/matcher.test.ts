import { describe, expect, it } from "vitest";
import { readArticle } from "../../../src/engine/extract/readArticle.ts";
import { matchPage } from "../../../src/engine/match/matcher.ts";
import { plainArticle } from "../../support/plainArticle.ts";
import { readingOf } from "../library/readingBuilder.ts";
import { libraryOf } from "./libraryOf.ts";

const harvest =
  "The wheat harvest in the Orsha valley failed after the driest spring in forty years.";
const corpus = readingOf("corpus", [
  harvest,
  "Farmers blocked the ring road with tractors to demand compensation, police in Orsha said.",
  "The union asked the ministry for emergency loans before the sowing season begins.",
  "“Nobody in the ministry has answered a single letter from the growers,” the union chairman told reporters.",
]);

describe("matching a page", () => {
  it("finds a sentence word for word", () => {
    const page = readingOf("page", ["Nothing to see here on this quiet morning.", harvest]);
    const report = matchPage(page, libraryOf(corpus));
    expect(report.matches).toHaveLength(1);
    expect(report.matches[0]).toMatchObject({
      in: "body",
      start: 44,
      exact: harvest,
      relation: "verbatim",
      kind: "claim",
    });
    expect(report.matches[0]?.references[0]).toMatchObject({
      article: { id: "corpus", outlet: "Outlet of corpus" },
      passage: { id: "corpus:1", text: harvest },
      differences: [],
    });
  });

  it.each([
    [{ outlet: { name: "", domain: "coast.example" } }, "coast.example"],
    [{ title: "My notes" }, "My notes"],
    [{ title: "", source: { kind: "file", name: "notes.txt" } }, "notes.txt"],
  ] as const)("calls an outlet without a name by what else is known (%j)", (known, name) => {
    const article = { outlet: { name: "", domain: null }, ...known };
    const page = readingOf("page", [harvest]);
    const [match] = matchPage(page, libraryOf(readingOf("corpus", [harvest], article))).matches;
    expect(match?.references[0]?.article.outlet).toBe(name);
  });

  it.each([
    ["de-AT", "en", "de-AT"],
    ["en_GB", "en", undefined],
    [null, "en", undefined],
    ["de", null, undefined],
  ])(
    "names the language %j of an article where the page's, %j, is another",
    (its, pages, named) => {
      const article = readingOf("corpus", [harvest], { language: its });
      const page = readingOf("page", [harvest], { language: pages });
      const [match] = matchPage(page, libraryOf(article)).matches;
      expect(match?.references[0]?.article.language).toBe(named);
    },
  );

  it("knows a lightly edited sentence, and shows what was edited", () => {
    const edited =
      "The wheat harvest in the Orsha valley has failed after the driest spring in living memory.";
    const [match] = matchPage(readingOf("page", [edited]), libraryOf(corpus)).matches;
    expect(match?.relation).toBe("near-verbatim");
    expect(match?.references[0]?.differences).toContainEqual({
      kind: "wording",
      page: "living memory",
      corpus: "forty years",
    });
  });

  it("knows the same quote inside another sentence", () => {
    const page = readingOf("page", [
      "The chairman complained on Monday: “Nobody in the ministry has answered a single letter from the growers.”",
    ]);
    expect(matchPage(page, libraryOf(corpus)).matches[0]?.relation).toBe("verbatim");
  });

  it.each([
    ["the same formula", "He spoke on condition of anonymity, police said."],
    ["an office alone", "The union chairman was there."],
    [
      "one shared place and other content",
      "A new school opened in the Orsha valley, to the delight of parents.",
    ],
    [
      "the frame with other content",
      "Students blocked the main bridge with desks to demand lower fees, police in Minsk said.",
    ],
    ["nothing", "It rained."],
  ])("does not match %s", (_name, text) => {
    const read = (id: string, body: string) =>
      readArticle(plainArticle(id, "", body, "2020-07-01"));
    const library = libraryOf(read("corpus", corpus.article.body));
    expect(matchPage(read("page", text), library).matches).toEqual([]);
  });

  it("does not take what stands beside a shared sentence to be shared as well", () => {
    const article = (id: string, ...sentences: readonly string[]) =>
      readArticle(plainArticle(id, "", sentences.join("\n\n"), "2019-03-05"));
    const saved = article(
      "saved",
      harvest,
      "The stairs of the mill have been made safe for school classes, and a new lamp was lifted into place last week.",
      "Opponents of the plan wanted the money for the bridge, which lost forty metres in the storms of last winter.",
      "Visitors will pay four crowns from May on, and children under twelve will get in free on Sundays.",
    );
    const page = article(
      "page",
      "Ferries to the outer islands sailed again on Wednesday after three days of fog that had closed the strait.",
      harvest,
      "The valley's school will move into its new building in August, a year later than had been planned at first.",
    );
    const { matches } = matchPage(page, libraryOf(saved));
    expect(matches.map(({ exact }) => exact)).toEqual([harvest]);
  });

  it("finds an event of years ago where the page names its day", () => {
    const saved = readArticle(
      plainArticle("saved", "", `${harvest}\n\n${corpus.article.body}`, "2019-08-03"),
    );
    const foundOn = (day: string) => {
      const text = `On ${day} angry growers drove tractors onto the ring road around Orsha.`;
      const page = readArticle(plainArticle("page", "", text, "2024-05-06"));
      return matchPage(page, libraryOf(saved)).matches.length;
    };
    expect(foundOn("2 August 2019")).toBe(1);
    expect(foundOn("2 August 2022")).toBe(0);
  });

  it("shows nothing of its own outlet, neither what it says nor whom it quotes", () => {
    const read = (id: string, name: string, body: string) =>
      readArticle({ ...plainArticle(id, "", body, "2020-07-01"), outlet: { name, domain: null } });
    const blurb =
      "Our weekly letter brings the harvest news of the eastern valleys to your table every Friday.";
    const quote =
      "“Nobody in the ministry has answered a single letter from the growers,” the chairman said.";
    const library = libraryOf(read("corpus", "Valley Herald", `${blurb}\n\n${quote}`));
    const marked = (name: string) =>
      matchPage(read("page", name, `It rained.\n\n${blurb}\n\nIt snowed.\n\n${quote}`), library)
        .matches.length;
    expect(marked("Coast Courier")).toBe(2);
    expect(marked("Valley Herald")).toBe(0);
  });

  it("compares a label without a verb only as a title, with titles", () => {
    const label = "Foreign minister of Orsha, deputy ambassador of Gorki, secretary of Minsk";
    const foundIn = (
      page: readonly string[],
      title: string,
      saved: readonly string[],
      its: string,
    ) =>
      matchPage(
        readingOf("page", [...page, "It rained.", "It snowed.", "It froze."], { title }),
        libraryOf(readingOf("corpus", [...saved, "It thawed."], { title: its })),
      ).matches.map((match) => match.in);
    expect(foundIn([], label, [], label)).toEqual(["title"]);
    expect(foundIn([], label, [label], "Weather")).toEqual([]);
    expect(foundIn([label], "Weather", [], label)).toEqual([]);
  });

  it("leaves out what neither states nor quotes", () => {
    const page = readingOf("page", [harvest]);
    const silent = {
      ...page,
      passages: page.passages.map((passage) => ({ ...passage, isClaim: false })),
    };
    expect(matchPage(silent, libraryOf(corpus)).matches).toEqual([]);
  });

  it("names the page's outlet, if that is known", () => {
    const outletOf = (name: string) =>
      matchPage(readingOf("page", [harvest], { outlet: { name, domain: null } }), libraryOf(corpus))
        .page.outlet;
    expect(["Coast Courier", ""].map(outletOf)).toEqual(["Coast Courier", null]);
  });

  it("gives no reference below the score asked for", () => {
    const edited = harvest.replace("failed after", "was lost to");
    const at = (minScore: number) =>
      matchPage(readingOf("page", [edited]), libraryOf(corpus), { minScore }).matches;
    expect(at(0.5)).toHaveLength(1);
    expect(at(0.99)).toEqual([]);
  });
});

describe("the page itself and copies of it", () => {
  const sentences = corpus.passages.slice(1).map(({ text }) => text);

  it.each([
    ["at the same address", { urls: ["http://m.example.org/corpus/?utm_source=x#top"] }],
    [
      "of the same outlet at another address",
      { outlet: corpus.article.outlet, urls: ["https://a.test/"] },
    ],
  ])("%s is no reference", (_name, known) => {
    const report = matchPage(readingOf("page", sentences, known), libraryOf(corpus));
    expect(report).toMatchObject({ matches: [], copyOf: null });
  });

  it("another text at an address that differs in a parameter alone is a reference", () => {
    const [first = ""] = sentences;
    const elsewhere = { urls: ["https://example.org/corpus?s=2"], title: "Another title" };
    const page = readingOf("page", ["The museum opens on Monday.", first], elsewhere);
    const matched = matchPage(page, libraryOf(corpus)).matches.map(({ exact }) => exact);
    expect(matched).toEqual([first]);
  });

  it("another outlet's copy is one finding", () => {
    const report = matchPage(readingOf("page", sentences), libraryOf(corpus));
    expect(report.copyOf).toEqual({ article: "corpus", share: 0.8 });
    expect(report.matches).toEqual([]);
  });

  it("in a story a copy is compared, for what it changes, and the page itself is not", () => {
    const among = new Set([0]);
    const ofStory = (known: Parameters<typeof readingOf>[2]) =>
      matchPage(readingOf("page", sentences, known), libraryOf(corpus), { among });
    expect(ofStory({}).copyOf).toEqual({ article: "corpus", share: 0.8 });
    expect(ofStory({}).matches).toHaveLength(sentences.length);
    const elsewhere = { urls: ["https://example.org/corpus?s=1"], title: "Another title" };
    expect(ofStory(elsewhere)).toMatchObject({ matches: [], copyOf: null });
  });

  it("the copy with most of the page is the finding, in whatever order the library has them", () => {
    const [whole, part] = [readingOf("whole", sentences), readingOf("part", sentences.slice(0, 3))];
    const page = readingOf("page", sentences);
    for (const library of [libraryOf(whole, part), libraryOf(part, whole)]) {
      expect(matchPage(page, library)).toMatchObject({ copyOf: { article: "whole" }, matches: [] });
    }
  });

  it("a page of an unknown outlet is itself under its title, else a copy", () => {
    const unknown = { outlet: { name: "", domain: null } };
    const titled = (title: string) =>
      matchPage(readingOf("page", sentences, { ...unknown, title }), libraryOf(corpus));
    expect(titled("Title of corpus")).toMatchObject({ matches: [], copyOf: null });
    expect(titled("Another title").copyOf).toEqual({ article: "corpus", share: 0.8 });
  });

  it("the page at an address with another parameter is no copy of itself", () => {
    const elsewhere = { urls: ["https://example.org/corpus?s=1"], title: "Another title" };
    const report = matchPage(readingOf("page", sentences, elsewhere), libraryOf(corpus));
    expect(report).toMatchObject({ matches: [], copyOf: null });
  });

  it("the same sentences in another order are quotations, not a copy", () => {
    const report = matchPage(readingOf("page", [...sentences].reverse()), libraryOf(corpus));
    expect(report.copyOf).toBeNull();
    expect(report.matches).toHaveLength(sentences.length);
  });
});
