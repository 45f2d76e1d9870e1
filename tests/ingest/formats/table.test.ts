import { strToU8 } from "fflate";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { createFileReader } from "../../../src/ingest/formats/fileReader.ts";
import { createKnownFiles } from "../../../src/ingest/formats/knownFiles.ts";

const parseHtml = (html: string) => parseHTML(html).document as unknown as Document;

function itemsOf(name: string, content: string) {
  const reader = createFileReader(name, { parseHtml, known: createKnownFiles(new Map()) });
  return [...reader.push(strToU8(content)), ...reader.end()];
}

const first = "The council voted on Tuesday to build a bridge, and to wait with the harbour.";
const second = "Ferries sailed again on Wednesday after three days of fog in the strait.";

describe("a table of articles is read row by row", () => {
  it.each([
    ["commas", "a.csv", ","],
    ["semicolons", "a.csv", ";"],
    ["tabs", "a.tsv", "\t"],
  ])("with %s between its cells", (_, name, mark) => {
    const rows = [
      ["Title", "Text", "Published At", "URL", "Outlet"],
      ["A bridge", `"${first}"`, "2026-10-05", "https://coast.example/1", '"Coast, ""Courier"""'],
      ["", "", "", "", ""],
      ["Ferries", `"${second}\n\n${first}"`, "2026-10-06T10:00:00Z", "", "Island Post"],
    ];
    const table = rows.map((row) => row.join(mark)).join("\r\n");
    for (const content of [table, `\ufeff${table}\r\n`]) {
      expect(itemsOf(name, content)).toMatchObject([
        {
          name: `${name}: row 2`,
          article: {
            ...{ title: "A bridge", body: first, urls: ["https://coast.example/1"] },
            outlet: { name: 'Coast, "Courier"', domain: "coast.example" },
            published: { value: "2026-10-05" },
          },
        },
        {
          name: `${name}: row 4`,
          article: {
            ...{ title: "Ferries", body: `${second}\n\n${first}`, urls: [] },
            published: { value: "2026-10-06T10:00:00Z" },
          },
        },
      ]);
    }
  });

  it("and a row without its text is named", () => {
    const items = itemsOf("a.csv", `title,body\nA bridge,${second}\nNothing\nOpen,"${second}`);
    expect(items).toMatchObject([
      { kind: "article" },
      { kind: "refused", name: "a.csv: row 3" },
      { kind: "article", article: { title: "Open", body: second } },
    ]);
  });

  it.each(["passage,relation\na,b\n", "only a line", ""])(
    "and one without a column of texts is refused with advice (%j)",
    (content) => {
      const [item] = itemsOf("a.csv", content || "\n,");
      expect(item).toMatchObject({ kind: "refused", reason: { key: "refusedTable" } });
    },
  );
});
