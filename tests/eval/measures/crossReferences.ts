import { defaultLeastScore, leastDoubtful } from "../../../src/engine/model/index.ts";
import { corpusReadings, corpusSentences } from "../corpusReadings.ts";
import {
  type Answer,
  compareWithGold,
  type ExtraReference,
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
    const readings = corpusReadings(dataFolder);
    const gold = readGold(dataFolder);
    const sentences = corpusSentences(dataFolder);
    const compare = async (minScore: number) =>
      compareWithGold(gold, sentences, await matchEachAgainstOthers(readings, { minScore }));
    const { answers, extras } = await compare(leastDoubtful);
    const shown = await compare(defaultLeastScore);
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
      "required found, of 16": foundOf(shown.answers).length,
      "relation right, mean": meanOverRelations(required(shown.answers)),
      "others on pages with rows": onPagesWithRows(shown.extras).length,
      "others in all": shown.extras.length,
      "with doubtful ones: required found, of 16": foundOf(answers).length,
      "with doubtful ones: others on pages with rows": onPagesWithRows(extras).length,
    };
  },
};

const required = (answers: readonly Answer[]) => answers.filter(({ gold }) => gold.required);

const foundOf = (answers: readonly Answer[]) =>
  required(answers).filter(({ relation }) => relation !== null);

const onPagesWithRows = (extras: readonly ExtraReference[]) =>
  extras.filter(({ page }) => !page.includes(" "));

/** The share of right relations, averaged over the relations that occur; a row not found is not right. */
function meanOverRelations(answers: readonly Answer[]): number {
  const relations = [...new Set(answers.map(({ gold }) => gold.relation))];
  const shares = relations.map((relation) => {
    const rows = answers.filter(({ gold }) => gold.relation === relation);
    return rows.filter(isRightRelation).length / rows.length;
  });
  return shares.reduce((sum, share) => sum + share, 0) / relations.length;
}
