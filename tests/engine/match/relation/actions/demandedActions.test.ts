import { expect, it } from "vitest";
import { isOnlyDemanded } from "../../../../../src/engine/match/relation/actions/demandedActions.ts";
import { clausesOf } from "../../../../../src/engine/match/relation/clauses.ts";
import { prepared } from "../../preparedTexts.ts";

function sideOf(text: string) {
  const passage = prepared(text);
  return { passage, clauses: clausesOf(passage.text, passage.words) };
}

it.each([
  ["Farmers called for the sale of the mill.", "The town sold the mill.", true],
  ["Farmers called for the quick, cheap sale of the mill.", "The town sold the mill.", false],
  ["Farmers called for the quick sale of the mill.", "The town sold the mill.", true],
  ["Farmers saw the sale of the mill.", "The town sold the mill.", false],
  ["Farmers called for the sale of the mill.", "The town bought the mill.", false],
  ["Farmers called for the sale of the mill.", "The town must sell the mill.", false],
  ["Farmers sought the ratification of the pact.", "The town ratified the pact.", true],
  ["Farmers asked the mayor of the town for a pardon.", "The mayor pardoned them.", true],
  [
    "Farmers asked the old mayor of the small town for a pardon.",
    "The mayor pardoned them.",
    false,
  ],
  ["Farmers told the mayor of the town for a pardon.", "The mayor pardoned them.", false],
  ["Farmers asked the mayor of the town about a pardon.", "The mayor pardoned them.", false],
  ["Farmers demanded tests.", "The town tested the mill.", true],
  ["Farmers demanded talent.", "The town took the mill.", false],
  ["Farmers demanded farmland.", "The town farmed the land.", false],
  ["Doctors sought treatment for the mayor.", "Doctors treated the mayor.", true],
  ["Farmers asked the mayor of the small town for a pardon.", "The mayor pardoned them.", false],
])("%s %s The one only demands it: %s", (demand, deed, isOnly) => {
  expect(isOnlyDemanded(sideOf(demand), sideOf(deed))).toBe(isOnly);
});
