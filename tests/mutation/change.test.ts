import { describe, expect, it } from "vitest";
import { changed, changesOf } from "./change.ts";

const text = `/** A bound. */
const least = 0.5;
export const most = 1_000;
export function isIn(value: number, isOpen: boolean): boolean {
  const local = 3;
  if (value === local) return false;
  return value >= least && (!isOpen || value < most);
}
`;

/** The lines that a change made different, trimmed. */
function linesOf(to: string): readonly string[] {
  const before = text.split("\n");
  return to.split("\n").flatMap((line, at) => (line === before[at] ? [] : [line.trim()]));
}

describe("the changes of a file", () => {
  const changes = changesOf("a.ts", text);

  it("are every named number, comparison, condition and not, one at a time", () => {
    expect(changes.flatMap((change) => linesOf(changed(text, change)))).toEqual([
      "const least = 0.3;",
      "const least = 0.75;",
      "export const most = 999;",
      "export const most = 1001;",
      "if (value !== local) return false;",
      "return (value >= least);",
      "return ((!isOpen || value < most));",
      "return value > least && (!isOpen || value < most);",
      "return value >= least && ((!isOpen));",
      "return value >= least && ((value < most));",
      "return value >= least && (isOpen || value < most);",
      "return value >= least && (!isOpen || value <= most);",
    ]);
  });

  it("are named by their line", () => {
    expect(changes[4]?.what).toBe("6: value === local: === → !==");
  });
});
