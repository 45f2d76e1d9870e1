import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { splitSentences } from "../../../src/engine/text/sentences.ts";
import { isStopword, stem } from "../../../src/engine/text/stems.ts";
import { tokenise } from "../../../src/engine/text/tokens.ts";

/**
 * Counts in how many sentences of news a stem stands and writes the common ones, by band, to
 * assets/model/commonStems.json: word frequencies only, no text.
 * `node scripts/runTypeScript.mjs tests/eval/training/commonStems.ts` (data: EVAL_DATA)
 */
const data = path.join(process.env.EVAL_DATA ?? "../shared", "eval");
const rarestBand = 12;

const sentencesWith = new Map<string, number>();
let sentences = 0;
for (const set of ["bulk-allsides", "bulk-reuters21578"]) {
  const lines = readFileSync(path.join(data, set, "articles.jsonl"), "utf8").split("\n");
  for (const line of lines) if (line !== "") count((JSON.parse(line) as { text: string }).text);
}

function count(text: string): void {
  for (const { start, end } of splitSentences(text)) {
    sentences++;
    const seen = new Set<string>();
    for (const token of tokenise(text.slice(start, end))) {
      if (token.kind === "word" && !isStopword(token.folded)) seen.add(stem(token.folded));
    }
    for (const found of seen) sentencesWith.set(found, (sentencesWith.get(found) ?? 0) + 1);
  }
}

const bands: string[][] = Array.from({ length: rarestBand }, () => []);
for (const [found, times] of sentencesWith) {
  const band = Math.floor(Math.log2(sentences / times));
  if (/^[a-z]+$/.test(found)) bands[band]?.push(found);
}
writeFileSync(
  "assets/model/commonStems.json",
  `${JSON.stringify(
    {
      about:
        "Stems of English news by how common they are: a stem of band n stands in between 1 of 2^n and 1 of 2^(n+1) sentences. Stems that are not listed are rarer. Written by tests/eval/training/commonStems.ts.",
      bands: bands.map((stems) => stems.sort().join(" ")),
    },
    null,
    2,
  )}\n`,
);
console.log(
  `${sentences} sentences; stems by band: ${bands.map((stems) => stems.length).join(" ")}`,
);
