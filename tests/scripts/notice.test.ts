import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { bundledPackages, LicenceError, noticeText } from "../../scripts/notice.mjs";

let root: string;
let texts: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "second-source-notice-"));
  texts = join(root, "licences");
  mkdirSync(texts);
});

afterEach(() => rmSync(root, { recursive: true }));

/** A package in node_modules; returns the path of a file of it. */
function install(
  path: string,
  about: Readonly<Record<string, unknown>>,
  files: Readonly<Record<string, string>> = { LICENSE: "May be used." },
): string {
  const folder = join(root, "node_modules", path);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify(about));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return `node_modules/${path}/index.js`;
}

const named = (name: string, license: string) => ({ name, version: "1.0.0", license });

describe("the packages of a bundle", () => {
  it("are those that its files come from, each once, with all their licence texts", () => {
    const inputs = [
      "src/engine/a.ts",
      install(
        "@scope/b",
        { ...named("@scope/b", "Apache-2.0"), repository: "its/b" },
        {
          "LICENSE.md": "Apache",
          "NOTICE.txt": "Made by B.",
        },
      ),
      install("a", named("a", "MIT")),
      install("a/node_modules/c", named("c", "ISC")),
      "node_modules/a/other.js",
    ];
    const packages = bundledPackages(root, inputs, texts);
    expect(packages.map(({ name }) => name)).toEqual(["@scope/b", "a", "c"]);
    expect(packages[0]).toMatchObject({
      source: "https://github.com/its/b",
      text: "Apache\nMade by B.",
    });
  });

  it("include packages inside them that have no name of their own", () => {
    install("feeds", named("feeds", "MIT"));
    const inside = "node_modules/feeds/dist/node_modules/inner/is.mjs";
    expect(bundledPackages(root, [inside], texts).map(({ name }) => name)).toEqual(["feeds"]);
  });

  it.each(["GPL-3.0-only", "SEE LICENSE IN EULA", undefined])("may not be under %s", (license) => {
    const input = install("a", { name: "a", version: "1.0.0", license });
    expect(() => bundledPackages(root, [input], texts)).toThrow(LicenceError);
  });

  it("need the text of a licence, their own or a replacement", () => {
    const input = install("@scope/b", named("@scope/b", "MIT"), { "README.md": "MIT" });
    expect(() => bundledPackages(root, [input], texts)).toThrow(/@scope\/b 1\.0\.0 .* no licence/);
    writeFileSync(join(texts, "@scope+b.txt"), "Copyright B");
    expect(bundledPackages(root, [input], texts)).toMatchObject([{ text: "Copyright B" }]);
  });
});

it("a NOTICE lists its sections first, and begins with a byte order mark", () => {
  const packages = [
    { name: "a", version: "1.0.0", licence: "MIT", source: "", text: "Text\r\nA " },
  ];
  const notice = noticeText(packages, [{ title: "The bundled articles", text: "“Whose?”" }]);
  expect(notice.startsWith("\uFEFFSecond Source")).toBe(true);
  expect(notice).toContain("\n  The bundled articles\n  a 1.0.0 (MIT)\n");
  expect(notice).toContain("Text\nA\n");
});
