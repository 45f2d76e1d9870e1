import { corpusReadings, corpusSentences } from "../corpusReadings.ts";
import {
  type Answer,
  compareWithGold,
  isRightRelation,
  matchEachAgainstOthers,
  readGold,
} from "../crossReferences.ts";
import type { Measure } from "../measure.ts";
import { report } from "../report.ts";

/**
 * Each of the five documents against the other four: how many of the required references are
 * found, and in which relation. What else is given goes to a file, to be judged by eye
 * (EVAL_REPORTS names the folder).
 */
export const crossReferences: Measure = {
  name: "cross-references",
  goal: { "required found, of 16": 14, "relation right, mean": 0.75 },
  baseline: {},
  needs: ["corpus/cross-references.jsonl"],
  async run(dataFolder) {
    const reports = await matchEachAgainstOthers(corpusReadings(dataFolder));
    const gold = readGold(dataFolder);
    const { answers, extras } = compareWithGold(gold, corpusSentences(dataFolder), reports);
    const required = answers.filter((answer) => answer.gold.required);
    const found = required.filter(({ relation }) => relation !== null);
    report("cross-references.txt", [
      ...answers.map(
        ({ gold: row, relation, score }) =>
          `${row.id} ${row.required ? "required" : "optional"} ${row.relation} -> ${relation} ${score.toFixed(2)}`,
      ),
      ...extras.map(
        (extra) =>
          `extra ${extra.page} ${extra.relation} ${extra.score.toFixed(2)}\n  ${extra.text}\n  ${extra.corpus}`,
      ),
    ]);
    return {
      "required found, of 16": found.length,
      "relation right, mean": meanOverRelations(required),
      "others on pages with rows": extras.filter(({ page }) => !page.includes(" ")).length,
      "others in all": extras.length,
    };
  },
};

/** The share of right relations, averaged over the relations that occur; a row not found is not right. */
function meanOverRelations(answers: readonly Answer[]): number {
  const relations = [...new Set(answers.map(({ gold }) => gold.relation))];
  const shares = relations.map((relation) => {
    const rows = answers.filter(({ gold }) => gold.relation === relation);
    return rows.filter(isRightRelation).length / rows.length;
  });
  return shares.reduce((sum, share) => sum + share, 0) / relations.length;
}
