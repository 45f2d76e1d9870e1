import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Article } from "../../src/engine/model/index.ts";
import { segmentOfArticles } from "../../src/engine/segmentOfArticles.ts";

/** A build of the extension with other bundled articles. */
export interface OtherBuild {
  readonly folder: string;
  remove(): void;
}

/** Copies a build and exchanges its articles. */
export function buildWithCorpus(build: string, articles: readonly Article[]): OtherBuild {
  const other = buildWithSegment(build, segmentOfArticles(articles));
  writeFileSync(join(other.folder, "corpus/articles.json"), JSON.stringify(articles));
  return other;
}

/** Copies a build and exchanges its segment; a damaged one would still be rebuilt from the build's articles. */
export function buildWithSegment(build: string, segment: Uint8Array): OtherBuild {
  const folder = mkdtempSync(join(tmpdir(), "second-source-build-"));
  cpSync(build, folder, { recursive: true });
  writeFileSync(join(folder, "corpus/bundled.segment"), segment);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
