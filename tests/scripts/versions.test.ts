import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  raisedVersion,
  VersionError,
  type VersionedFiles,
} from "../../scripts/packaging/raisedVersion.ts";

const json = (file: string) => JSON.parse(readFileSync(file, "utf8"));

it("package, lock file, manifest and changelog name one version", () => {
  const { version } = json("package.json");
  const lock = json("package-lock.json");
  const headings = readFileSync("CHANGELOG.md", "utf8").matchAll(/^## (\d+\.\d+\.\d+) — /gm);
  expect(lock.version).toBe(version);
  expect(lock.packages[""].version).toBe(version);
  expect(json("manifest.json").version).toBe(version);
  expect([...headings][0]?.[1]).toBe(version);
});

describe("raising the version", () => {
  const files: VersionedFiles = {
    "package.json": '{ "version": "0.1.0", "x": "0.1.0" }',
    "package-lock.json":
      '{ "version": "0.1.0", "packages": { "": { "version": "0.1.0" }, "a": { "version": "0.1.0" } } }',
    "manifest.json": '{ "version": "0.1.0" }',
    "CHANGELOG.md": "# Changelog\n\n## Unreleased\n\n- More.\n\n## 0.1.0 — 2026-11-01\n",
  };

  it("changes the project's version everywhere, and no dependency's", () => {
    expect(raisedVersion(files, "0.2.0", "0.2.0 — 2026-12-01")).toEqual({
      "package.json": '{ "version": "0.2.0", "x": "0.1.0" }',
      "package-lock.json":
        '{ "version": "0.2.0", "packages": { "": { "version": "0.2.0" }, "a": { "version": "0.1.0" } } }',
      "manifest.json": '{ "version": "0.2.0" }',
      "CHANGELOG.md": "# Changelog\n\n## 0.2.0 — 2026-12-01\n\n- More.\n\n## 0.1.0 — 2026-11-01\n",
    });
  });

  it.each([
    ["the version is lower", "0.0.9", "0.0.9 — today", files],
    ["it is the same", "0.1.0", "0.1.0 — today", files],
    ["it is no version", "next", "next — today", files],
    ["the heading names another", "0.2.0", "0.3.0 — today", files],
    [
      "nothing is unreleased",
      "0.2.0",
      "0.2.0 — today",
      { ...files, "CHANGELOG.md": "## 0.1.0 — 2026-11-01\n" },
    ],
  ])("is refused if %s", (_why, version, heading, its) => {
    expect(() => raisedVersion(its, version, heading)).toThrow(VersionError);
  });
});
