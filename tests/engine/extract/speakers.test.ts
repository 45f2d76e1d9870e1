import { describe, expect, it } from "vitest";
import { readArticle } from "../../../src/engine/extract/readArticle.ts";
import { articleOf } from "../../support/readingChecks.ts";

/** "source: words" of each quote that somebody is given, in the text's order. */
function spoken(body: string): readonly string[] {
  return readArticle(articleOf("", body)).attributions.flatMap(({ source, content }) =>
    content.map(({ start, end }) => `${source}: ${body.slice(start, end)}`),
  );
}

describe("each quote has one speaker", () => {
  it("where two speak one after the other", () => {
    const body =
      "“The bridge costs too much for us,” said Harry Smith. “We have no other choice,” replied Anna Jones. " +
      "“Then let us vote,” Carl Sample said.";
    expect(spoken(body)).toEqual([
      "Harry Smith: “The bridge costs too much for us,”",
      "Anna Jones: “We have no other choice,”",
      "Carl Sample: “Then let us vote,”",
    ]);
  });

  it("where a question and an exclamation follow each other", () => {
    const body =
      '"Is this bridge really needed?" Harry Smith asked. "We cannot go on like this!" Anna Jones exclaimed.';
    expect(spoken(body)).toEqual([
      'Harry Smith: "Is this bridge really needed?"',
      'Anna Jones: "We cannot go on like this!"',
    ]);
  });

  it("and continues with the same one if nobody else is named", () => {
    const body = "“The bridge costs too much,” said Harry Smith. “We shall not pay for it.”";
    expect(spoken(body)).toEqual([
      "Harry Smith: “The bridge costs too much,”",
      "Harry Smith: “We shall not pay for it.”",
    ]);
  });
});

describe("a quote that is signed", () => {
  const body =
    "Three of its members wrote letters.\n\n“Nobody knows the river as well as she does.” -Councillor Carl Sample\n\n" +
    "“She has pulled many of us out of the water.” — Rosa Worth, innkeeper\n\nThe council meets in March.";
  const { attributions, passages } = readArticle(articleOf("", body));

  it("belongs to the name after the dash, with the office next to it", () => {
    expect(attributions.map(({ source, role }) => `${source}, ${role}`)).toEqual([
      "Carl Sample, Councillor",
      "Rosa Worth, innkeeper",
    ]);
  });

  it("has no passage of the line with the name", () => {
    expect(passages.map(({ text }) => text).filter((text) => /Sample|Worth/.test(text))).toEqual(
      [],
    );
  });
});

describe("who cannot speak", () => {
  it.each([
    "Hard to believe, it said, that the bridge would ever be built on this river.",
    "There says the sign that the bridge is closed.",
    "Half of it said that the bridge was closed.",
    "Story says the bridge was closed in the 2016 election.",
  ])("gives no source: %s", (body) => {
    const sources = readArticle(articleOf("", body)).attributions.map(({ source }) => source);
    expect(sources.filter((source) => /^(?:Hard|There|Half|Story|2016)/.test(source))).toEqual([]);
  });
});

describe("an office with its place", () => {
  it.each([
    ["said the mayor of the town.", "mayor of the town"],
    ["said the mayor of Ottermouth on Monday.", "mayor of Ottermouth"],
    ["said the mayor.", "Anna Jones"],
  ])("is not the person who spoke last, an office alone is: %s", (clause, source) => {
    const body = `“The bridge is late,” said Anna Jones. “It is safe,” ${clause}`;
    expect(spoken(body)).toEqual(["Anna Jones: “The bridge is late,”", `${source}: “It is safe,”`]);
  });
});

describe("words that are no noun phrase", () => {
  it.each([
    "Let me express: “The bridge is safe and stays so.”",
    "The town made available papers suggesting that “the bridge was never safe”.",
  ])("are no source: %s", (body) => {
    const sources = readArticle(articleOf("", body)).attributions.map(({ source }) => source);
    expect(sources.filter((source) => /Let|made/.test(source))).toEqual([]);
  });

  it("but the owner of the words is one", () => {
    const body =
      "The party, after the mayor’s vow that “the bridge is safe and stays so”, left the hall.";
    const [attribution] = readArticle(articleOf("", body)).attributions;
    expect(attribution?.source).toBe("mayor");
  });
});

describe("whoever heads the phrase speaks", () => {
  const cases: readonly (readonly [body: string, source: string, role: string | null])[] = [
    [
      "“The bridge is safe again,” said a spokesman for Anna Jones.",
      "a spokesman for Anna Jones",
      null,
    ],
    [
      "“The bridge is safe again,” said coastguard spokesman Piet Harrow on Monday.",
      "Piet Harrow",
      "coastguard spokesman",
    ],
    [
      "“The bridge is safe again,” Anna Jones said, speaking to reporters in the harbour.",
      "Anna Jones",
      null,
    ],
    [
      "The report came from Senator Anna Jones (D-Ohio), who said that the bridge was safe again.",
      "Anna Jones",
      "Senator",
    ],
  ];
  it.each(cases)("%s", (body, source, role) => {
    const [attribution] = readArticle(articleOf("", body)).attributions;
    expect(attribution).toMatchObject({ source, role });
  });
});
