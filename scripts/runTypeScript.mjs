#!/usr/bin/env node
/**
 * Runs one TypeScript file: `node scripts/runTypeScript.mjs FILE.ts [args]`.
 *
 * The file is bundled with esbuild into node_modules/.cache, packages left outside, and imported.
 * It sees its own arguments from `process.argv[2]` on; its exit code and its errors (with the
 * lines of the source) pass through. Inside the file `import.meta.url` names the bundle, so
 * paths are taken from the working directory, which npm sets to the project's root.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, renameSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const cacheFolder = fileURLToPath(
  new URL("../node_modules/.cache/runTypeScript/", import.meta.url),
);

/** Bundles the file and returns the path of the bundle. */
async function bundle(sourceFile) {
  mkdirSync(cacheFolder, { recursive: true });
  const digest = createHash("sha256").update(sourceFile).digest("hex").slice(0, 12);
  const outfile = path.join(
    cacheFolder,
    `${path.basename(sourceFile, path.extname(sourceFile))}-${digest}.mjs`,
  );
  // Another run of the same file never reads half a bundle.
  const part = `${outfile}.${process.pid}`;
  await build({
    entryPoints: [sourceFile],
    outfile: part,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    sourcemap: "inline",
    jsx: "automatic",
    jsxImportSource: "preact",
    logLevel: "warning",
  });
  renameSync(part, outfile);
  return outfile;
}

const [file, ...args] = process.argv.slice(2);
if (file === undefined || !existsSync(file)) {
  console.error(
    file === undefined
      ? "usage: node scripts/runTypeScript.mjs FILE.ts [args]"
      : `${file}: there is no such file`,
  );
  process.exit(2);
}
const sourceFile = path.resolve(file);
process.setSourceMapsEnabled(true);
const outfile = await bundle(sourceFile);
process.argv = [process.argv[0], sourceFile, ...args];
await import(pathToFileURL(outfile).href);
