import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import config from "../../.dependency-cruiser.mjs";

const root = resolve(".");

/** Which import breaks which rule: [file, what it imports]. */
const violations: Record<string, readonly [from: string, to: string]> = {
  "engine-model-imports": ["src/engine/model/planted.ts", "../text/target.ts"],
  "engine-text-imports": ["src/engine/text/planted.ts", "../facts/target.ts"],
  "engine-body-imports": ["src/engine/body/planted.ts", "../extract/target.ts"],
  "engine-facts-imports": ["src/engine/facts/planted.ts", "../extract/target.ts"],
  "engine-extract-imports": ["src/engine/extract/planted.ts", "../library/target.ts"],
  "engine-library-imports": ["src/engine/library/planted.ts", "../extract/target.ts"],
  "engine-meaning-imports": ["src/engine/meaning/planted.ts", "../match/target.ts"],
  "engine-match-imports": ["src/engine/match/planted.ts", "../body/target.ts"],
  "engine-stories-imports": ["src/engine/stories/planted.ts", "../export/target.ts"],
  "engine-export-imports": ["src/engine/export/planted.ts", "../match/target.ts"],
  "ingest-imports": ["src/ingest/planted.ts", "../page/target.ts"],
  "encoder-imports": ["src/encoder/planted.ts", "../ingest/target.ts"],
  "page-imports": ["src/page/planted.ts", "../engine/match/target.ts"],
  "messages-imports": ["src/messages/planted.ts", "../engine/text/target.ts"],
  "platform-imports": ["src/platform/planted.ts", "../page/target.ts"],
  "corpora-imports": ["src/corpora/planted.ts", "../page/target.ts"],
  "gate-imports": ["src/gate/planted.ts", "../page/target.ts"],
  "content-imports": ["src/content/planted.ts", "../ingest/target.ts"],
  "savePage-imports": ["src/savePage/planted.ts", "../page/target.ts"],
  "offscreen-imports": ["src/offscreen/planted.ts", "../page/target.ts"],
  "background-imports": ["src/background/planted.ts", "../ingest/target.ts"],
  "ui-imports": ["src/ui/popup/Planted.tsx", "../../platform/browser/target.ts"],
  "ui-entry-imports": ["src/ui/popup/main.tsx", "../../engine/match/target.ts"],
  "archive-imports": ["src/archive/planted.ts", "../ingest/target.ts"],
  "cli-imports": ["src/cli/planted.ts", "../page/target.ts"],
  "nobody-imports-entries": ["src/page/planted.ts", "../content/target.ts"],
  "only-cli-uses-node": ["src/corpora/planted.ts", "node:fs"],
  "language-tables-have-one-door": [
    "src/engine/facts/planted.ts",
    "../../../assets/language/target.ts",
  ],
  "webextension-polyfill-has-one-door": ["src/content/planted.ts", "webextension-polyfill"],
  "idb-has-one-door": ["src/background/planted.ts", "idb"],
  "embedpdfpdfium-has-one-door": ["src/offscreen/planted.ts", "@embedpdf/pdfium"],
  "mozillareadability-has-one-door": ["src/page/planted.ts", "@mozilla/readability"],
  "feedsmith-has-one-door": ["src/offscreen/planted.ts", "feedsmith"],
  "linkedom-has-one-door": ["src/ingest/planted.ts", "linkedom"],
  "valibot-has-one-door": ["src/content/planted.ts", "valibot"],
  "onnxruntime-web-has-one-door": ["src/encoder/planted.ts", "onnxruntime-web/wasm"],
  "no-circular": ["src/engine/text/planted.ts", "./planted2.ts"],
};

/** Plants all violations in one folder; a file may have several. */
function plantAll(folder: string): void {
  const sources = new Map<string, string>();
  const add = (file: string, line: string) =>
    sources.set(file, `${sources.get(file) ?? ""}${line}\n`);
  for (const [rule, [file, imported]] of Object.entries(violations)) {
    add(file, `import "${imported}";`);
    if (!imported.startsWith(".")) continue;
    const target = join(dirname(file), imported);
    if (rule === "no-circular") add(target, `export * from "./planted.ts";`);
    add(target, "export const target = 1;");
  }
  for (const [file, source] of sources) {
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    writeFileSync(join(folder, file), source);
  }
}

interface Breach {
  readonly rule: string;
  readonly from: string;
}

async function breachesIn(
  folder: string,
): Promise<{ breaches: readonly Breach[]; modules: number }> {
  const { output } = await cruise(
    ["src"],
    {
      ...config.options,
      validate: true,
      ruleSet: { forbidden: config.forbidden },
      baseDir: folder,
    },
    undefined,
    { tsConfig: extractTSConfig(join(root, "tsconfig.json")) },
  );
  const { summary, modules } = output as ICruiseResult;
  return {
    breaches: summary.violations.map(({ rule, from }) => ({ rule: rule.name, from })),
    modules: modules.length,
  };
}

describe("the import rules", () => {
  let folder: string;
  let planted: readonly Breach[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "second-source-rules-"));
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "dir");
    plantAll(folder);
    planted = (await breachesIn(folder)).breaches;
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("each have a planted violation in this test", () => {
    const names = config.forbidden.map((rule: { name: string }) => rule.name);
    expect(Object.keys(violations).sort()).toEqual([...names].sort());
  });

  it.each(Object.entries(violations))("report a breach of %s", (rule, [from]) => {
    expect(planted).toContainEqual({ rule, from });
  });

  it("find no violation in the source as it is, having read all of it", async () => {
    const { breaches, modules } = await breachesIn(root);
    expect(breaches).toEqual([]);
    expect(modules).toBeGreaterThan(60);
  });
});
