import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import type { BenchMeasure, BenchRow } from "../measure.ts";

const build = "dist/chrome";

/** Scripts that are loaded together, with the most they should take, in thousands of bytes. */
const bundles: readonly { what: string; files: readonly string[]; most: number }[] = [
  { what: "gate", files: ["gate.js"], most: 16 },
  { what: "content, with the card", files: ["content.js", "hoverCard.js"], most: 50 },
  { what: "popup, with all its parts", files: ["popup.js", "parts/popup"], most: 70 },
  { what: "background", files: ["background.js"], most: 120 },
  { what: "offscreen", files: ["offscreen.js"], most: 350 },
  { what: "worker of a PDF, if one is imported", files: ["pdf.js"], most: 180 },
  { what: "PDFium, with it", files: ["pdf/pdfium.wasm"], most: 4_700 },
];

/** What the browser must read before a script runs. Needs a build (`npm run build`). */
export const bundleSizes: BenchMeasure = {
  name: "bundles (KB, minified; after npm run build)",
  needs: [],
  async run() {
    if (!existsSync(build)) return [{ what: "no build", figure: "–", goal: null, isMet: null }];
    return bundles.map(({ what, files, most }): BenchRow => {
      const bytes = files.reduce((sum, file) => sum + bytesOf(path.join(build, file)), 0);
      return {
        what,
        figure: `${(bytes / 1000).toFixed(1)} KB`,
        goal: `≤ ${most} KB`,
        isMet: bytes <= most * 1000,
      };
    });
  },
};

/** Of a file, or of all files of a folder. */
function bytesOf(place: string): number {
  if (!statSync(place).isDirectory()) return statSync(place).size;
  return readdirSync(place).reduce((sum, name) => sum + bytesOf(path.join(place, name)), 0);
}
