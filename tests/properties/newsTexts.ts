import fc from "fast-check";
import { readArticle } from "../../src/engine/extract/readArticle.ts";
import type { ArticleReading } from "../../src/engine/model/index.ts";
import { plainArticle } from "../support/plainArticle.ts";

/** Sentences that share people, places, frames and figures, so that chance meets close calls. */
export const newsSentences = [
  "The wheat harvest in the Orsha valley failed after the driest spring in forty years.",
  "Farmers blocked the ring road with 40 tractors to demand compensation, police in Minsk said.",
  "Police in Minsk said farmers had blocked the ring road with 60 tractors on Tuesday.",
  "“Nobody in the ministry has answered a single letter from the growers,” the union chairman told reporters.",
  "“No one at the ministry replied to any of the growers’ letters,” the chairman said on Monday.",
  "The ministry denied that growers' letters had gone unanswered.",
  "Turkey and Russia agreed on Saturday to coordinate their steps in Syria.",
  "Russia and Turkey will coordinate steps in Syria, they agreed in Moscow on Saturday.",
  "The central bank left its key interest rate unchanged at 24 percent, as expected.",
  "He declined to comment, the ministry said in a statement.",
  "It rained. Nobody came.",
  "The union asked for 3.5 million euros in emergency loans before the sowing season begins.",
];

/** One to eight of them, in any order. */
export const newsTexts = fc.array(fc.constantFrom(...newsSentences), {
  minLength: 1,
  maxLength: 8,
});

/** An article of the given paragraphs, the first its title too, as it is read. */
export function readingOfNews(id: string, found: readonly string[]): ArticleReading {
  return readArticle({
    ...plainArticle(id, found[0] ?? "", found.join("\n\n"), "2018-12-30"),
    outlet: { name: `Outlet ${id}`, domain: null },
  });
}
