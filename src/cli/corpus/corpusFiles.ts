import { existsSync, lstatSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { InputError } from "../inputError.ts";
import { noSuchFile, reason } from "../read/fileProblems.ts";

/**
 * Returns the files of a place: itself, or if it is a folder, all files in it, recursively, in the order of names.
 * Hidden files, the folders that browsers put beside a saved page, and links to folders are left out. A folder that
 * cannot be read is returned instead of its files.
 */
export function corpusFiles(place: string): readonly string[] {
  if (!existsSync(place) || !statSync(place).isDirectory()) return [place];
  return (
    namesIn(place)
      ?.filter((name) => !name.startsWith(".") && !/_files$/.test(name))
      .sort()
      .map((name) => path.join(place, name))
      .filter((file) => !lstatSync(file).isSymbolicLink() || !isFolder(file))
      .flatMap(corpusFiles) ?? [place]
  );
}

function isFolder(file: string): boolean {
  return existsSync(file) && statSync(file).isDirectory();
}

function namesIn(folder: string): readonly string[] | null {
  try {
    return readdirSync(folder);
  } catch {
    return null;
  }
}

/** Throws InputError if this is not there, or a folder that cannot be read. */
export function checkFile(file: string): void {
  if (!existsSync(file)) throw new InputError(`${file}: ${noSuchFile}`);
  try {
    if (isFolder(file)) readdirSync(file);
  } catch (error) {
    throw new InputError(`${file}: ${reason(error)}`);
  }
}
