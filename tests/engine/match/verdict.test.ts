import { describe, expect, it } from "vitest";
import {
  type Comparison,
  comparePassages,
  standsAlone,
  verdictOf,
} from "../../../src/engine/match/comparison.ts";
import { meaningFeatures } from "../../../src/engine/match/meaning/meaningFeatures.ts";
import { compared, noContext, prepared } from "./preparedTexts.ts";

const report = "Police said 40 farmers blocked the ring road near the market";
const otherNumber = compared(report, report.replace("40", "60"));
const otherName = compared(`${report} with Orsha`, `${report} with Gorki`);
const denied = compared(report, report.replace("farmers blocked", "farmers never blocked"));

/** The comparison with its evidence set by hand. */
function withEvidence(
  comparison: Comparison,
  evidence: {
    logit?: number;
    words?: Comparison["words"];
    strength?: number;
    coverMax?: number;
    sharedBits?: number;
    farDays?: number;
  },
): Comparison {
  const { logit = 0, words = null, strength = 1, coverMax = 0.3, sharedBits = 0.5 } = evidence;
  const pairs = comparison.pairs.map((pair) => ({ ...pair, strength }));
  const features = { ...comparison.features, coverMax, sharedBits, farDays: evidence.farDays ?? 0 };
  return { ...comparison, alignment: comparison.alignment, logit, words, pairs, features };
}

/** Vectors with a cosine. */
function meant(cosine: number, isOneLanguage = true): Comparison["meaning"] {
  const noRivals = { inArticle: null, onPage: null, inLibrary: null };
  return { isOneLanguage, features: meaningFeatures(cosine, noRivals, 0) };
}

describe("the score", () => {
  const same = compared(report, report);

  it.each([
    ["whole", -5, 0.99],
    ["run", -5, 0.93],
    ["run", 3, 0.953],
    ["run", 5, 0.97],
    ["near", -5, 0.9],
    ["near", 5, 0.97],
  ] as const)("of the same words (%s), the model giving %i, is %f", (kind, logit, score) => {
    const given = withEvidence(same, { logit, words: { kind, cover: 0.5, hasExchanged: false } });
    expect(verdictOf(given, 0, 0.5)?.score).toBe(score);
  });

  it("of other words is the model's with its support", () => {
    expect(verdictOf(withEvidence(same, { logit: 1 }), 1, 0.5)?.score).toBe(0.881);
  });

  it("of a statement with a slot filled otherwise is raised", () => {
    expect(verdictOf(withEvidence(otherNumber, {}), 0, 0.5)?.score).toBe(0.731);
    expect(verdictOf(withEvidence(denied, {}), 0, 0.5)?.score).toBe(0.731);
    expect(verdictOf(withEvidence(otherNumber, { strength: 0.3 }), 0, 0.5)?.score).toBe(0.5);
    expect(verdictOf(withEvidence(otherNumber, { logit: -1.1 }), 0, 0.5)).toBeNull();
  });

  it.each([
    [0.09, 0.3, undefined],
    [0.11, 0.3, "reworded"],
    [0.1, 0.12, "reworded"],
    [0.5, 0.11, undefined],
    [0.5, 0.13, "reworded"],
  ])("needs enough in common: %f of sixty bits, covering %f", (sharedBits, coverMax, relation) => {
    const given = withEvidence(same, { logit: 3, sharedBits, coverMax });
    expect(verdictOf(given, 0, 0.5)?.relation).toBe(relation);
    const words = { kind: "near", cover: 0.5, hasExchanged: false } as const;
    expect(verdictOf({ ...given, words }, 0, 0.5)?.relation).toBe("near-verbatim");
  });

  it.each([
    [0.39, undefined],
    [0.4, "reworded"],
  ])("needs less in common where the vectors' cosine is %f", (cosine, relation) => {
    const given = withEvidence(same, { logit: 3, sharedBits: 0.05 });
    expect(verdictOf({ ...given, meaning: meant(cosine) }, 0, 0.5)?.relation).toBe(relation);
  });

  it.each([
    ["tractor bridge harvest river", "reworded"],
    ["tractor bridge harvest", undefined],
  ])("needs enough words: %s", (text, relation) => {
    const given = withEvidence(compared(text, text), { logit: 3 });
    expect(verdictOf(given, 0, 0.5)?.relation).toBe(relation);
  });

  it.each([
    ["of two words whose vectors are alike and certain", "tractor bridge", 0.6, 3, "reworded"],
    ["of one", "tractor", 0.65, 3, undefined],
    ["whose vectors are less alike", "tractor bridge", 0.55, 3, undefined],
    ["whose vectors are less certain", "tractor bridge", 0.65, 2.9, undefined],
  ])("finds a short sentence %s", (_, text, cosine, logit, relation) => {
    const given = { ...withEvidence(compared(text, text), { logit }), meaning: meant(cosine) };
    expect(verdictOf(given, 0, 0.5)?.relation).toBe(relation);
  });

  it.each([
    ["other terms, unless vectors are certain", "wanted to cross", "crossed", "reworded"],
    ["agent and object swapped, however certain", null, null, undefined],
  ])("does not find a statement in %s", (_, wish, deed, certainly) => {
    const [page, corpus] =
      wish === null
        ? ["Croatia defeated England in Moscow.", "England defeated Croatia in Moscow."]
        : [`The explorer ${wish} the desert.`, `The explorer ${deed} the desert.`];
    const given = (logit: number) => ({
      ...withEvidence(compared(page, corpus), { logit }),
      meaning: meant(0.7),
    });
    expect(verdictOf(given(2.5), 0, 0.5)?.relation).toBeUndefined();
    expect(verdictOf(given(4), 0, 0.5)?.relation).toBe(certainly);
  });
});

it.each([
  ["whole", true],
  ["run", true],
  ["near", false],
] as const)(
  "words that are the same (%s) tell one action, whatever verbs govern them: %s",
  (kind, isOne) => {
    const wished = compared(
      "The explorer wanted to cross the desert.",
      "The explorer crossed the desert.",
    );
    const words = { kind, cover: 0.9, hasExchanged: false };
    expect(verdictOf(withEvidence(wished, { words }), 0, 0.5) !== null).toBe(isOne);
  },
);

describe("one statement changed", () => {
  it.each([
    ["number", otherNumber, 0.65, "differs"],
    ["number", otherNumber, 0.55, "reworded"],
    ["name", otherName, 0.65, "differs"],
    ["name", otherName, 0.55, "reworded"],
  ] as const)("with another %s: case %#", (_, comparison, strength, relation) => {
    const given = withEvidence(comparison, { logit: 3, strength });
    expect(verdictOf(given, 0, 0.5)?.relation).toBe(relation);
  });

  it.each([
    [0.55, "contradicts"],
    [0.45, "reworded"],
  ])("where it is alike by %f and says no: %s", (strength, relation) => {
    const given = withEvidence(denied, { logit: 3, strength });
    expect(verdictOf(given, 0, 0.5)?.relation).toBe(relation);
  });
});

describe("one statement changed, in a longer one", () => {
  const vote = "The parliament ratified the treaty with the tribes";
  const otherVerb = vote.replace("ratified", "drafted");
  const longer = (text: string, words: number) =>
    `${text} while owls and kites and swans and geese and ducks and hens circled high above green hills, empty barns, rusty gates, wooden fences, narrow lanes, stone walls, dusty yards, quiet ponds`
      .split(" ")
      .slice(0, text.split(" ").length + words)
      .join(" ");

  it.each([
    ["number", report, report.replace("40", "60"), 16, 0.75, "differs"],
    ["number", report, report.replace("40", "60"), 20, 0.75, "reworded"],
    ["number", report, report.replace("40", "60"), 28, 0.75, "reworded"],
    ["number", report, report.replace("40", "60"), 28, 0.85, "differs"],
    ["name", `${report} with Orsha`, `${report} with Gorki`, 8, 0.75, "reworded"],
    ["name", `${report} with Orsha`, `${report} with Gorki`, 8, 0.85, "differs"],
    ["denial", report, report.replace("blocked", "never blocked"), 16, 0.7, "contradicts"],
    ["denial", report, report.replace("blocked", "never blocked"), 20, 0.7, "reworded"],
    // Another action is no match.
    ["verb", vote, otherVerb, 0, 0.75, undefined],
    ["verb", vote, otherVerb, 8, 0.75, "reworded"],
    ["verb", vote, otherVerb, 8, 0.85, undefined],
  ])(
    "by a %s: needs much of both to be alike, or nearly all of one: case %#",
    (_, page, changed, words, strength, relation) => {
      const comparison = compared(page, longer(changed, words));
      const given = withEvidence(comparison, { logit: 3, strength });
      expect(verdictOf(given, 0, 0.5)?.relation).toBe(relation);
    },
  );
});

describe("one statement changed, alike by less than words need, with vectors", () => {
  const alike = { strength: 0.3, logit: 0.45 };

  it.each([
    ["a number", otherNumber, 0.6, alike, "differs"],
    ["a number, less alike", otherNumber, 0.59, alike, "reworded"],
    ["a number, less sure", otherNumber, 0.61, { ...alike, logit: 0.3 }, "reworded"],
    ["a number, in another season", otherNumber, 0.61, { ...alike, farDays: 1 }, "reworded"],
    ["a name", otherName, 0.61, { ...alike, logit: 2.9 }, "reworded"],
    ["a name, surely", otherName, 0.61, { ...alike, logit: 3 }, "differs"],
  ])("by %s", (_, comparison, cosine, evidence, relation) => {
    const given = { ...withEvidence(comparison, evidence), meaning: meant(cosine) };
    expect(verdictOf(given, 0, 0.5)?.relation).toBe(relation);
  });

  it("by a verb is another statement, however certain the vectors are", () => {
    const page = "The parliament ratified the treaty with the tribes.";
    const comparison = compared(page, page.replace("ratified", "drafted"));
    const given = { ...withEvidence(comparison, { logit: 4 }), meaning: meant(0.7) };
    expect(verdictOf(given, 0, 0.5)).toBeNull();
  });

  it.each([
    [1.9, "differs"],
    [1.7, "reworded"],
  ])("in two languages by a number, the log-odds being %f", (logit, relation) => {
    const given = { ...withEvidence(otherNumber, { logit }), meaning: meant(0.7, false) };
    expect(verdictOf(given, 0, 0.5)?.relation).toBe(relation);
  });
});

describe("two passages in two languages", () => {
  const given = (isOneLanguage: boolean) => {
    const text = `${report} with Angela Merkel`;
    const context = { ...noContext, meaning: meant(0.7, isOneLanguage) };
    return comparePassages(prepared(text), prepared(text), context);
  };

  it("have no wording in common", () => {
    expect(given(true).words?.kind).toBe("whole");
    expect(given(false).words).toBeNull();
  });

  it.each([
    ["three words", "tractor bridge harvest", 0.5, false, "reworded"],
    ["two words", "tractor bridge", 0.5, false, undefined],
    ["three words whose vectors are less alike", "tractor bridge harvest", 0.35, false, undefined],
    ["three words in one language", "tractor bridge harvest", 0.5, true, undefined],
  ])("match by %s", (_, text, cosine, isOneLanguage, relation) => {
    const comparison = withEvidence(compared(text, text), { logit: 3 });
    const meaning = meant(cosine, isOneLanguage);
    expect(verdictOf({ ...comparison, meaning }, 0, 0.5)?.relation).toBe(relation);
  });

  it("agree in the names and numbers that both have", () => {
    const verdict = verdictOf({ ...given(false), logit: 3 }, 0, 0.5);
    expect(verdict?.agreements).toEqual([
      { kind: "number", page: "40", corpus: "40" },
      { kind: "name", page: "Angela Merkel", corpus: "Angela Merkel" },
    ]);
  });
});

describe("the speakers of two passages are compared", () => {
  const speakersOf = (page: string, corpus: string) =>
    comparePassages(prepared(page), prepared(corpus), {
      ...noContext,
      pageSpeaker: "Claire Lund",
      corpusSpeaker: "Patty Berg",
    }).speakers;
  const lund = (words: string) => `${words} Claire Lund said.`;
  const berg = (words: string) => `${words} Patty Berg said.`;

  it.each([
    ["five words, which two may say by chance", "“Bakers dance all winter,”", false],
    ["six words", "“Bakers dance long all winter,”", true],
    ["words without quotation marks", "The bridge will stay open all winter,", true],
  ])("where both have %s", (_, words, isTold) => {
    expect(speakersOf(lund(words), berg(words)) !== null).toBe(isTold);
  });

  it("where the same words are quoted in other sentences, not where other words are said", () => {
    const quoted = "“The bridge will stay open all winter for lorries and walkers,”";
    const elsewhere =
      "Patty Berg told traders: “Nobody knows it, but the bridge will stay open all winter.”";
    expect(speakersOf(lund(quoted), elsewhere)).not.toBeNull();
    const [bridge, mill] = [
      "Claire Lund said the bridge of Orsha would be closed in the winter because of the works.",
      "Patty Berg said on Monday that a mill of Orsha would be sold in the winter to the growers.",
    ];
    expect(speakersOf(bridge, mill)).toBeNull();
  });
});

describe("what stands alone", () => {
  const alone = (logit: number, relation: "reworded" | "differs" = "reworded") =>
    standsAlone(
      withEvidence(compared(report, report), { logit }),
      { relation, score: 0.5, differences: [] },
      0,
    );

  it("has log-odds of its own that its neighbours need not make up for", () => {
    expect(alone(-2.05)).toBe(false);
    expect(alone(-1.95)).toBe(true);
  });

  it("is asked only of what is told in other words", () => {
    expect(alone(-2.5, "differs")).toBe(true);
  });
});
