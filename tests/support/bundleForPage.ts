import { build } from "esbuild";

/** A file of the tests with all that it imports, as one script for a page's own world. */
export async function bundleForPage(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    format: "iife",
    target: ["chrome128", "firefox149"],
  });
  return outputFiles[0]?.text ?? "";
}
