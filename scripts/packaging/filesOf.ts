import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { PackedFile } from "./packedFile.ts";

/** Returns all files of a folder, in no particular order. */
export function filesOfFolder(folder: string): readonly PackedFile[] {
  return read(folder, pathsIn(folder, new Set()));
}

/**
 * Returns the project's source files: those that git tracks or, in an unpacked source zip without git,
 * all that .gitignore does not name. So untracked files of a checkout never get into a package.
 */
export function sourceFiles(root: string): readonly PackedFile[] {
  return read(root, existsSync(join(root, ".git")) ? trackedPaths(root) : untrackedPaths(root));
}

function trackedPaths(root: string): readonly string[] {
  const listed = execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" });
  return listed.split("\0").filter((path) => path !== "");
}

/**
 * Returns the paths in .gitignore. Only names of folders and endings of files are understood,
 * because it has no others.
 */
function untrackedPaths(root: string): readonly string[] {
  const lines = readFileSync(join(root, ".gitignore"), "utf8").split("\n").filter(Boolean);
  const folders = new Set(
    lines.filter((line) => line.endsWith("/")).map((line) => line.slice(0, -1)),
  );
  const endings = lines.filter((line) => line.startsWith("*")).map((line) => line.slice(1));
  return pathsIn(root, folders).filter((path) => !endings.some((ending) => path.endsWith(ending)));
}

function pathsIn(folder: string, leftOut: ReadonlySet<string>, within = folder): readonly string[] {
  return readdirSync(within, { withFileTypes: true }).flatMap((entry) => {
    if (!entry.isDirectory()) return [relative(folder, join(within, entry.name))];
    return leftOut.has(entry.name) ? [] : pathsIn(folder, leftOut, join(within, entry.name));
  });
}

function read(folder: string, paths: readonly string[]): readonly PackedFile[] {
  return paths.map((path) => ({
    path: path.split(sep).join("/"),
    bytes: readFileSync(join(folder, path)),
  }));
}
