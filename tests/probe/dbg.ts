import { readFileSync } from "node:fs";
import { readStatement } from "../../src/engine/extract/readStatement.ts";
import { assertionAt } from "../../src/engine/match/assertion.ts";
import { comparePassages, likenessWithout, toldApart } from "../../src/engine/match/comparison.ts";
import { haveTwoHolders } from "../../src/engine/match/holders.ts";
import { preparePassage } from "../../src/engine/match/preparedPassage.ts";
import { tellOtherDeeds } from "../../src/engine/match/roles.ts";
import { comparePair } from "../../src/engine/match/similarity/comparePair.ts";
import { sidesOf } from "../../src/engine/match/slotSides.ts";
import { createWordWeights } from "../../src/engine/match/wordWeights.ts";

const w = createWordWeights(0, () => 0);
const lines = readFileSync("/tmp/dbg.txt", "utf8")
  .trim()
  .split("\n")
  .map((l) => l.trim());
for (let i = 0; i + 1 < lines.length; i += 2) {
  const [a, b] = [lines[i]!, lines[i + 1]!].map((t) =>
    preparePassage(readStatement(t, "2021-03-10"), w),
  );
  const c = comparePassages(a!, b!, {
    story: { likeness: 0, days: null },
    fewness: 0,
    meaning: null,
    pageSpeaker: null,
    corpusSpeaker: null,
    hasTitle: false,
  });
  const sides = sidesOf(a!, b!, c.pairs, c.alignment);
  for (const side of [sides.pageSide, sides.corpusSide]) {
    console.log(
      side.passage.words
        .map(
          (x, k) =>
            `${side.clauses.of[k]}${side.clauses.isVerb[k] ? "*" : ""}${x.folded}${side.clauses.isVerb[k] ? `:${assertionAt(side, k)}` : ""}`,
        )
        .join(" "),
    );
    console.log(
      "   units",
      side.passage.units
        .map(
          (u) =>
            `${u.kind[0]}:${side.passage.text.slice(u.start, u.end)}${u.number ? `#${u.number.value}${u.number.unit}${u.number.bound}` : ""}${u.date ? `@${u.date.value}` : ""}${u.name ? `~${u.name.kind}` : ""}`,
        )
        .join(" | "),
    );
  }
  console.log(
    "   pairs",
    c.pairs
      .map(
        (p) =>
          `${a!.text.slice(a!.units[p.page]!.start, a!.units[p.page]!.end)}=${b!.text.slice(b!.units[p.corpus]!.start, b!.units[p.corpus]!.end)}`,
      )
      .join(" "),
  );
  console.log(
    "   words",
    c.words?.kind,
    "two holders",
    haveTwoHolders(sides, { pageSpeaker: null, corpusSpeaker: null }),
    "other",
    tellOtherDeeds(sides),
    JSON.stringify(toldApart(c)),
    JSON.stringify(likenessWithout(c, toldApart(c).slots)),
  );
  console.log(
    "   =>",
    JSON.stringify(
      comparePair(
        readStatement(lines[i]!, "2021-03-10"),
        readStatement(lines[i + 1]!, "2021-03-10"),
      ),
    ),
  );
}
