import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { ArticleReading } from "../../../src/engine/model/index.ts";

/** Milliseconds of each page in a process of its own that has matched nothing before. */
export function coldPages(
  segment: Uint8Array,
  pages: readonly ArticleReading[],
): readonly number[] {
  const folder = mkdtempSync(path.join(tmpdir(), "second-source-bench-"));
  try {
    const files = [path.join(folder, "segment"), path.join(folder, "pages.json")] as const;
    writeFileSync(files[0], segment);
    writeFileSync(files[1], JSON.stringify(pages));
    const program = ["scripts/runTypeScript.mjs", "tests/bench/coldMatch.ts", ...files];
    return JSON.parse(execFileSync(process.execPath, program, { encoding: "utf8" }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
