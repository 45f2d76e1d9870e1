/**
 * Which pairs the engine compares in a library in which many passages share words, as it was recorded; how to
 * record it again stands in recordedScores.test.ts.
 */
import { expect, test } from "vitest";
import { fingerprintsOf } from "../../../src/engine/library/fingerprints.ts";
import { termsOfPassage } from "../../../src/engine/library/terms.ts";
import { NearestPassages } from "../../../src/engine/match/candidates/nearestPassages.ts";
import { lookUpTerms } from "../../../src/engine/match/candidates/pageTerms.ts";
import { comparePage } from "../../../src/engine/match/comparePage.ts";
import { leastLogit } from "../../../src/engine/match/comparison.ts";
import { memoryOf } from "../../../src/engine/match/libraryMemory.ts";
import { librarySizePrior } from "../../../src/engine/match/score/librarySize.ts";
import { defaultLeastScore } from "../../../src/engine/model/index.ts";
import { readRows } from "../../eval/readRows.ts";
import { expectRecorded } from "../../support/expectRecorded.ts";
import { randomSource } from "../../support/randomSource.ts";
import { readingOf } from "../library/readingBuilder.ts";
import { libraryOf } from "./libraryOf.ts";

const random = randomSource(11);
const sentences = readRows<{ readonly text: string }>(
  "tests/fixtures/relations/development.jsonl",
).map(({ text }) => text.split(" "));
const anySentence = () => sentences[Math.floor(random() * sentences.length)]!;

/** Words of two sentences: a run of the one, and then single words of the other, often none. */
function mixed(): string {
  const [one, other] = [anySentence(), anySentence()];
  const length = 4 + Math.floor(random() * 8);
  const start = Math.floor(random() * Math.max(1, one.length - length));
  const share = Math.max(0, random() - 0.4);
  const words = other.filter(() => random() < share);
  return [...one.slice(start, start + length), ...words].join(" ");
}

const library = libraryOf(
  ...Array.from({ length: 150 }, (_, i) =>
    readingOf(`article-${i}`, Array.from({ length: 12 }, mixed)),
  ),
);
const texts = Array.from({ length: 60 }, mixed);

test("the nearest passages are those that were recorded", async () => {
  const memory = memoryOf(library);
  const hashes = texts.map((text) => termsOfPassage({ text, names: [], dates: [], numbers: [] }));
  const terms = lookUpTerms(hashes, memory);
  const search = new NearestPassages(memory, terms, new Set());
  const rows = texts.map((text, i) => [
    i,
    ...search.of(terms.ofPassage[i]!, fingerprintsOf(text), 48),
  ]);
  await expectRecorded("nearest", [["text", "passages, nearest first"], ...rows]);
});

// In a large library more is asked of a pair.
test.each([
  ["Few", 200],
  ["Many", 200_000],
])(
  "the pairs that may be shown in a library of %s passages are those that were recorded",
  async (size, passages) => {
    const page = readingOf("page", texts);
    const least = leastLogit(defaultLeastScore, librarySizePrior(passages));
    const compared = comparePage(page, library, { least });
    expect(compared.length).toBeGreaterThan(100);
    const rows = page.passages.map((_, at) => [
      at,
      ...compared.filter((pair) => pair.pagePassage === at).map((pair) => pair.stored.id),
    ]);
    await expectRecorded(`comparedIn${size}`, [["passage", "compared with"], ...rows]);
  },
);
