import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { run } from "./captureOutput.ts";
import { expectValid, objectsIn, schema } from "./schemas.ts";

const pairs = "tests/fixtures/cli/pairs.jsonl";
const folder = mkdtempSync(path.join(tmpdir(), "second-source-"));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(name: string, lines: readonly unknown[]): string {
  const file = path.join(folder, name);
  writeFileSync(
    file,
    lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n"),
  );
  return file;
}

async function relationsOf(...lines: readonly object[]): Promise<string[]> {
  const { out } = await run(["compare", fileOf("relations.jsonl", lines)]);
  return objectsIn(out).map(({ relation }) => String(relation));
}

describe("compare", () => {
  test("prints, for each pair in order, what its schema says", async () => {
    const { exitCode, out, problems } = await run(["compare", pairs]);
    expect({ exitCode, problems }).toEqual({ exitCode: 0, problems: [] });
    const isCompare = schema("compare");
    const printed = objectsIn(out);
    for (const one of printed) expectValid(isCompare, one);
    expect(printed.map(({ relation }) => relation)).toEqual([
      "verbatim",
      "reworded",
      "differs",
      "contradicts",
      "none",
    ]);
  });

  test("names what differs by the side it stands on", async () => {
    const differences = objectsIn((await run(["compare", pairs])).out)[2]!.differences;
    expect(differences).toEqual([{ kind: "number", a: "40", b: "60" }]);
  });

  test("counts relative dates from each side's own day", async () => {
    const told = (aDate: string, bDate: string) => ({
      a: "The two presidents met in Sochi on Monday to sign a treaty on gas deliveries.",
      b: "The two presidents met in Sochi yesterday to sign a treaty on gas deliveries to Ankara.",
      aDate,
      bDate,
    });
    const [same, other] = await relationsOf(
      told("2019-03-06", "2019-03-05"),
      told("2019-03-06", "2019-06-07"),
    );
    expect(same).not.toBe("differs");
    expect(other).toBe("differs");
  });

  test("gives the same score whichever side comes first", async () => {
    const { out } = await run(["compare", pairs]);
    const turned = objectsIn((await run(["compare", fileOf("turned.jsonl", turnedPairs())])).out);
    objectsIn(out).forEach(({ similarity, score, relation }, at) => {
      expect(turned[at]).toMatchObject({ similarity, score, relation });
    });
  });

  test.each([
    ["no JSON", "{", /line 2: is not JSON/],
    ["no object", "[1]", /line 2: is not an object/],
    ["a missing side", { a: "x" }, /line 2: "b" is missing/],
    ["a side that is no text", { a: "x", b: 3 }, /line 2: "b" is not a text/],
    [
      "a day that is none",
      { a: "x", b: "y", aDate: "2019-13-40" },
      /line 2: "aDate" is "2019-13-40"/,
    ],
  ])(
    "%s on a line is named with its number, and the other lines are done",
    async (_, line, message) => {
      const good = { a: "The ferry will not sail.", b: "The ferry will not sail." };
      const { exitCode, out, problems } = await run([
        "compare",
        fileOf("bad.jsonl", [good, line, "", good]),
      ]);
      expect(exitCode).toBe(1);
      expect(objectsIn(out)).toHaveLength(2);
      expect(problems).toEqual([expect.stringMatching(message)]);
    },
  );

  test("a file that is not there ends with 1 and prints nothing", async () => {
    const { exitCode, out, problems } = await run(["compare", path.join(folder, "absent.jsonl")]);
    expect({ exitCode, out }).toEqual({ exitCode: 1, out: "" });
    expect(problems).toEqual([expect.stringMatching(/absent\.jsonl: there is no such file/)]);
  });

  test("says something of any two texts, however short", async () => {
    const texts = ["", " ", "No.", "42", "“", "Сирия", "🙂 🙂"];
    const all = texts.flatMap((a) => texts.map((b) => ({ a, b })));
    const { exitCode, out } = await run(["compare", fileOf("short.jsonl", all)]);
    expect(exitCode).toBe(0);
    const isCompare = schema("compare");
    for (const one of objectsIn(out)) expectValid(isCompare, one);
  });
});

function turnedPairs(): object[] {
  return readPairs().map(({ a, b, aDate, bDate }) => ({ a: b, b: a, aDate: bDate, bDate: aDate }));
}

function readPairs() {
  return objectsIn(readFileSync(pairs, "utf8"));
}
