import { readFileSync } from "node:fs";
import path from "node:path";
import { build, type Plugin } from "esbuild";
import ts from "typescript";
import type { Changes } from "./change.ts";
import { switchedCode } from "./switchedCode.ts";

/**
 * Writes one file that vitest runs as a test file, with all changes in the modules of the program. Each test
 * file becomes a function in it, so that its tests, and what they share, can be made again for a change:
 *
 *   import * as m0 from "…/src/engine/match/matcher.ts";   modules are loaded once
 *   …
 *   defineTests({ "matcher.test.ts": [async (require, exports) => { … }, { "vitest": m9, … }], … });
 */
export async function bundleTests(
  tests: readonly string[],
  program: ts.Program,
  changes: Changes,
  outfile: string,
): Promise<void> {
  const files = program.getRootFileNames().map((name) => path.resolve(name));
  const imported = tests.flatMap((test) => importsOf(test).map((name) => moduleOf(test, name)));
  const modules = [...new Set([...files, ...imported])];
  const contents = [
    ...modules.map((module, i) => `import * as m${i} from ${JSON.stringify(module)};`),
    `import { defineTests } from ${JSON.stringify(path.resolve("tests/mutation/definedTests.ts"))};`,
    "defineTests({",
    ...tests.map((test) => {
      const its = importsOf(test).map(
        (name) => `${JSON.stringify(name)}: m${modules.indexOf(moduleOf(test, name))}`,
      );
      return `${JSON.stringify(test)}: [async (require, exports) => {\n${codeOf(test)}\n}, { ${its} }],`;
    }),
    "});",
  ];
  await build({
    stdin: { contents: contents.join("\n"), resolveDir: "." },
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    logLevel: "warning",
    plugins: [switching(program, changes)],
  });
}

function importsOf(test: string): readonly string[] {
  return ts.preProcessFile(readFileSync(test, "utf8")).importedFiles.map((its) => its.fileName);
}

function moduleOf(test: string, name: string): string {
  return name.startsWith(".") ? path.resolve(path.dirname(test), name) : name;
}

function codeOf(test: string): string {
  const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };
  return ts.transpileModule(readFileSync(test, "utf8"), { compilerOptions }).outputText;
}

function switching(program: ts.Program, changes: Changes): Plugin {
  const switches = path.resolve("tests/mutation/switches.ts");
  const sources = new Map(
    program.getRootFileNames().map((name) => [path.resolve(name), program.getSourceFile(name)!]),
  );
  return {
    name: "switches",
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, ({ path: file }) => {
        const source = sources.get(file);
        if (source === undefined) return undefined;
        return { contents: switchedCode(program, source, changes, switches), loader: "ts" };
      });
    },
  };
}
