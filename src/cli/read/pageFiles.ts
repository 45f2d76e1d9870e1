import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { globSync, isDynamicPattern } from "tinyglobby";
import { InputError } from "../inputError.ts";
import { standardInput } from "./readInput.ts";

/** The endings of saved pages. */
const pagePattern = "**/*.{html,htm,xhtml,mhtml,mht,txt,docx,pdf}";

/** Matches files in a folder that a browser put beside a saved page. */
const besidePage = /_files[\\/]/;

/**
 * Returns the pages that files, folders and patterns name, each once, in their order; those of a
 * folder or pattern in the order of names. Throws InputError for one that names no page.
 */
export function pageFiles(inputs: readonly string[]): readonly string[] {
  return [...new Set(inputs.flatMap(filesOf))];
}

function filesOf(input: string): readonly string[] {
  if (input === standardInput) return [input];
  if (/^https?:\/\//i.test(input)) {
    throw new InputError(
      `${input}: pages are not fetched from the web; save the page in your browser, name the file, and give its address with --url`,
    );
  }
  if (existsSync(input)) return statSync(input).isDirectory() ? pagesIn(input) : [input];
  return isDynamicPattern(input) ? matching(input) : [input];
}

function pagesIn(folder: string): readonly string[] {
  const found = globSync(pagePattern, { cwd: folder, followSymbolicLinks: false });
  if (found.length === 0) {
    throw new InputError(
      `${folder}: has no pages; pages are .html, .htm, .xhtml, .mhtml, .txt, .docx or .pdf files`,
    );
  }
  return found
    .filter((file) => !besidePage.test(file))
    .sort()
    .map((file) => path.join(folder, file));
}

function matching(pattern: string): readonly string[] {
  const found = globSync(pattern.replaceAll("\\", "/"));
  if (found.length === 0) throw new InputError(`${pattern}: no file matches`);
  return found.filter((file) => !besidePage.test(file)).sort();
}
