import { describe, expect, it } from "vitest";
import { type SlotCase, slotsOf } from "../../slotsOf.ts";

describe("one passage denies the other", () => {
  it.each<SlotCase>([
    [
      "with a no that is part of its verb",
      "The mayor didn't sell the old bridge in Ghent.",
      "The mayor sold the old bridge in Ghent.",
      ["negation: didn't sell / sold"],
    ],
    [
      "after nor",
      "The union left Ghent, nor did it sell the mill.",
      "The union sold the mill.",
      ["negation: nor did it sell / sold"],
    ],
    [
      "after other verbs, where nobody did it",
      "As feared, nobody sold the mill.",
      "As feared, the union sold the mill.",
      ["negation: nobody sold / sold"],
    ],
    [
      "eight words after none",
      "None of the two old unions of Ghent sold the mill.",
      "The two old unions of Ghent sold the mill.",
      ["negation: None of the two old unions of Ghent sold / sold"],
    ],
    [
      "not by a plan to keep something from somebody",
      "Hill needs the 40 delegates to win the vote.",
      "The goal is to deny Hill the 40 delegates he needs to win the vote.",
      [],
    ],
    [
      "not of two parts of one country",
      "The north of the country did not vote for the deal.",
      "The south of the country voted for the deal.",
      [],
    ],
    [
      "not where neither says yes",
      "The edits did not go far enough to “resolve the issues”.",
      "The edits do not resolve the issues.",
      [],
    ],
    [
      "not by what was only theirs",
      "The minister has not resigned.",
      "The minister's deputy resigned on Thursday.",
      [],
    ],
    [
      "not where it happened only to one of theirs",
      "The president was not hurt.",
      "The president's son was hurt.",
      [],
    ],
    [
      "not nine words after none",
      "None of the old unions of the port ever sold the mill.",
      "The old unions of the port sold the mill.",
      [],
    ],
    [
      "by denying what the other confirms",
      "The mayor denied the sale of the bridge.",
      "The mayor confirmed the sale of the bridge.",
      ["negation: denied / confirmed"],
    ],
    [
      "by confirming what the other denies",
      "The mayor confirmed the sale of the bridge.",
      "The mayor denied the sale of the bridge.",
      ["negation: confirmed / denied"],
    ],
    [
      "if a second no is thirteen words on",
      "The mayor did not sell the old bridge over the wide river of Ghent and he never left.",
      "The mayor sold the old bridge over the wide river of Ghent and he left.",
      ["negation: not sell / sold"],
    ],
    [
      "not if a second no is twelve words on, which may take the first back",
      "The mayor did not sell the old bridge over the river of Ghent and he never left.",
      "The mayor sold the old bridge over the river of Ghent and he left.",
      [],
    ],
    [
      "if what limits the no is thirteen words on",
      "The mayor did not sell the old bridge over the quiet river of Ghent in spring since 2011.",
      "The mayor sold the old bridge over the quiet river of Ghent in spring.",
      ["negation: not sell / sold"],
    ],
    [
      "if only another clause says what may be",
      "The mayor did not sell the bridge, which might collapse.",
      "The mayor sold the bridge, which collapsed.",
      ["negation: not sell / sold"],
    ],
    [
      "not if it was asked six words before",
      "They asked if the old mayor, elected twice, sold the bridge.",
      "The mayor never sold the bridge.",
      [],
    ],
    [
      "if something was asked seven words before",
      "They asked if the good old mayor, elected twice, sold the bridge.",
      "The mayor never sold the bridge.",
      ["negation: sold / never sold"],
    ],
    [
      "if both count who did it",
      "In Ghent 40 workers did not show symptoms.",
      "In Ghent 40 workers showed symptoms.",
      ["negation: not show / showed"],
    ],
    [
      "if only another clause counts something",
      "The workers did not show symptoms.",
      "Officials tested 50 farms, and the workers showed symptoms.",
      ["negation: not show / showed"],
    ],
    [
      "if one names more of what is the same",
      "The mayor did not sell the mill.",
      "The mayor sold old mill.",
      ["negation: not sell / sold"],
    ],
    [
      "not if it is done to something that the denial only mentions",
      "The mayor did not sell the mill, which stands in Ghent.",
      "The mayor sold the bridge, as the mill stands in Ghent.",
      [],
    ],
    [
      "not if the two share nothing but the verb",
      "Prisoners were not moved.",
      "Fighters were moved.",
      [],
    ],
    [
      "not if two sources speak of two things that were done at one place",
      "Russia said prisoners were not moved from the town of Manbij.",
      "The coalition said fighters were moved from the town of Manbij.",
      [],
    ],
    [
      "not with a further no beside a shared one, in the words of two sources",
      "Russia said the army has not left and the army never took the town of Manbij.",
      "The coalition said the army has not left and the army took the town of Manbij.",
      [],
    ],
  ])("%s", (_name, page, corpus, slots) => {
    expect(slotsOf(page, corpus)).toEqual(slots);
  });
});

describe("one passage refuses what the other does", () => {
  it.each<SlotCase>([
    [
      "and is shown with the refusal four words before",
      "The mayor refused at last to sell the bridge.",
      "The mayor sold the bridge.",
      ["negation: refused at last to sell / sold"],
    ],
    [
      "and is shown without a refusal that is further away",
      "The mayor refused at the last to sell the bridge.",
      "The mayor sold the bridge.",
      ["negation: sell / sold"],
    ],
    [
      "however near the beginning",
      "Ghent avoided selling the bridge.",
      "Ghent sold the bridge.",
      ["negation: selling / sold"],
    ],
    [
      "even if it only might refuse",
      "The union might refuse to sell the bridge.",
      "The union sold the bridge.",
      ["negation: refuse to sell / sold"],
    ],
    [
      "beside a no that both share and one of its own",
      "The army has no plan to leave, will not visit Ghent and refused to sign the treaty of Ghent.",
      "The army has no plan to leave, visited Ghent and signed the treaty of Ghent.",
      ["negation: refused to sign / signed"],
    ],
  ])("%s", (_name, page, corpus, slots) => {
    expect(slotsOf(page, corpus)).toEqual(slots);
  });
});
