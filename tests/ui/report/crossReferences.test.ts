import { describe, expect, it } from "vitest";
import {
  byOutlet,
  type ChainStep,
  chains,
  firstToPrint,
  inOrderOfPublication,
} from "../../../src/ui/report/crossReferences.ts";
import { listMatches } from "../../../src/ui/report/listedMatch.ts";
import { inferred, match, reference, report, stated } from "../support/reportBuilder.ts";

const page = { outlet: "The Demonstration", published: stated("2018-12-31") };

function listed(...matches: Parameters<typeof report>[0][number][]) {
  return listMatches(report(matches), []);
}

describe("the outlets of a page", () => {
  it("stand with those that carry the most passages first, one version a passage", () => {
    const entries = byOutlet(
      listed(
        match({
          references: [
            reference({ outlet: "A", relation: "verbatim" }),
            reference({ outlet: "A", relation: "differs" }),
          ],
        }),
        match({ references: [reference({ outlet: "B" })] }),
        match({ references: [reference({ outlet: "B" })] }),
      ),
    );
    expect(entries.map(({ outlet, versions }) => [outlet, versions.length])).toEqual([
      ["B", 2],
      ["A", 1],
    ]);
    expect(entries[1]?.versions[0]?.reference.relation).toBe("verbatim");
  });

  it("stand in time with the page among them, those without a date last", () => {
    const entries = inOrderOfPublication(
      listed(
        match({
          references: [
            reference({ outlet: "Undated", published: null }),
            reference({ outlet: "Later", published: stated("2019-01-02") }),
            reference({ outlet: "First", published: inferred("2018-12-29") }),
          ],
        }),
      ),
      page,
    );
    expect(entries.map(({ outlet, isPage }) => (isPage ? "page" : outlet))).toEqual([
      "First",
      "page",
      "Later",
      "Undated",
    ]);
  });

  it("count a passage once an article, however often it stands in it", () => {
    const [entry] = inOrderOfPublication(
      listed(match({ references: [reference(), reference()] })),
      {
        outlet: null,
        published: null,
      },
    );
    expect(entry).toMatchObject({ outlet: "The Moscow Times", passages: 1 });
  });
});

describe("who printed a passage first", () => {
  it.each([
    ["an outlet with an earlier date", [stated("2018-12-29")], "outlet"],
    ["an outlet whose date is inferred", [inferred("2018-12-29")], "outlet"],
    ["the page, where the others came later", [stated("2019-01-02")], "page"],
    ["one of two on the same day", [stated("2018-12-31")], "together"],
    ["one of two a day apart, whose zones nobody knows", [stated("2018-12-30")], "together"],
    ["the page, as far as dates tell, where the other has none", [null], "page"],
  ] as const)("is %s", (_, dates, kind) => {
    const references = dates.map((published) => reference({ outlet: "Other", published }));
    expect(firstToPrint(match({ references }), page).kind).toBe(kind);
  });

  it("is none of those that are at odds with the passage", () => {
    const early = { published: stated("2016-07-16"), relation: "contradicts" } as const;
    const atOdds = reference({ outlet: "Digital Journal", ...early });
    const alike = reference({ published: stated("2018-12-29") });
    expect(firstToPrint(match({ references: [alike, atOdds] }), page)).toMatchObject({
      kind: "outlet",
      printing: { outlet: "The Moscow Times" },
    });
    expect(firstToPrint(match({ references: [atOdds] }), page).kind).toBe("unknown");
  });

  it("is decided between moments, whatever day it was where they were printed", () => {
    const at = (value: string) => ({ value, precision: "minute", basis: "stated" }) as const;
    const seoul = reference({ outlet: "Seoul Sheet", published: at("2019-01-01T10:00+09:00") });
    const boston = reference({ outlet: "Boston Bugle", published: at("2018-12-31T23:30-05:00") });
    const later = { outlet: null, published: stated("2019-01-04") };
    for (const references of [
      [seoul, boston],
      [boston, seoul],
    ]) {
      expect(firstToPrint(match({ references }), later)).toMatchObject({
        kind: "outlet",
        printing: { outlet: "Seoul Sheet" },
      });
      const order = inOrderOfPublication(listed(match({ references })), later).map(
        ({ outlet }) => outlet,
      );
      expect(order).toEqual(["Seoul Sheet", "Boston Bugle", ""]);
    }
  });

  it("is not known where nobody has a date", () => {
    const undated = match({ references: [reference({ published: null })] });
    expect(firstToPrint(undated, { outlet: null, published: null }).kind).toBe("unknown");
  });
});

describe("the chain of attribution", () => {
  it("leads from the outlet over its sources to the speaker, and counts passages", () => {
    const through = { outlet: "Pref News", via: ["Anadolu", "the presidency"] };
    const steps = chains(
      listed(
        match({ references: [reference({ ...through, speaker: "Erdogan" })] }),
        match({ references: [reference({ outlet: "Pref News", via: ["Anadolu"] })] }),
        match({ references: [reference({ outlet: "Names Nobody" })] }),
      ),
    );
    expect(steps).toEqual([
      step("Pref News", 2, [step("Anadolu", 2, [step("the presidency", 1, [step("Erdogan", 1)])])]),
    ]);
  });

  it("adds up to the outlet's passages: one version of each, and those from nobody it names", () => {
    const matches = listed(
      match({
        references: [reference({ speaker: "Sergei Lavrov" }), reference({ speaker: "YPG" })],
      }),
      match({ references: [reference(), reference({ speaker: "Russia" })] }),
    );
    expect(chains(matches)).toEqual([
      step("The Moscow Times", 2, [step("Sergei Lavrov", 1), step(null, 1)]),
    ]);
    expect(byOutlet(matches)[0]?.versions).toHaveLength(2);
  });

  it("has a source once, also where nobody stands behind it, and however its name is written", () => {
    const steps = chains(
      listed(
        match({ references: [reference({ speaker: "A German government spokeswoman" })] }),
        match({
          references: [
            reference({ via: ["a German government spokeswoman"], speaker: "Angela Merkel" }),
          ],
        }),
        match({ references: [reference({ speaker: "Mevlüt Cavusoglu" })] }),
        match({ references: [reference({ speaker: "Mevlut Cavusoglu" })] }),
      ),
    );
    expect(steps[0]?.behind).toEqual([
      step("A German government spokeswoman", 2, [step("Angela Merkel", 1)]),
      step("Mevlüt Cavusoglu", 2),
    ]);
  });
});

function step(name: string | null, passages: number, behind: readonly ChainStep[] = []): ChainStep {
  return { name, passages, behind };
}
