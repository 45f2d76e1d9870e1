import { readStatement } from "../../src/engine/extract/readStatement.ts";
import { comparePassages } from "../../src/engine/match/comparison.ts";
import { haveTwoHolders } from "../../src/engine/match/holders.ts";
import { polaritySlots } from "../../src/engine/match/polarity.ts";
import { preparePassage } from "../../src/engine/match/preparedPassage.ts";
import { shareArguments } from "../../src/engine/match/roles.ts";
import { sidesOf } from "../../src/engine/match/slotSides.ts";
import { createWordWeights } from "../../src/engine/match/wordWeights.ts";

const w = createWordWeights(0, () => 0);
const [a, b] = [
  "Brett McGurk will remain Washington's envoy to the coalition against Islamic State and has no intention of resigning, he said.",
  "Brett McGurk, the lead envoy for the U.S.-led coalition against Islamic State, also resigned.",
].map((t) => preparePassage(readStatement(t, null), w));
const v = { pageSpeaker: null, corpusSpeaker: null };
const c = comparePassages(a!, b!, {
  story: { likeness: 0, days: null },
  fewness: 0,
  meaning: null,
  ...v,
  hasTitle: false,
});
const s = sidesOf(a!, b!, c.pairs, c.alignment);
console.log(
  a!.negations,
  b!.negations,
  c.alignment,
  haveTwoHolders(s, v),
  polaritySlots(s, c.pairs, v),
);
const pi = a!.words.findIndex((x) => x.folded === "resigning"),
  ci = b!.words.findIndex((x) => x.folded === "resigned");
console.log(
  pi,
  ci,
  shareArguments(s, { page: pi, corpus: ci }),
  s.pageSide.clauses.of.join(""),
  s.corpusSide.clauses.of.join(""),
);
