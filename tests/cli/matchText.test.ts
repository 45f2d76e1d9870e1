import { expect, test } from "vitest";
import { matchText } from "../../src/cli/matchText.ts";
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
  expect(text).toContain("─ Nordseebote · 2018-12-31 · in German\n");
  expect(text).toContain("= name: here Lavrov, there Lawrow\n");
  expect(text).toContain("= number: 2018\n");
  expect(text).toContain("≠ number: here 2,000, there 3.000\n");
  expect(text).toContain("─ The Moscow Times · 2018-12-31\n");
});
