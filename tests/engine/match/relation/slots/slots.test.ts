import { describe, expect, it } from "vitest";
import { readArticle } from "../../../../../src/engine/extract/readArticle.ts";
import { matchPage } from "../../../../../src/engine/match/matcher.ts";
import { plainArticle } from "../../../../support/plainArticle.ts";
import { libraryOf } from "../../libraryOf.ts";

const day = "2018-12-30";

/** Relation and slots of one sentence against another, both of the same day. */
function relationOf(page: string, corpus: string) {
  const filler = "The weather stayed mild in the coastal districts all through the week.";
  const library = libraryOf(readArticle(plainArticle("corpus", "", `${corpus}\n\n${filler}`, day)));
  const { matches } = matchPage(readArticle(plainArticle("page", "", page, day)), library);
  const reference = matches[0]?.references[0];
  const slots = reference?.differences.filter(({ kind }) => kind !== "wording") ?? [];
  return { relation: reference?.relation ?? null, slots };
}

const corpus =
  "The court in Warsaw sentenced the former director of the state bank to 12 years in prison for fraud on Dec. 18.";

describe("a statement with one slot filled otherwise", () => {
  it.each([
    ["number", corpus.replace("12 years", "nine years"), "nine years", "12 years"],
    ["date", corpus.replace("Dec. 18", "Dec. 20"), "Dec. 20", "Dec. 18"],
    ["place", corpus.replace("Warsaw", "Berlin"), "Berlin", "Warsaw"],
  ])("differs in its %s", (kind, page, onPage, inCorpus) => {
    const { relation, slots } = relationOf(page, corpus);
    expect(relation).toBe("differs");
    expect(slots).toEqual([
      { kind, page: expect.stringContaining(onPage), corpus: expect.stringContaining(inCorpus) },
    ]);
  });

  it.each([
    "The court in Warsaw did not sentence the former director of the state bank to 12 years in prison for fraud.",
    "The court in Warsaw acquitted the former director of the state bank of fraud on Dec. 18.",
  ])("contradicts where it says no: %s", (page) => {
    expect(relationOf(page, corpus)).toMatchObject({
      relation: "contradicts",
      slots: [{ kind: "negation" }],
    });
  });

  it("shows what is denied with its no", () => {
    const page =
      "The court in Warsaw did not sentence the former director of the state bank to 12 years in prison for fraud.";
    expect(relationOf(page, corpus).slots).toEqual([
      { kind: "negation", page: "not sentence", corpus: "sentenced" },
    ]);
  });

  it("a no contradicts nothing that is said of some", () => {
    const denied =
      "The workers of the cannery in Azaz did not show symptoms of the lung infection.";
    const some =
      "More than 50 workers of the cannery in Azaz showed symptoms of the lung infection.";
    expect(relationOf(denied, some).relation).not.toBe("contradicts");
    expect(relationOf(denied, some.replace("More than 50", "The")).relation).toBe("contradicts");
  });

  it("a name with two letters exchanged is no other one", () => {
    const named = "The court in Warsaw sentenced Igor Fruman to prison for fraud on Dec. 18.";
    expect(relationOf(named.replace("Fruman", "Furman"), named).slots).toEqual([]);
    expect(relationOf(named.replace("Fruman", "Parnas"), named).slots).not.toEqual([]);
  });

  it("a no before an action that is only akin contradicts nothing", () => {
    const taken = "The coalition said government forces had not taken control of the town of Azaz.";
    const asked =
      "The militia invited government forces to assert control over areas around the town of Azaz.";
    const { relation } = relationOf(taken, asked);
    expect(relation).not.toBe("contradicts");
  });

  it.each([
    ["the same number spelled out", corpus.replace("12", "twelve")],
    ["the same day written otherwise", corpus.replace("Dec. 18", "December 18")],
  ])("%s is no difference", (_name, page) => {
    expect(relationOf(page, corpus).slots).toEqual([]);
  });

  it("opposites of two places contradict nothing", () => {
    const { relation, slots } = relationOf(
      "Exports of wheat to China rose by a tenth last year.",
      "Exports of wheat to India fell by a tenth last year.",
    );
    expect(relation).not.toBe("contradicts");
    expect(slots).toEqual([]);
  });

  it.each([
    [
      "of two years",
      "The 2014 tower fire killed 12 people.",
      "The 2017 tower fire killed 71 people.",
    ],
    [
      "with a place and a number of its own",
      "The bank cut 300 jobs in London.",
      "The bank cut 500 jobs in Bari.",
    ],
    [
      "with a year and a number of its own",
      "The party won 30 seats in 2010.",
      "The party won 42 seats in 2014.",
    ],
    [
      "with a place and a month of its own",
      "The king visited Oslo in May.",
      "The king visited Split in June.",
    ],
    ["of somebody's wife", "Anna Lund was born in Leeds.", "Anna Lund's aunt was born in York."],
  ])("another event does not differ: one %s", (_name, page, corpus) => {
    expect(relationOf(page, corpus).slots).toEqual([]);
  });

  it("the same no on both sides is none", () => {
    const no =
      "The court did not sentence the former director of the state bank to prison for fraud, the paper wrote.";
    const { relation, slots } = relationOf(no, no.replace("the paper wrote", "a paper said"));
    expect(["verbatim", "near-verbatim"]).toContain(relation);
    expect(slots).toEqual([]);
  });
});
