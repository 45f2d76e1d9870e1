import { describe, expect, test } from "vitest";
import { articleFromText } from "../../src/ingest/articleFromText.ts";

const paragraphs = [
  "COPENHAGEN, March 5, 2019 (Reuters) - The harbour council voted on Tuesday to reopen the old lighthouse to visitors after a repair that took eleven months.",
  "“We have kept the lamp as it was,” the council's chair told residents at a meeting in the fish hall, adding that the stairs had been made safe.",
  "Opponents of the plan said the money should have gone to the breakwater, which lost forty metres in the storms of last winter.",
];

describe("what is not known is read from the text", () => {
  const text = [
    ...["Sign in", "Coast", "Harbour council reopens the old lighthouse"],
    ...["By Harbour Desk     Mar 5, 2019 in Coast", ...paragraphs],
    ...["Read more", "Copyright © 2019 Coast Courier"],
  ].join("\n\n");
  const article = articleFromText(text);

  test.each([
    ["title", "Harbour council reopens the old lighthouse"],
    ["byline", "Harbour Desk"],
    ["published", { value: "2019-03-05", precision: "day", basis: "stated" }],
    ["agencies", ["Reuters"]],
    ["language", "en"],
    ["urls", []],
    ["outlet", { name: "", domain: null }],
  ] as const)("%s", (datum, value) => {
    expect(article[datum]).toEqual(value);
  });

  test("and the body is its paragraphs, parted by blank lines", () => {
    expect(article.body).toBe(paragraphs.join("\n\n"));
  });
});

test("what is known is taken as it is, null included", () => {
  const text = `A title of three\n\n5 March 2019\n\n${paragraphs.join("\n\n")}`;
  const article = articleFromText(text, { title: "Another title", published: null, byline: "Me" });
  expect(article).toMatchObject({ title: "Another title", published: null, byline: "Me" });
});

test("a date that only the address gives is inferred", () => {
  const article = articleFromText(paragraphs[1]!, {
    urls: ["https://www.coast.example/2019/03/05/lighthouse"],
  });
  expect(article.published).toEqual({ value: "2019-03-05", precision: "day", basis: "inferred" });
  expect(article.outlet).toEqual({ name: "coast.example", domain: "coast.example" });
});

test("a stray mark at the start of a paragraph is dropped", () => {
  const article = articleFromText(`${paragraphs[1]}\n. The vote was closer than expected.`);
  expect(article.body.split("\n\n")[1]).toBe("The vote was closer than expected.");
});

test("of two copies of the title the one with its punctuation is taken", () => {
  const copies = "Harbour The lighthouse opens again\n\nHarbour: The “lighthouse” opens again";
  expect(articleFromText(`${copies}\n\n${paragraphs.join("\n\n")}`).title).toBe(
    "Harbour: The “lighthouse” opens again",
  );
});

test("lines wrapped at a margin become paragraphs again", () => {
  const wrapped = paragraphs.map((text) => text.replace(/(.{40,60}) /g, "$1\n")).join("\n\n");
  expect(articleFromText(wrapped).body).toBe(paragraphs.join("\n\n"));
});

test("an empty text makes an article without a body", () => {
  expect(articleFromText(" \n\n ").body).toBe("");
});

test("a list of links that a page holds behind a name is dropped from the sentence", () => {
  const told = "Chancellor Angela Merkel (CDU) said MORE was needed, and the harbour agreed.";
  const linked = told.replace(
    "Merkel",
    "Merkel Angela Dorothea MerkelHarbour opens: what we know Lighthouse repaired at last MORE",
  );
  const article = articleFromText(`${paragraphs[1]}\n\n${linked}`);
  expect(article.body.split("\n\n")[1]).toBe(told);
});

test.each([
  [
    "Arabic",
    "العمدة ترفض إغلاق الميناء",
    "قالت العمدة آنا ليند للصحفيين يوم الاثنين: «لن نغلق الميناء مهما قرر المجلس في الأسابيع المقبلة».",
  ],
  [
    "Japanese",
    "市長は港を閉鎖しないと表明",
    "アンナ・リンド市長は月曜日、記者団に対し「議会が今後数週間に何を決定しようとも、港を閉鎖することはない」と述べた。",
  ],
  [
    "Hindi",
    "महापौर बंदरगाह बंद नहीं करेंगी",
    "महापौर अन्ना लिंड ने सोमवार को पत्रकारों से कहा कि परिषद आने वाले हफ्तों में जो भी फैसला करे, बंदरगाह बंद नहीं होगा।",
  ],
])("a headline in a script without capitals is the title (%s)", (_, headline, paragraph) => {
  const { title, body } = articleFromText(`${headline}\n\n${paragraph}`);
  expect({ title, body }).toEqual({ title: headline, body: paragraph });
});
