import { describe, expect, it } from "vitest";
import { lookUpTerms } from "../../../../src/engine/match/candidates/pageTerms.ts";
import type { Unit } from "../../../../src/engine/match/candidates/preparedPassage.ts";
import { memoryOf } from "../../../../src/engine/match/libraryMemory.ts";
import { groupsOf } from "../../../../src/engine/match/score/relatedWords.ts";
import {
  strengthOfClaim,
  UnitClaims,
  unitOfClaim,
} from "../../../../src/engine/match/score/unitClaims.ts";
import { stem } from "../../../../src/engine/text/stems.ts";
import { termHash } from "../../../../src/engine/text/termHash.ts";
import { readingOf } from "../../library/readingBuilder.ts";
import { libraryOf } from "../libraryOf.ts";
import { prepared } from "../preparedTexts.ts";

const words = ["bakers", "retreat", "harbour", "owls"];
const memory = memoryOf(libraryOf(readingOf("article", [words.join(" ")], { title: "" })));
const hashOf = (word: string) => termHash("stem", stem(word));
const terms = lookUpTerms([Uint32Array.from(words, hashOf)], memory);
const [baker] = prepared("bakers").units;

/** A unit of a key that the library lacks, unless another is given. */
const unit = (known: Partial<Unit>): Unit => ({
  ...baker!,
  ...{ key: 1, parts: [], groups: [], discountedWeight: 10 },
  ...known,
});

/** Which unit claims a word of the library, and how strongly; null if none does. */
function claimOn(word: string, ...units: readonly Unit[]) {
  const claims = new UnitClaims(memory, terms);
  claims.take(units);
  return claimIn(claims, word);
}

function claimIn(claims: UnitClaims, word: string) {
  const index = memory.parts[0]!.part.segment.terms.indexOf(hashOf(word));
  const claim = claims.parts[0]!.claimAt[index]!;
  return claim === 0 ? null : [unitOfClaim(claim), strengthOfClaim(claim)];
}

describe("a word of the library is claimed", () => {
  const whole = (word: string, discountedWeight = 10) =>
    unit({ key: hashOf(word), discountedWeight });
  const part = (word: string, discountedWeight = 10) =>
    unit({ parts: [hashOf(word)], discountedWeight });
  const related = unit({ groups: groupsOf(stem("vacate")) });

  it.each(words)("whole by the unit that it is: %s", (word) => {
    expect(claimOn(word, unit({}), whole(word))).toEqual([1, 1]);
  });

  it("by .85 by a name of which it is a part", () => {
    expect(claimOn("bakers", unit({}), part("bakers"))).toEqual([1, 0.85]);
  });

  it("by .7 by a unit that is related", () => {
    expect(groupsOf(stem("vacate"))).toEqual(groupsOf(stem("retreat")).slice(0, 1));
    expect(claimOn("retreat", unit({}), related)).toEqual([1, 0.7]);
  });

  it("not as a part of a date or a number", () => {
    const { date } = prepared("On May 3, 2018 it fell.").units.find(({ kind }) => kind === "date")!;
    const { number } = prepared("They saw 40.").units.find(({ kind }) => kind === "number")!;
    expect(claimOn("bakers", { ...part("bakers"), date })).toBeNull();
    expect(claimOn("bakers", { ...part("bakers"), number })).toBeNull();
  });

  it("of several by the one that tells most of it, of equals by the first", () => {
    expect(claimOn("bakers", part("bakers", 9), part("bakers", 10))).toEqual([1, 0.85]);
    expect(claimOn("bakers", part("bakers", 10), part("bakers", 9))).toEqual([0, 0.85]);
    expect(claimOn("bakers", part("bakers"), part("bakers"))).toEqual([0, 0.85]);
    expect(claimOn("bakers", whole("bakers", 9), part("bakers", 10))).toEqual([0, 1]);
    expect(claimOn("bakers", whole("bakers", 8), part("bakers", 10))).toEqual([1, 0.85]);
  });

  it("rather than by one that is only related, however much that tells", () => {
    const heavy = { ...related, discountedWeight: 90 };
    expect(claimOn("retreat", heavy, part("retreat", 1))).toEqual([1, 0.85]);
    expect(claimOn("retreat", part("retreat", 1), heavy)).toEqual([0, 0.85]);
  });

  it("by units of the passage that was set last alone", () => {
    const claims = new UnitClaims(memory, terms);
    claims.take([whole("bakers")]);
    claims.take([whole("owls")]);
    expect(claimIn(claims, "bakers")).toBeNull();
    expect(claimIn(claims, "owls")).toEqual([0, 1]);
  });
});
