import { readArticle } from "../../src/engine/extract/readArticle.ts";
import { bulkArticle, readBulkRows } from "../eval/bulkArticles.ts";

const counts = new Map<string, number>();
const ex = new Map<string, string>();
readBulkRows("/work/shared")
  .filter((_, i) => i % 12 === 0)
  .forEach((row) => {
    const r = readArticle(bulkArticle(row));
    for (const a of r.attributions) {
      counts.set(a.source, (counts.get(a.source) ?? 0) + 1);
      const c = a.content[0]!;
      ex.set(
        a.source,
        r.article.body
          .slice(
            Math.max(0, Math.min(a.cue.start, c.start) - 30),
            Math.max(a.cue.end, Math.min(c.end, c.start + 60)) + 40,
          )
          .replace(/\n/g, " ")
          .slice(0, 170),
      );
    }
  });
const low = [...counts].filter(([s]) => s !== "unnamed").sort((a, b) => b[1] - a[1]);
console.log(low.length);
// suspicious: lower case heads or time words
const sus = low.filter(
  ([s]) =>
    /^(?:\p{Ll}|There|Here|Story|Half|This|That|It)/u.test(s) ||
    /\b(?:year|week|month|election|half|day|night|morning)s?$/i.test(s) ||
    /\d/.test(s),
);
for (const [s, n] of sus.slice(0, 260)) console.log(n, s);
