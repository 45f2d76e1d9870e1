import { build } from "esbuild";

/** A module of ours as one script for a page's own world, where its exports are `window[name]`. */
export async function bundleForPage(source: string, name: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: process.cwd(), loader: "ts" },
    bundle: true,
    write: false,
    format: "iife",
    globalName: name,
    target: ["chrome128", "firefox149"],
  });
  return outputFiles[0]?.text ?? "";
}
