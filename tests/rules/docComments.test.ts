import { ESLint } from "eslint";
import { describe, expect, it } from "vitest";

const linter = new ESLint();

/** The rules that a source file breaks. */
async function brokenRules(source: string): Promise<readonly (string | null)[]> {
  const [result] = await linter.lintText(source, { filePath: "src/ingest/planted.ts" });
  return result!.messages.map(({ ruleId }) => ruleId);
}

describe("the rules for doc comments", () => {
  it.each([
    ["a function", "export function readTitle() {}"],
    ["a constant", "export const longestTitle = 3;"],
    ["an interface", "export interface Title {}"],
    ["a type", "export type Title = string;"],
    ["a class", "export class Titles {}"],
    ["a public method", "/** Keeps the titles of a page. */\nexport class Titles {\n  add() {}\n}"],
  ])("report %s without one", async (_what, source) => {
    expect(await brokenRules(`${source}\n`)).toEqual(["jsdoc/require-jsdoc"]);
  });

  it("report a comment that says nothing or repeats the name", async () => {
    expect(await brokenRules("/** */\nexport const longest = 3;\n")).not.toEqual([]);
    expect(
      await brokenRules("/** The longest title. */\nexport const longestTitle = 3;\n"),
    ).not.toEqual([]);
  });

  it("accept a comment with words, and code that is not exported", async () => {
    const source =
      "/** Titles above this length are cut. */\nexport const longest = 3;\nconst own = 4;\n";
    expect(await brokenRules(source)).toEqual([]);
  });
});
