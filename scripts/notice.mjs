/**
 * Writes the NOTICE of a build: whose texts, data and code are in it, with the full texts of the
 * licences. The bundler itself reports what is bundled. Plain JavaScript, because the build imports
 * it.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Licences that may be bundled: they require only their text and the address of the source, which
 * the NOTICE has. Any other licence must be read first.
 */
const allowed = new Set([
  ...["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT"],
  // For files that are not changed, the source's address is enough.
  "MPL-2.0",
]);

/** A bundled package cannot be shipped as it is, and what to do. */
export class LicenceError extends Error {
  name = "LicenceError";
}

/**
 * Returns the packages in the bundles, by name, each version once. Throws LicenceError for one
 * whose licence is not allowed, or whose text is missing both in the package and in `textsFolder`,
 * where a file NAME.txt ("/" as "+") can replace it.
 * @param root the folder that the inputs' paths begin in
 * @param inputs the files that were bundled, as named in esbuild's metafile
 */
export function bundledPackages(root, inputs, textsFolder) {
  const folders = new Set(inputs.flatMap((input) => packageFolder(root, input) ?? []));
  const packages = [...folders].map((folder) => readPackage(join(root, folder), textsFolder));
  const byName = new Map(packages.map((its) => [`${its.name} ${its.version}`, its]));
  return [...byName.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, its]) => its);
}

/** The innermost package of a file, or null. What a package brings inside it without a name of its own is its. */
function packageFolder(root, input) {
  const parts = input.split("/");
  const places = parts.flatMap((part, at) => (part === "node_modules" ? [at] : []));
  const folders = places.toReversed().map((at) => {
    const isScoped = parts[at + 1].startsWith("@");
    return parts.slice(0, at + (isScoped ? 3 : 2)).join("/");
  });
  return folders.find((folder) => existsSync(join(root, folder, "package.json"))) ?? null;
}

function readPackage(folder, textsFolder) {
  const { name, version, license, repository } = JSON.parse(
    readFileSync(join(folder, "package.json"), "utf8"),
  );
  if (!allowed.has(license)) {
    throw new LicenceError(
      `${name} ${version} is bundled and under "${license}", which scripts/notice.mjs does not allow: do without it, or read that licence and allow it`,
    );
  }
  const texts = readdirSync(folder)
    .filter((file) => /^(?:licen[cs]e|notice|copying)/i.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), "utf8"));
  const standIn = join(textsFolder, `${name.replace("/", "+")}.txt`);
  if (texts.length === 0 && existsSync(standIn)) texts.push(readFileSync(standIn, "utf8"));
  if (texts.length === 0) {
    throw new LicenceError(
      `${name} ${version} is bundled and brings no licence text: put it into ${standIn}`,
    );
  }
  const source = typeof repository === "string" ? repository : repository?.url;
  return {
    name,
    version,
    licence: license,
    source: addressOf(source ?? ""),
    text: texts.join("\n"),
  };
}

/** npm's short forms and git's schemes as an address that a reader can open. */
function addressOf(repository) {
  const address = repository.replace(/^git\+|\.git$/g, "").replace(/^git:/, "https:");
  return /^[\w.-]+\/[\w.-]+$/.test(address) ? `https://github.com/${address}` : address;
}

const line = "=".repeat(80);

/**
 * Returns the whole text. `parts` are sections on what is not a package: title and text. It begins
 * with a byte order mark, without which browsers show an extension's text file in the system's
 * encoding.
 */
export function noticeText(packages, parts) {
  const sections = [
    ...parts,
    ...packages.map(({ name, version, licence, source, text }) => ({
      title: `${name} ${version} (${licence})`,
      text: `${source}\n\n${text}`,
    })),
  ];
  const contents = sections.map(({ title }) => `  ${title}`).join("\n");
  const texts = sections.map(({ title, text }) => `${line}\n${title}\n${line}\n\n${tidy(text)}\n`);
  return `\uFEFFSecond Source: whose work is in it, and under which licence.\n\n${contents}\n\n${texts.join("\n")}`;
}

function tidy(text) {
  return text
    .replaceAll("\r\n", "\n")
    .replace(/[ \t]+$/gm, "")
    .trim();
}
