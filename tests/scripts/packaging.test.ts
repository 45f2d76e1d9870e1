import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { filesOfFolder, sourceFiles } from "../../scripts/packaging/filesOf.ts";
import { machinePathsIn } from "../../scripts/packaging/machinePaths.ts";
import { reproducibleZip } from "../../scripts/packaging/reproducibleZip.ts";

let folder: string;
const zone = process.env.TZ;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "second-source-packaging-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe("a package", () => {
  it("has the same bytes in any order of its files and in any time zone", () => {
    const names = ["b.js", "a.js", "_locales/ar/ä.json", "B.js", "corpus/bundled.segment"];
    const files = names.map((path) => ({ path, bytes: bytesOf(`content of ${path}`) }));
    process.env.TZ = "Pacific/Kiritimati";
    const east = reproducibleZip(files);
    process.env.TZ = "America/Los_Angeles";
    expect(reproducibleZip(files.toReversed())).toEqual(east);
    const unpacked = unzipSync(east);
    expect(Object.keys(unpacked)).toEqual(names.toSorted());
    expect(strFromU8(unpacked["b.js"]!)).toBe("content of b.js");
  });

  it("has every file of a folder, with slashes between folders", () => {
    write({ "manifest.json": "{}", "parts/popup/list.js": "1", ".hidden": "" });
    const paths = filesOfFolder(folder).map(({ path }) => path);
    expect(paths.toSorted()).toEqual([".hidden", "manifest.json", "parts/popup/list.js"]);
  });

  it("is refused if a file names a folder of this machine, even in a binary file", () => {
    const inside = Uint8Array.of(0, 255, ...bytesOf("/home/anna/second-source/src"), 0);
    const files = [
      { path: "background.js", bytes: bytesOf("const a = 1;") },
      { path: "model/pieces.bin", bytes: inside },
    ];
    expect(machinePathsIn(files, ["/home/anna/second-source", "/home/anna"])).toEqual([
      "model/pieces.bin: /home/anna/second-source",
      "model/pieces.bin: /home/anna",
    ]);
  });
});

describe("the source package", () => {
  it("of a folder without git has everything that .gitignore does not name", () => {
    write({
      ".gitignore": "node_modules/\ndist/\n*.log\n",
      "src/engine/a.ts": "1",
      "src/dist/built.js": "2",
      "node_modules/x/index.js": "3",
      "dist/chrome/manifest.json": "4",
      "npm-debug.log": "5",
      "tests/logging.ts": "6",
    });
    const paths = sourceFiles(folder).map(({ path }) => path);
    expect(paths.toSorted()).toEqual([".gitignore", "src/engine/a.ts", "tests/logging.ts"]);
  });

  it("of this project has everything that a reviewer builds from, and nothing that is built", () => {
    const paths = new Set(sourceFiles(process.cwd()).map(({ path }) => path));
    for (const needed of ["build.mjs", "package-lock.json", ".npmrc", "docs/reviewers.md"]) {
      expect(paths).toContain(needed);
    }
    expect([...paths].filter((path) => /(?:^|\/)(?:node_modules|dist)\//.test(path))).toEqual([]);
  });
});
