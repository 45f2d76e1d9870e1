import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { formatPieces, prosePieces } from "./pieces.ts";
import { readByOthers } from "./readByOthers.ts";
import { readers } from "./readers.ts";

const exported = /^export (?:async )?(?:function\*?|class) (\w+)/gm;

function exportsOf(room: string): readonly string[] {
  const folder = join("src", room);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) => [...readFileSync(join(folder, file), "utf8").matchAll(exported)])
    .map(([, name = ""]) => name);
}

function measuredIn(room: string): readonly string[] {
  const own = Object.keys(readers).filter((name) => name === room || name.startsWith(`${room}/`));
  return own.flatMap((name) => readers[name]!.map((reader) => reader.name.split(" ")[0]!));
}

describe("every reader of foreign text", () => {
  it.each(Object.entries(readByOthers))(
    "of %s is measured, or read by one that is",
    (room, others) => {
      const known = new Set([...measuredIn(room), ...others.split(/\s+/)]);
      expect(exportsOf(room).length).toBeGreaterThan(8);
      expect(exportsOf(room).filter((name) => !known.has(name))).toEqual([]);
    },
  );

  it("is given fifty hostile pieces at least", () => {
    expect(Math.min(prosePieces.length, formatPieces.length)).toBeGreaterThanOrEqual(50);
  });
});
