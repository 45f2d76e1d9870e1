import { describe, expect, it } from "vitest";
import { splitSentences } from "../../../src/engine/text/sentences.ts";

function split(text: string): string[] {
  return splitSentences(text).map(({ start, end }) => text.slice(start, end));
}

/** Sentences parted by "|" must come out as they are written. */
const cases: readonly (readonly [string, string])[] = [
  ["plain sentences", "The talks ended.|Both sides were content.|Were they?|Yes!"],
  [
    "titles before names",
    "Mr. Smith met Gen. Jones and Sen. Ted Cruz.|They spoke to St. Louis reporters.",
  ],
  [
    "initials of states inside a sentence",
    "The U.S. President left.|He flew to the U.S.|The crowd waited.",
  ],
  ["initials of persons", "George H. W. Bush and J. K. Rowling met.|John F. Kennedy did not."],
  [
    "the network X",
    "She said so on X.|Smith agreed.|Elle l’a écrit sur X.|Morin aussi.|A study by X. Wang says so.",
  ],
  [
    "a clock time before a new sentence",
    "It began at 10 a.m. Monday.|It ended at 5 p.m.|Police left at 6 p.m. EST.",
  ],
  [
    "months and numbers",
    "On Dec. 19 he left with No. 5.|It cost 3.5 million.|In 2018.|The next year was better.",
  ],
  [
    "companies and states",
    "Apple Inc. Chief Tim Cook spoke in Austin, Tex. on Monday.|Apple Inc.|The company said no.",
  ],
  ["a closing mark that stays with its sentence", "He said: “We go.”|“Why?”|They left."],
  [
    "a quote over several sentences",
    "“We are working on it.|It is hard,” he said.|“But it brings results.”",
  ],
  ["a question before its attribution", "“Why?” Klintsevich asked.|“Go away!” shouted the crowd."],
  ["a pronoun after a closed question", "“Are you proud?”|She replied: “Yes.”"],
  [
    "a quote after a colon that ends without a stop",
    'It claims: "The goal is near.|The plan would help"|Moscow has long waited.',
  ],
  ["brackets", "(The talks ended.)|He left (in Nov.) with them.|It was (they said) late."],
  ["note numbers", "The war began in 2011.[1]|It went on.[2][3]|So it was."],
  ["French marks", "Il a dit : « C’est fini. »|Puis il est parti."],
  ["German marks", "Er sagte: „Es ist vorbei.“|Dann ging er."],
  ["an ellipsis", "He waited…|Then he left.|He hesitated... but stayed."],
  ["a name with an exclamation mark", "Yahoo! News reported it.|Good."],
  ["a list mark", "1. Russia left.|2. Turkey stayed."],
];

describe("sentences", () => {
  it.each(cases)("are parted at %s", (_, marked) => {
    const sentences = marked.split("|");
    expect(split(sentences.join(" "))).toEqual(sentences);
  });

  it("are separated even without a space", () => {
    expect(
      split("They closed the borders.Russia and Turkey agreed. See example.com or Amazon.Com now."),
    ).toEqual([
      "They closed the borders.",
      "Russia and Turkey agreed.",
      "See example.com or Amazon.Com now.",
    ]);
    expect(split('He said "we go."They left.“So it was.”“Really.”')).toEqual([
      'He said "we go."',
      "They left.",
      "“So it was.”",
      "“Really.”",
    ]);
  });

  it("end at a blank line, with or without a stop", () => {
    expect(split("A heading\n\nThe text goes\non here\r\n\r\nand here")).toEqual([
      "A heading",
      "The text goes\non here",
      "and here",
    ]);
  });

  it("need no space in scripts that have none", () => {
    expect(split("彼は「終わった。」と言った。次の日。")).toEqual([
      "彼は「終わった。」と言った。",
      "次の日。",
    ]);
  });

  it("leave out lone stops", () => {
    expect(split(". The decision is causing divisions.")).toEqual([
      "The decision is causing divisions.",
    ]);
  });

  it("of an empty text are none", () => {
    expect(split("")).toEqual([]);
    expect(split(" \n\n ")).toEqual([]);
  });
});

it("splits a text whose language is called like a property of every object", () => {
  expect(splitSentences("Kalto vestor. Mindak pelim.", null, "constructor")).toHaveLength(2);
});
