import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { transformSync } from "esbuild";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { type Change, changesOf } from "./change.ts";
import { programOf, switchedCode } from "./switchedCode.ts";
import * as switches from "./switches.ts";

const folder = mkdtempSync(path.join(tmpdir(), "second-source-changes-"));
afterAll(() => rmSync(folder, { recursive: true }));

const bounds = `export const most = 1_000;
`;
const rules = `import { most } from "./bounds.ts";
/** A bound. */
const least = 0.5;
const read = () => ({ least });
export function isIn(value: number, isOpen: boolean): boolean {
  const local = 3;
  if (value === local) return false;
  return value >= read().least && (!isOpen || value < most);
}
export const orderOf = (a: number, b: number): number => a - b || -b;
`;
const files = { "bounds.ts": bounds, "rules.ts": rules };
for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);

const program = programOf(Object.keys(files).map((name) => path.join(folder, name)));
const sources = program.getRootFileNames().map((name) => program.getSourceFile(name)!);
const changes = changesOf(sources);
const codes = sources.map((source) => switchedCode(program, source, changes, "switches"));

interface Rules {
  isIn(value: number, isOpen: boolean): boolean;
  orderOf(a: number, b: number): number;
}

/** The rules, run from the texts of the two files. */
function rulesOf([boundsText, rulesText]: readonly string[]): Rules {
  const modules = { switches, "./bounds.ts": load(boundsText!, { switches }) };
  return load(rulesText!, modules) as Rules;
}

/** What the rules say of many values. */
function resultsOf(texts: readonly string[]): readonly unknown[] {
  const { isIn, orderOf } = rulesOf(texts);
  const values = [0.4, 0.5, 0.6, 3, 999, 1000, 2000];
  return values.flatMap((value) => [isIn(value, true), isIn(value, false), orderOf(value, 3)]);
}

function load(code: string, modules: Readonly<Record<string, unknown>>): unknown {
  const module: { exports?: unknown } = {};
  const { code: script } = transformSync(code, { loader: "ts", format: "cjs" });
  new Function("module", "require", script)(module, (name: string) => modules[name]);
  return module.exports;
}

/** Each change, as the line that says the same. */
const lines = [
  "export const most = 999;",
  "export const most = 1001;",
  "const least = 0.3;",
  "const least = 0.75;",
  "  if (value !== local) return false;",
  "  return value >= read().least;",
  "  return (!isOpen || value < most);",
  "  return value > read().least && (!isOpen || value < most);",
  "  return value >= read().least && (!isOpen);",
  "  return value >= read().least && (value < most);",
  "  return value >= read().least && (isOpen || value < most);",
  "  return value >= read().least && (!isOpen || value <= most);",
  "export const orderOf = (a: number, b: number): number => a - b;",
  "export const orderOf = (a: number, b: number): number => -b;",
];

/** The texts of the two files with a line instead of the one that the change names. */
function textsWith(line: string, { file, what }: Change): readonly string[] {
  const place = Number.parseInt(what, 10) - 1;
  return Object.entries(files).map(([name, text]) =>
    path.basename(file) === name ? text.split("\n").with(place, line).join("\n") : text,
  );
}

afterEach(() => switches.switchOn(-1));

it("the changes are every number, comparison, condition and not, one at a time", () => {
  expect(changes.all).toHaveLength(lines.length);
});

describe("a change that is switched on", () => {
  it.each(lines.map((line, id) => [line, id] as const))("does what this says: %s", (line, id) => {
    const asWritten = resultsOf(textsWith(line, changes.all[id]!));
    expect(asWritten).not.toEqual(resultsOf(Object.values(files)));
    switches.switchOn(id);
    expect(resultsOf(codes)).toEqual(asWritten);
  });

  it("makes no loop endless", () => {
    switches.switchOn(0, 5);
    expect(() => resultsOf(codes)).toThrow(switches.EndlessError);
  });
});

describe("a trace", () => {
  const { isIn } = rulesOf(codes);
  const differing = (value: number, isOpen: boolean) => {
    switches.nextTrace();
    isIn(value, isOpen);
    return [...switches.nextTrace().differing].sort((a, b) => a - b);
  };

  it("has the changes that would have given another value, and no others", () => {
    expect(differing(3, false)).toEqual([4]);
    expect(differing(0.5, false)).toEqual([2, 3, 4, 7, 9, 10]);
  });
});
