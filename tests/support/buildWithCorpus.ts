import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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
  cpSync(build, folder, { recursive: true });
  writeFileSync(join(folder, file), content);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
