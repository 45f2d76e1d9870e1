import { ESLint } from "eslint";
import { describe, expect, it } from "vitest";

const linter = new ESLint();

/** The rules that a source with this pattern breaks. */
async function brokenRules(pattern: string): Promise<readonly (string | null)[]> {
  const source = `const planted = ${pattern};\n`;
  const [result] = await linter.lintText(source, { filePath: "src/ingest/planted.ts" });
  return result!.messages.map(({ ruleId }) => ruleId);
}

describe("the rules for patterns", () => {
  it.each([
    [
      "comments and declarations in any number before a feed's first element",
      String.raw`/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\])?\s*>\s*|<\?[^>]*>\s*)*<(?:rss|feed|rdf:RDF|channel)\b/i`,
    ],
    ["comments in any number", String.raw`/^\s*(?:<!--[\s\S]*?-->\s*)*<html\b/i`],
    ["lines in any number", String.raw`/(?:a.*\n)+b/`],
    ["a mail address at the end", String.raw`/\S+@\S+\.\S+$/`],
    ["white space at the end", String.raw`/\s+$/`],
    ["a word of words", "/^(?:a+)+$/"],
  ])("report %s", async (_what, pattern) => {
    expect(await brokenRules(pattern)).not.toEqual([]);
  });

  it.each([
    ["white space at the end, looked for once", String.raw`/(?<!\s)\s+$/`],
    ["an element", String.raw`/<(?:html|body)\b/i`],
    ["a bounded run", String.raw`/^[\s(]{0,5}reuters[^.]{0,40}$/i`],
  ])("accept %s", async (_what, pattern) => {
    expect(await brokenRules(pattern)).toEqual([]);
  });
});
