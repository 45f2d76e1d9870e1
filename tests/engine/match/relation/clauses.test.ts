import { expect, it } from "vitest";
import { clausesOf } from "../../../../src/engine/match/relation/clauses.ts";
import { prepared } from "../preparedTexts.ts";

it.each([
  ["The town sold the mill, and the mayor left.", ["town sold mill", "mayor left"]],
  ["The town, which sold the mill, mourned.", ["town sold mill", "mourned"]],
  ["The town sold the mill, a ruin, in May.", ["town sold mill ruin May"]],
  ["The town sold more than 40 mills.", ["town sold 40 mills"]],
  ["The town sold more than half of the mills.", ["town sold half mills"]],
  ["The town sold more than forty mills.", ["town sold forty mills"]],
  ["The town sold more than the mayor bought.", ["town sold", "mayor bought"]],
  ["The fire left more than 40 farmers stranded.", ["fire left 40 farmers stranded"]],
  ["The fire left more than half of the town stranded.", ["fire left half town stranded"]],
  ["The fire left more than forty farmers stranded.", ["fire left forty farmers stranded"]],
  ["The fire left more than the river flooded.", ["fire left", "river flooded"]],
  ["The mayor left when 40 farmers came.", ["mayor left", "when 40 farmers came"]],
  ["The town sold more mills than.", ["town sold mills"]],
  ["The mayor said floods have closed mills.", ["mayor said", "floods closed mills"]],
  ["The mayor said Monday floods have closed mills.", ["mayor said Monday", "floods closed mills"]],
  ["The mayor said on Monday floods closed mills.", ["mayor said Monday floods closed mills"]],
  ["The town sold the mill on Dec. 18 and left.", ["town sold mill Dec 18", "left"]],
  ["The mayor left and on Dec. 18 sold the mill.", ["mayor left", "Dec 18 sold mill"]],
  ["The mayor left and on Mon. sold the mill.", ["mayor left", "Mon sold mill"]],
  ["The mayor left and in row no. 5 sold tea.", ["mayor left", "row no 5 sold tea"]],
  ["The mayor left and for the Acme Co. sold tea.", ["mayor left", "for Acme Co sold tea"]],
  ["The mayor who sold the mill met Gen. Berg.", ["mayor who sold mill met Gen Berg"]],
  ["The town sold the mill in Dec. The mayor left.", ["town sold mill Dec", "mayor left"]],
  ["The mayor went on to “sell the mill”.", ["mayor went to sell mill"]],
  ["The mayor said the town “sold the mill”.", ["mayor said town", "sold mill"]],
  ["The mayor heard floods have closed mills.", ["mayor heard floods closed mills"]],
])("%s has these clauses: %j", (text, expected) => {
  const { words, text: own } = prepared(text);
  const { of } = clausesOf(own, words);
  const light = /^(?:the|a|and|which|in|more|than|of|have|on)$/;
  const clauses = [...new Set(of)].map((clause) =>
    words
      .filter(({ folded }, index) => of[index] === clause && !light.test(folded))
      .map(({ start, end }) => own.slice(start, end))
      .join(" "),
  );
  expect(clauses).toEqual(expected);
});
