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
  const folder = mkdtempSync(join(tmpdir(), "second-source-build-"));
  cpSync(build, folder, { recursive: true });
  writeFileSync(join(folder, "corpus/articles.json"), JSON.stringify(articles));
  writeFileSync(join(folder, "corpus/bundled.segment"), segmentOfArticles(articles));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
