import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findQuotations } from "../../../src/engine/extract/quotes/quotes.ts";
import { readArticle } from "../../../src/engine/extract/readArticle.ts";
import { articleFromText } from "../../../src/ingest/articleFromText.ts";

function quoted(text: string): string[] {
  return findQuotations(text).map(({ start, end }) => text.slice(start, end));
}

const cases: readonly (readonly [string, string, readonly string[]])[] = [
  ["curly marks", "He said “we go” and “we stay.”", ["we go", "we stay."]],
  ["straight marks", 'He said "we go" and "we stay."', ["we go", "we stay."]],
  ["single marks", "Russia, Turkey Have 'Decisive' Role, ‘key’ one", ["Decisive", "key"]],
  ["apostrophes, which are none", "Turkey’s workers’ rights and the ’90s, it's Syria's", []],
  [
    "a plural's apostrophe inside",
    "‘The workers’ party won,’ he said.",
    ["The workers’ party won,"],
  ],
  ["French and German marks", "« Oui », „Ja“, »Doch«, 「はい」", ["Oui", "Ja", "Doch", "はい"]],
  [
    "nested marks",
    "“He told me ‘go away’ and I went,” she said.",
    ["He told me ‘go away’ and I went,"],
  ],
  ["straight marks nested", "\"He said 'go' to me,\" she said.", ["He said 'go' to me,"]],
  ["a mark that is never closed", 'A 6" pipe and “one more', []],
  ["a mark that is never closed but introduced", "He said: “We go. Now.", ["We go. Now."]],
  ["a mark that opens twice", "He said “we “go” now", ["go"]],
  ["a glued mark", 'He said:"We go."Then he left.', ["We go."]],
];

describe("quotations", () => {
  it.each(cases)("are read from %s", (_, text, expected) => {
    expect(quoted(text)).toEqual(expected);
  });

  it("continue over paragraphs that each open with a mark", () => {
    const text = "“First part.\n\n“Second part,” he said.\n\n“Another.”";
    expect(quoted(text)).toEqual(["First part.\n\n“Second part,", "Another."]);
  });
});

describe("quotations of languages without a table", () => {
  it.each<[language: string, text: string, expected: readonly string[]]>([
    [
      "sv",
      "”Vi har väntat i tio år”, säger Anna Exempel. ”Nu är det dags.”",
      ["Vi har väntat i tio år", "Nu är det dags."],
    ],
    [
      "fi",
      "”Odotimme tätä päivää”, sanoi Anna Esimerkki, ja lisäsi: ”Nyt riittää.”",
      ["Odotimme tätä päivää", "Nyt riittää."],
    ],
    [
      "fi",
      "»Odotimme tätä päivää», sanoi Anna Esimerkki. »Nyt riittää.»",
      ["Odotimme tätä päivää", "Nyt riittää."],
    ],
    ["sv", "– Det är en stor dag för alla, säger Erik Svensson.", ["Det är en stor dag för alla"]],
    ["nb", "– Skal vi vente lenger? spør ordfører Anna Eksempel.", ["Skal vi vente lenger?"]],
    [
      "da",
      "— Vi har ventet i ti år, siger borgmesteren Anna Eksempel til Bladet.\n\n— Nu sker det.",
      ["Vi har ventet i ti år", "Nu sker det."],
    ],
    [
      "pl",
      "– Czekaliśmy na ten dzień dziesięć lat, powiedziała Anna Przykład.",
      ["Czekaliśmy na ten dzień dziesięć lat"],
    ],
    ["sv", "– Bron, som är lång\n\n– Vägen, som är smal", []],
    ["en", "– The council, led by Anna Example.", []],
  ])("in %s: %s", (language, text, expected) => {
    const found = findQuotations(text, null, language);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });

  it("are read of the input that failed", () => {
    const text = readFileSync(
      new URL("../../fixtures/cases/11-swedish-quotes.txt", import.meta.url),
      "utf8",
    );
    const { article, quotes } = readArticle(articleFromText(text));
    expect(quotes.map(({ start, end }) => article.body.slice(start, end))).toEqual([
      "Vi har väntat i tio år på den här dagen, och jag vill inte vänta ett år till",
      "Det är en stor dag för hela kommunen och för alla som bor på andra sidan",
    ]);
  });
});
