/** Who said what, in English. Long, because it is one list of examples by construction. */
import { describe, expect, it } from "vitest";
import { readArticle } from "../../../src/engine/extract/readArticle.ts";
import type { Attribution } from "../../../src/engine/model/index.ts";
import { articleOf } from "../../support/readingChecks.ts";

function attributionsOf(body: string): readonly Attribution[] {
  return readArticle(articleOf("", body)).attributions;
}

/** "source | content" of the first attribution. */
function first(body: string): string {
  const [attribution] = attributionsOf(body);
  if (attribution === undefined) return "none";
  const content = attribution.content.map(({ start, end }) => body.slice(start, end)).join(" … ");
  return `${attribution.source} | ${content}`;
}

const frames: readonly (readonly [string, string, string])[] = [
  [
    "before the content",
    "Sergei Lavrov said that the talks had gone well.",
    "Sergei Lavrov | that the talks had gone well",
  ],
  [
    "after the content",
    "The talks had gone well, Sergei Lavrov said.",
    "Sergei Lavrov | The talks had gone well",
  ],
  [
    "inside the content",
    "“The talks,” Sergei Lavrov said, “went well.”",
    "Sergei Lavrov | “The talks,” … “went well.”",
  ],
  [
    "inverted, with a description",
    "“The talks went well,” said Oleg Glazunov, a professor at the university.",
    "Oleg Glazunov | “The talks went well,”",
  ],
  [
    "with an insertion before the verb",
    "Oleg Glazunov, an expert on the region, said that the talks had failed.",
    "Oleg Glazunov | that the talks had failed",
  ],
  [
    "by “according to” in front",
    "According to Dmitry Peskov, there are still many issues.",
    "Dmitry Peskov | there are still many issues",
  ],
  [
    "by “according to” behind",
    "The summit will be held in May, according to Moscow.",
    "Moscow | The summit will be held in May",
  ],
  [
    "after the one spoken to",
    "Vladimir Putin told his guests in Sochi that the war was over.",
    "Vladimir Putin | that the war was over",
  ],
  [
    "over several sentences",
    "“We are working on it. It is hard,” Angela Merkel said. “But it brings results.”",
    "Angela Merkel | “We are working on it. It is hard,” … “But it brings results.”",
  ],
  [
    "over several paragraphs",
    "“We are working on it.\n\n“It is hard,” Angela Merkel said.",
    "Angela Merkel | “We are working on it.\n\n“It is hard,”",
  ],
  ["after a colon", "Angela Merkel told reporters: “We go.”", "Angela Merkel | “We go.”"],
  [
    "from a source that is withheld",
    "Two sources familiar with the matter said that the deal was off.",
    "unnamed | that the deal was off",
  ],
  [
    "signed with a dash",
    "The war goes on.\n\n“We go home and we stay there.”\n\n- Dmitry Peskov.\n\nThe talks end.",
    "Dmitry Peskov | “We go home and we stay there.”",
  ],
  [
    "led to by a paragraph that ends in a colon",
    "Later that day Dmitry Peskov went further:\n\n“We go home and we stay there.”",
    "Dmitry Peskov | “We go home and we stay there.”",
  ],
  [
    "by any verb right before a quotation",
    "Dmitry Peskov was there when Sergei Lavrov thundered, “We go home and we stay there!”",
    "Sergei Lavrov | “We go home and we stay there!”",
  ],
  [
    "with a sentence in between",
    "“The talks went well,” Dmitry Peskov said. He smiled. “It was hard to do.”",
    "Dmitry Peskov | “The talks went well,” … “It was hard to do.”",
  ],
  [
    "with a day between subject and verb",
    "Dmitry Peskov this week said that the talks had gone well.",
    "Dmitry Peskov | that the talks had gone well",
  ],
  [
    "past a dateline",
    "TRENTON, N.J. (AP) — Angela Merkel said that the talks had gone well.",
    "Angela Merkel | that the talks had gone well",
  ],
  [
    "with a circumstance that is told more of",
    "The talks had failed, Sergei Lavrov said on Monday at a hearing that could go on.",
    "Sergei Lavrov | The talks had failed",
  ],
  [
    "from a source that goes on to a comma",
    "According to a Kremlin statement about the trip, the talks had gone well.",
    "Kremlin | the talks had gone well",
  ],
  [
    "from an office with its holder after a comma",
    "“The talks went well,” said the foreign minister, Sergei Lavrov, in Sochi.",
    "Sergei Lavrov | “The talks went well,”",
  ],
  [
    "from the lawyer of somebody",
    "Sergei Lavrov’s lawyer, Dmitry Peskov, said that the talks had failed.",
    "Dmitry Peskov | that the talks had failed",
  ],
  [
    "between marks of two styles",
    '“The talks went well," Sergei Lavrov said. "They were long.”',
    'Sergei Lavrov | “The talks went well," … "They were long.”',
  ],
  [
    "in a relative clause up to its comma",
    "The law, which Sergei Lavrov said was late, would cost much.",
    "Sergei Lavrov | was late",
  ],
  [
    "without the circumstances of its saying",
    "Angela Merkel asked for time, saying at the news conference, “It has to stop.”",
    "Angela Merkel | “It has to stop.”",
  ],
  [
    "without what happened while it was said",
    "The words need to be followed by deeds, Sergei Lavrov said, as the president left.",
    "Sergei Lavrov | The words need to be followed by deeds",
  ],
  [
    "from two names at once",
    "The U.S. and China said that they had agreed.",
    "U.S. and China | that they had agreed",
  ],
  [
    "without the day on which it was said",
    "Angela Merkel said on Wednesday she would be willing to go.",
    "Angela Merkel | she would be willing to go",
  ],
  [
    "after the day, though the sentence opens with where it was said",
    "In a letter to her colleagues, Angela Merkel said Friday she was proud of them.",
    "Angela Merkel | she was proud of them",
  ],
  [
    "from who was asked",
    "Asked whether he thought it was late, Putin replied: “We are going to find out.”",
    "Putin | “We are going to find out.”",
  ],
  [
    "with “there” as a subject",
    "Mr Lavrov warned there could be a long stay.",
    "Lavrov | there could be a long stay",
  ],
  [
    "up to a participle after a quotation",
    "Angela Merkel described the plan as “deceptive,” demanding an answer.",
    "Angela Merkel | the plan as “deceptive,”",
  ],
  [
    "from a name that a small word goes before",
    "Although Putin has said that it was late.",
    "Putin | that it was late",
  ],
  [
    "after what was told to an agency by phone",
    "It was not clear who was there, Sergei Lavrov told the AFP news agency by phone from Sochi.",
    "Sergei Lavrov | It was not clear who was there",
  ],
  [
    "from those who issue a statement",
    "The Kremlin issued a statement saying that it would go on.",
    "Kremlin | that it would go on",
  ],
  [
    "of what is the case now",
    "The Red Cross says the town needs help.",
    "Red Cross | the town needs help",
  ],
  [
    "once, though the words go on after it",
    "“The plan will hold until May,” the report states. “The fall is in the middle of it.”",
    "report | “The plan will hold until May,” … “The fall is in the middle of it.”",
  ],
  [
    "by a participle after an opening without a comma",
    "On Sunday morning Dmitry Peskov left the talks, saying that they had failed.",
    "Dmitry Peskov | that they had failed",
  ],
];

describe("attributions", () => {
  it.each(frames)("are read %s", (_, body, expected) => {
    expect(first(body)).toBe(expected);
  });

  const resolved: readonly (readonly [string, string, readonly string[]])[] = [
    [
      "pronouns",
      "Angela Merkel said that it was late. Kerry left. “We go,” she added.",
      ["Angela Merkel", "Angela Merkel"],
    ],
    [
      "last names",
      "Sergei Lavrov said that it was late. “We go,” Lavrov added.",
      ["Sergei Lavrov", "Sergei Lavrov"],
    ],
    [
      "offices",
      "The deal is off, according to a government spokeswoman. It was too dear, the spokeswoman said.",
      ["a government spokeswoman", "a government spokeswoman"],
    ],
    [
      "“he” and “she”, by first names",
      "Angela Merkel met Emmanuel Macron. He said it was late. She said it was early.",
      ["Emmanuel Macron", "Angela Merkel"],
    ],
    [
      "“she”, by a title",
      "Mr. Lavrov met Ms. Rice. She said it was late. He said it was early.",
      ["Rice", "Lavrov"],
    ],
    [
      "“he”, who is not the one that he was asked about",
      "Dmitry Peskov met the press. Asked about Sergei Lavrov, he said it was late.",
      ["Dmitry Peskov"],
    ],
    [
      "“they”, who are more than one",
      "Angela Merkel said it was late. Republicans met on Monday. They said they would go.",
      ["Angela Merkel", "Republicans"],
    ],
    ["“who”", "A senior official, who said that the plan was dead, left.", ["A senior official"]],
    [
      "an office that was named with its holder",
      "The city’s mayor, Angela Merkel, opened it. John Kerry was there. The mayor said it was safe.",
      ["Angela Merkel"],
    ],
    [
      "an office by its own words, of the same country",
      "Russian Foreign Minister Sergei Lavrov met the Turkish foreign minister, Mevlut Cavusoglu. The Russian foreign minister said that it was late. The Turkish minister said that it was early. A Russian minister said that it was over.",
      ["Sergei Lavrov", "Mevlut Cavusoglu", "A Russian minister"],
    ],
    [
      "an office whose holder is named after it",
      "“We go now,” said the Russian minister of foreign affairs. Foreign Minister Sergei Lavrov was in Sochi.",
      ["Sergei Lavrov"],
    ],
    [
      "an organisation by its last word",
      "The Defense Ministry was shut. The ministry said it would open soon.",
      ["Defense Ministry"],
    ],
    [
      "newspapers",
      "The deal is off, Kommersant reported. It was too dear, the newspaper said.",
      ["Kommersant", "Kommersant"],
    ],
  ];
  it.each(resolved)("look up %s in the article", (_, body, expected) => {
    expect(attributionsOf(body).map(({ source }) => source)).toEqual(expected);
  });

  const chains: readonly (readonly [string, string, string, readonly string[]])[] = [
    [
      "an outlet that cites",
      "The leaders spoke on Sunday, Anadolu Agency reported, citing the presidency.",
      "the presidency",
      ["Anadolu Agency"],
    ],
    [
      "an outlet that something was told to",
      "“We go,” Angela Merkel told the Izvestia newspaper.",
      "Angela Merkel",
      ["Izvestia"],
    ],
    [
      "one who says what another said",
      "Angela Merkel told Erdogan that she expects restraint, according to a government spokeswoman.",
      "Angela Merkel",
      ["a government spokeswoman"],
    ],
    [
      "one that has a quotation of somebody",
      "Angela Merkel described him as a “stain” on them all, according to the Financial Times.",
      "Angela Merkel",
      ["Financial Times"],
    ],
    [
      "a newspaper that was named before",
      "Chancellor Angela Merkel spoke with the Financial Times. “We go,” the chancellor said, according to the newspaper.",
      "Angela Merkel",
      ["Financial Times"],
    ],
    [
      "an agency that quotes",
      "The agency SANA quoted a military source as saying that the army had entered the town.",
      "unnamed",
      ["SANA"],
    ],
    [
      "a report of a report",
      "As reported in Kommersant, an article in Der Spiegel claims the deal could be signed.",
      "Der Spiegel",
      ["Kommersant"],
    ],
  ];
  it.each(chains)("keep the chain through %s", (_, body, source, via) => {
    const [attribution] = attributionsOf(body);
    expect([attribution?.source, attribution?.via]).toEqual([source, via]);
  });

  const kinds: readonly (readonly [string, string])[] = [
    ["“We go,” Angela Merkel said.", "direct"],
    ["Angela Merkel said that they “go now” to Syria.", "mixed"],
    ["Angela Merkel said that they go.", "indirect"],
  ];
  it.each(kinds)("of %s are %s", (body, kind) => {
    expect(attributionsOf(body)[0]?.kind).toBe(kind);
  });

  it("keep the office beside a name", () => {
    const [attribution] = attributionsOf(
      "Russian Foreign Minister Sergei Lavrov said that it was late.",
    );
    expect(attribution?.role).toBe("Russian Foreign Minister");
    expect(attribution?.mention).toBe("Sergei Lavrov");
  });

  it("do not take a day for an office", () => {
    const roleIn = (text: string): unknown => attributionsOf(text)[0]?.role;
    expect(roleIn("On Thursday night Lavrov said that it was late.")).toBeNull();
    expect(roleIn("Lavrov, speaking to reporters there, said that it was late.")).toBeNull();
  });

  it("give the cue without the adverb after it", () => {
    const body = "Lavrov said afterward that it was late.";
    const { cue } = attributionsOf(body)[0]!;
    expect(body.slice(cue.start, cue.end)).toBe("said");
  });

  it("do not include actions that are not speech", () => {
    expect(attributionsOf("Putin fired Lavrov while his agency was looking into it.")).toEqual([]);
  });

  it("include denials", () => {
    expect(attributionsOf("Putin has denied any collusion.")[0]?.negated).toBe(true);
    expect(attributionsOf("The army denied that it had fired.")[0]?.negated).toBe(true);
    expect(attributionsOf("The army called the reports incorrect.")[0]?.negated).toBe(true);
    expect(attributionsOf("The army said that it had fired.")[0]?.negated).toBe(false);
  });
});

describe("a sentence without content", () => {
  it("takes none from a heading without a stop before it", () => {
    expect(attributionsOf("A year of repairs at the harbour\n\nThe minister said.")).toEqual([]);
  });
});

describe("quotes", () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ["speech, whole", "“We go now,” Angela Merkel said.", ["direct"]],
    ["speech in parts", "Angela Merkel said that they “go now” to Syria.", ["mixed"]],
    ["words at arm's length, which are none", "The “reform” came late.", []],
    ["titles of works, which are none", "She wrote a book called “The Long War” in May.", []],
    [
      "titles with a comma inside the marks",
      "The book, “A Higher Loyalty: Truth, Lies and Leadership,” came out in May.",
      [],
    ],
    ["a word out of a sentence", "Angela Merkel called them “factions.”", ["mixed"]],
    [
      "a sentence that nobody is named for",
      "It was clear. “They will not go there.” Then night fell.",
      ["direct"],
    ],
  ];
  it.each(cases)("are %s", (_, body, expected) => {
    expect(readArticle(articleOf("", body)).quotes.map(({ kind }) => kind)).toEqual(expected);
  });
});
