/** Whose words they are: which words of a sentence are the source. */
import { describe, expect, it } from "vitest";
import { readArticle } from "../../../src/engine/extract/readArticle.ts";
import { articleOf } from "../../support/readingChecks.ts";

/** "source | cue | content" of each attribution, in the text's order. */
function attributed(body: string): readonly string[] {
  return readArticle(articleOf("", body)).attributions.map(({ source, cue, content }) => {
    const words = content.map(({ start, end }) => body.slice(start, end)).join(" … ");
    return `${source} | ${body.slice(cue.start, cue.end)} | ${words}`;
  });
}

describe("the source is the subject of the verb", () => {
  it.each([
    [
      "before an adverb that is no other's",
      "Anna Jones has long said that the bridge is safe.",
      "Anna Jones | said | that the bridge is safe",
    ],
    [
      "with the place that tells which it is",
      "Senate Republicans said that the bridge was closed.",
      "Senate Republicans | said | that the bridge was closed",
    ],
    [
      "without a word that only opens the sentence",
      "On Monday Republicans said that the bridge was closed.",
      "Republicans | said | that the bridge was closed",
    ],
    [
      "and not the day after it",
      "“The bridge is safe,” Anna Jones, the mayor, said Monday, “and it will stay open.”",
      "Anna Jones | said | “The bridge is safe,” … “and it will stay open.”",
    ],
    [
      "before a participle and its object",
      "Protesters marching through the streets said that the bridge was closed.",
      "Protesters | said | that the bridge was closed",
    ],
    [
      "before a participle after “with”",
      "The debate went on, with Anna Jones saying that the bridge was safe.",
      "Anna Jones | saying | that the bridge was safe",
    ],
    [
      "past the time that opens the sentence",
      "This week, the council was late again, saying that the bridge was closed.",
      "council | saying | that the bridge was closed",
    ],
    [
      "past an explanation that no comma ends",
      "Anna Jones, of the campaign group Northlight said that the bridge was closed.",
      "Anna Jones | said | that the bridge was closed",
    ],
    [
      "past such an explanation after a quote",
      "“The bridge is closed,” Anna Jones, a senior adviser for Northlight said on Friday.",
      "Anna Jones | said | “The bridge is closed,”",
    ],
    [
      "past an insertion between long dashes",
      "The film ― with the voices of many others ― said that the bridge was closed.",
      "film | said | that the bridge was closed",
    ],
    [
      "referred to by “that”",
      "The council published a letter that said that the bridge was closed.",
      "a letter | said | that the bridge was closed",
    ],
    [
      "of those who are counted",
      "Two members, both of whom denied that the bridge was safe.",
      "Two members | denied | that the bridge was safe",
    ],
    [
      "after a clause, with the office that a preposition continues",
      "The bridge will be closed in winter, said Anna Jones, an adviser to the mayor who runs the ferry.",
      "Anna Jones | said | The bridge will be closed in winter",
    ],
    [
      "not what is said, after a name between commas",
      "In a statement, one of the lawyers, Anna Jones, said the photos show the bridge calmly standing.",
      "Anna Jones | said | the photos show the bridge calmly standing",
    ],
    [
      "of what somebody is quoted as saying",
      "Anna Jones was quoted as saying that the bridge was safe.",
      "Anna Jones | saying | that the bridge was safe",
    ],
  ])("%s", (_, body, expected) => {
    expect(attributed(body)).toEqual([expected]);
  });

  it("and an outlet that quotes it is in between", () => {
    const body = "Anna Jones was quoted by the newspaper as saying that the bridge was safe.";
    const [attribution] = readArticle(articleOf("", body)).attributions;
    expect(attribution).toMatchObject({ source: "Anna Jones", via: ["newspaper"] });
  });
});

describe("what is said can be elsewhere", () => {
  it.each([
    [
      "in the paragraph after a colon, without marks",
      "Anna Jones wrote:\n\nThe bridge will be closed for the whole winter.",
      "Anna Jones | wrote | The bridge will be closed for the whole winter.",
    ],
    [
      "before “as”",
      "The bridge is closed for the winter, as the police have said.",
      "police | said | The bridge is closed for the winter",
    ],
    [
      "after a clause with “as”",
      "As the police have said, the bridge is closed for the winter.",
      "police | said | the bridge is closed for the winter",
    ],
  ])("%s", (_, body, expected) => {
    expect(attributed(body)).toEqual([expected]);
  });
});

describe("who is asked or pressed is not who says", () => {
  it.each([
    ["Anna Jones was asked whether the bridge was safe.", []],
    ["Anna Jones was pressed by Carl Sample on what the bridge would cost.", []],
    ["Pressed on “why the bridge is so late”, Anna Jones laughed.", []],
    [
      "Asked whether the bridge was safe, Anna Jones said that it was.",
      ["Anna Jones | said | that it was"],
    ],
    [
      "When asked by Carl Sample whether the bridge was safe, Anna Jones said that it was.",
      ["Carl Sample | asked | whether the bridge was safe", "Anna Jones | said | that it was"],
    ],
    [
      "Anna Jones, asked whether the bridge was safe, said that it was.",
      ["Anna Jones | said | that it was"],
    ],
    [
      "Anna Jones, the mayor, asked whether the bridge was safe.",
      ["Anna Jones | asked | whether the bridge was safe"],
    ],
    [
      "Carl Sample pressed Anna Jones, asking whether “the bridge will ever be safe”.",
      ["Carl Sample | asking | whether “the bridge will ever be safe”"],
    ],
  ])("%s", (body, expected) => {
    expect(attributed(body)).toEqual(expected);
  });

  it("and the words about it are no office", () => {
    const body = "Anna Jones, pressed on whether the bridge was safe, replied that it was.";
    const [attribution] = readArticle(articleOf("", body)).attributions;
    expect(attribution).toMatchObject({ source: "Anna Jones", role: null });
  });
});

describe("the source is a person whom only an explanation shows to be one", () => {
  it.each([
    [
      "with a hyphen in the name",
      "“We wait,” Ysolde Lind-Hale, a teacher and organizer for the network Northlight said.",
      "Ysolde Lind-Hale | said | “We wait,”",
    ],
    [
      "with the office of a country",
      "The vote is near. Evo Lind, Norway's former president, has much to lose. “We wait,” he said.",
      "Evo Lind | said | “We wait,”",
    ],
    [
      "as one of several",
      "Evo Lind, one of nine leaders in jail, kept silent. “We wait,” he said later.",
      "Evo Lind | said | “We wait,”",
    ],
    [
      "after a noun of sport",
      "Anna Jones said it was fair. An injury kept striker Evo Lind away but he believes the team will win.",
      "Evo Lind | believes | the team will win",
    ],
    [
      "past a hyphen in the explanation",
      "Oleg Glazov, an expert from the Moscow-based Russian University said that the plan is good.",
      "Oleg Glazov | said | that the plan is good",
    ],
  ])("%s", (_case, body, expected) => {
    expect(attributed(body)).toContain(expected);
  });
});

describe("the source is the last of two whom “and” joins", () => {
  it("before a relative pronoun", () => {
    const body =
      "They heard Judge Carl Sample and the woman who accused him of a theft that has made headlines.";
    expect(attributed(body).map((line) => line.split(" | ")[0])).toEqual(["woman"]);
  });
});

describe("who is meant by", () => {
  it.each([
    [
      "the 31-year-old",
      "Anna Jones said it was fair. “We wait,” the 31-year-old said.",
      "Anna Jones",
    ],
    [
      "the president, of whom the article does not say who it is",
      "Anna Jones said it was fair. “We wait,” the president said.",
      "president",
    ],
    [
      "the president, if the article says who it is",
      "President Anna Jones said it was fair. “We wait,” the president said.",
      "Anna Jones",
    ],
  ])("%s", (_case, body, expected) => {
    expect(attributed(body)[1]).toBe(`${expected} | said | “We wait,”`);
  });
});

describe("the source is not whom it only mentions", () => {
  it.each([
    ["Critics, including Carl Sample, said it was late.", "Critics"],
    ["Three senators, including Carl Sample and Anna Jones, said it was late.", "Three senators"],
    ["Several ministers, among them Carl Sample, said it was late.", "Several ministers"],
    ["Officials such as Carl Sample have said it was late.", "Officials"],
    ["Carl Sample, like Anna Jones, said it was late.", "Carl Sample"],
    ["An aide to Anna Jones said it was late.", "An aide to Anna Jones"],
    ["A source close to Anna Jones said it was late.", "unnamed"],
    ["A person familiar with Anna Jones said it was late.", "unnamed"],
    ["A lawyer representing Anna Jones said it was late.", "A lawyer representing Anna Jones"],
    [
      "The man accused of shooting Carl Sample said it was late.",
      "man accused of shooting Carl Sample",
    ],
    [
      "A former adviser to President Anna Jones said it was late.",
      "A former adviser to President Anna Jones",
    ],
    ["The crowd that met Anna Jones said it was late.", "crowd"],
    ["The brother of Carl Sample, Tom Sample, said it was late.", "Tom Sample"],
    ["The president of France, the centrist Carl Sample, said it was late.", "Carl Sample"],
    ["The mayor of Cologne, for his part, said it was late.", "mayor of Cologne"],
    ["An aide to Anna Jones, speaking to Carl Sample, said it was late.", "An aide to Anna Jones"],
  ])("%s", (sentence, expected) => {
    const [only, ...others] = attributed(`The talks ended on Monday. ${sentence}`);
    expect(only).toBe(`${expected} | said | it was late`);
    expect(others).toEqual([]);
  });

  it.each(["defendant", "judge", "victim"])("the %s is not who spoke before", (noun) => {
    const body = `Carl Sample said it was fair. “We wait for it,” the ${noun} said.`;
    expect(attributed(body)[1]).toBe(`${noun} | said | “We wait for it,”`);
  });

  it("another office is not who spoke before, another word for it is", () => {
    const body = "Senator Carl Sample said it was fair. “We wait for it,” the NOUN said.";
    const sourceOf = (noun: string) => attributed(body.replace("NOUN", noun))[1];
    expect(sourceOf("mayor")).toBe("mayor | said | “We wait for it,”");
    expect(sourceOf("lawmaker")).toBe("Carl Sample | said | “We wait for it,”");
  });
});

describe("nobody is a source", () => {
  it.each([
    [
      "who keeps a player from scoring",
      "Goalkeeper Jan Petrov stretched to deny Marco Silva twice before the break.",
    ],
    [
      "by whom a player is kept from it",
      "Striker Paul Adeyemi was denied by goalkeeper Jan Petrov in the final minute.",
    ],
    ["who is only named in “neither … nor”", "Neither Jones nor Sample said whether it was late."],
    ["“no official”", "No official said that it was late."],
    [
      "“no official”, after what another did",
      "The ministry sent planes, and no official said it was late.",
    ],
    ["who may yet say it", "If Carl Sample says that it is late, the workers will strike."],
    [
      "who is asked to promise",
      "The workers will strike unless Sample promises that it is not late.",
    ],
    ["of whom nobody knows", "It is unclear whether Carl Sample told the police that it was late."],
    ["“nobody”", "Nobody at the ministry said that it was late."],
    ["“none”", "None of the officials said that it was late."],
    [
      "who posts a thing",
      "Anna Jones has been posting leaflets with numbers that people can call.",
    ],
    [
      "who issues what is not said",
      "The council issued parking permits to all residents of the old quarter.",
    ],
  ])("%s", (_case, body) => {
    expect(attributed(body)).toEqual([]);
  });

  it.each([
    ["denies a statement", "Anna Jones denied the claim."],
    ["denies that a person did something", "Anna Jones denied Carl Sample had lied."],
    ["posts that something is so", "Anna Jones posted that the bridge was closed."],
    ["issues a warning", "The council issued a new warning to all residents of the old quarter."],
  ])("but one who %s", (_case, body) => {
    expect(attributed(body)).toHaveLength(1);
  });
});
