import { expect, test } from "vitest";
import { matchText } from "../../src/cli/match/matchText.ts";
import { match, reference, report } from "../ui/support/reportBuilder.ts";

test("a reference in another language is named so, with what agrees and what does not", () => {
  const references = [
    reference({
      outlet: "Nordseebote",
      language: "de",
      differences: [{ kind: "number", page: "2,000", corpus: "3.000" }],
      agreements: [
        { kind: "name", page: "Lavrov", corpus: "Lawrow" },
        { kind: "number", page: "2018", corpus: "2018" },
      ],
    }),
    reference({ outlet: "The Moscow Times" }),
  ];
  const text = matchText(report([match({ references })]), 100);
  expect(text).toContain("─ Nordseebote · 2018-12-31, about the same time · in German\n");
  expect(text).toContain("= name: here Lavrov, there Lawrow\n");
  expect(text).toContain("= number: 2018\n");
  expect(text).toContain("≠ number: here 2,000, there 3.000\n");
  expect(text).toContain("─ The Moscow Times · 2018-12-31, about the same time\n");
});

test.each([
  ["2019-03-05T17:05+09:00", "2019-03-05 17:05 +09:00, 1 h 55 min before this page"],
  ["2019-03-05T06:00-05:00", "2019-03-05 06:00 -05:00, 1 h 0 min after this page"],
  ["2019-03-01T10:00Z", "2019-03-01 10:00 UTC, 4 days before this page"],
  ["2019-03-05T08:05", "2019-03-05 08:05, about the same time"],
  ["2019-02-05T08:05", "2019-02-05 08:05, before this page"],
])("says how %s stands to the page, where that is known", (value, words) => {
  const at = (its: string) => ({ value: its, precision: "minute", basis: "stated" }) as const;
  const told = report([match({ references: [reference({ published: at(value) })] })]);
  const page = { ...told.page, published: at("2019-03-05T10:00Z") };
  expect(matchText({ ...told, page }, 120)).toContain(`─ The Moscow Times · ${words}\n`);
});
