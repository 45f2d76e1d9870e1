import { describe, expect, it } from "vitest";
import table from "../../../assets/language/cueVerbs.json";
import { cueVerbs, isSpeechVerbForm } from "../../../src/engine/text/languageTables.ts";

const rows = Object.entries(table.verbs) as readonly [string, Readonly<Record<string, string>>][];
const columns = ["forms", "uses", "afterQuotation", "afterName", "afterPerson"];

describe("the table of attribution verbs", () => {
  it("has its rows in alphabetical order", () => {
    const bases = rows.map(([base]) => base);
    expect(bases).toEqual([...bases].sort());
  });

  it("explains every column and every use", () => {
    const uses = new Set(rows.flatMap(([, row]) => row.uses?.split(" ") ?? []));
    for (const name of [...columns, ...uses]) expect(table.about).toContain(name);
    expect(
      rows.flatMap(([, row]) => Object.keys(row)).filter((name) => !columns.includes(name)),
    ).toEqual([]);
  });

  it("has no form in two rows", () => {
    const forms = rows.flatMap(([, row]) => row.forms?.split(" ") ?? []);
    expect(forms).toHaveLength(new Set(forms).size);
  });

  it("gives each reader of the table its verbs", () => {
    expect(cueVerbs.irregular.get("said")).toBe("say");
    expect(cueVerbs.speech.has("say") && cueVerbs.inverted.has("say")).toBe(true);
    expect(cueVerbs.addressed.has("tell") && cueVerbs.denials.has("deny")).toBe(true);
    expect(cueVerbs.opinions.has("believe") && !cueVerbs.opinions.has("say")).toBe(true);
    expect(isSpeechVerbForm("asked") && !isSpeechVerbForm("ask")).toBe(true);
  });
});
