import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
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

function plant(folder: string, file: string, source: string): void {
  mkdirSync(join(folder, dirname(file)), { recursive: true });
  writeFileSync(join(folder, file), source);
}

async function brokenRules(
  folder: string,
): Promise<{ rules: string[]; broken: string[]; modules: number }> {
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
    rules: [...new Set(summary.violations.map(({ rule }) => rule.name))],
    broken: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
    modules: modules.length,
  };
}

describe("the import rules", () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "second-source-rules-"));
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "dir");
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("each have a planted violation in this test", () => {
    const names = config.forbidden.map((rule: { name: string }) => rule.name);
    expect(Object.keys(violations).sort()).toEqual([...names].sort());
  });

  it.each(Object.entries(violations))("report a breach of %s", async (rule, [file, imported]) => {
    plant(folder, file, `import { target } from "${imported}";\nexport const planted = target;\n`);
    if (imported.startsWith(".")) {
      const back = rule === "no-circular" ? `export * from "./planted.ts";\n` : "";
      plant(folder, join(dirname(file), imported), `${back}export const target = 1;\n`);
    }
    expect((await brokenRules(folder)).rules).toContain(rule);
  });

  it("find no violation in the source as it is, having read all of it", async () => {
    const { broken, modules } = await brokenRules(root);
    expect(broken).toEqual([]);
    expect(modules).toBeGreaterThan(60);
  });
});
