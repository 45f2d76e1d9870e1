import { expect, it } from "vitest";
import { readArticle } from "../../../../../src/engine/extract/readArticle.ts";
import { pairUnits } from "../../../../../src/engine/match/candidates/pairing.ts";
import {
  type PreparedPassage,
  preparePassage,
} from "../../../../../src/engine/match/candidates/preparedPassage.ts";
import { slotsAcross } from "../../../../../src/engine/match/relation/slots/slots.ts";
import { anArticle } from "../../../../corpora/articles.ts";
import { evenWeights } from "../../preparedTexts.ts";

function preparedIn(language: string, body: string): PreparedPassage {
  const [passage] = readArticle({ ...anArticle("a"), title: "", language, body }).passages;
  return preparePassage(passage!, evenWeights, undefined, undefined, language);
}

function differing(language: string, page: string, corpus: string): readonly string[] {
  const [own, other] = [preparedIn(language, page), preparedIn("en", corpus)];
  return slotsAcross(own, other, pairUnits(own, other)).map(
    (slot) => `${slot.page}|${slot.corpus}`,
  );
}

it.each([
  [
    "it",
    "L'affluenza è scesa al 43,7 per cento.",
    "Turnout fell to 47.3 percent.",
    ["43,7 per cento|47.3 percent"],
  ],
  ["ja", "軍は兵士800人を派遣した。", "The army sent 400 soldiers.", ["800|400"]],
  ["de", "Es sprachen 17 Zeugen.", "Eleven witnesses spoke.", ["17|Eleven"]],
  [
    "it",
    "Il tribunale deciderà entro mercoledì.",
    "A court has until Friday.",
    ["mercoledì|Friday"],
  ],
  [
    "it",
    "È stato eletto il 4 marzo 2019.",
    "He was elected on 3 March 2019.",
    ["4 marzo 2019|3 March 2019"],
  ],
  ["it", "Sono stati feriti 90 soldati.", "900 soldiers were hurt.", ["90|900"]],
  ["ar", "أصيب 63 جنديا.", "1,000 soldiers were hurt.", ["63|1,000"]],
])(
  "in %s, two numbers or days in the same place differ: %s",
  (language, page, corpus, expected) => {
    expect(differing(language, page, corpus)).toEqual(expected);
  },
);

it.each([
  [
    "a small number in words",
    "it",
    "Due treni si sono scontrati: 63 feriti.",
    "Two trains collided.",
  ],
  [
    "a round number in words",
    "it",
    "Mezzo milione di case, 90 squadre al lavoro.",
    "Power failed in 500,000 homes.",
  ],
  ["a number that is far off", "it", "Sono stati feriti 90 soldati.", "910 soldiers were hurt."],
  [
    "one of two numbers",
    "it",
    "Sono stati feriti 90 soldati e 70 civili.",
    "80 soldiers were hurt.",
  ],
  ["the Arabic dual", "ar", "اصطدم قطاران وأصيب 63 شخصا.", "Two trains collided."],
  [
    "a day, as the night before it",
    "it",
    "È stato eletto nella notte di lunedì.",
    "He was elected on Sunday night.",
  ],
  ["a bound", "pl", "Ponad 3,5 tys. dokerów strajkowało.", "Some 3,600 dockers went on strike."],
])("may state the other's number or day in %s", (_, language, page, corpus) => {
  expect(differing(language, page, corpus)).toEqual([]);
});
