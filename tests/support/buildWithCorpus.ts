import {
  copyFileSync,
  cpSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { Article } from "../../src/engine/model/index.ts";
import { segmentOfArticles } from "../../src/engine/segmentOfArticles.ts";

/** A build of the extension with something else in it. */
export interface OtherBuild {
  readonly folder: string;
  remove(): void;
}

/** Copies a build and exchanges its articles. */
export function buildWithCorpus(build: string, articles: readonly Article[]): OtherBuild {
  const other = buildWithFile(build, "corpus/bundled.segment", segmentOfArticles(articles));
  writeFileSync(join(other.folder, "corpus/articles.json"), JSON.stringify(articles));
  return other;
}

/** Copies a build and exchanges one of its files, or adds one. */
export function buildWithFile(
  build: string,
  file: string,
  content: Uint8Array | string,
): OtherBuild {
  const folder = mkdtempSync(join(tmpdir(), "second-source-build-"));
  copyBuild(build, folder);
  // Never into a file that the build has too.
  rmSync(join(folder, file), { force: true });
  writeFileSync(join(folder, file), content);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

const modelFolder = "model";

/** Copies a build, all but the encoder's 70 MB: those files it has in common with it, where it can. */
export function copyBuild(build: string, folder: string): void {
  const filter = (source: string) => basename(source) !== modelFolder;
  cpSync(build, folder, { recursive: true, filter });
  mkdirSync(join(folder, modelFolder));
  for (const name of readdirSync(join(build, modelFolder))) {
    const [from, to] = [build, folder].map((its) => join(its, modelFolder, name)) as [
      string,
      string,
    ];
    try {
      linkSync(from, to);
    } catch {
      copyFileSync(from, to);
    }
  }
}
