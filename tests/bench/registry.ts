import type { BenchMeasure } from "./measure.ts";
import { archiveSpeed } from "./measures/archiveSpeed.ts";
import { bundleSizes } from "./measures/bundleSizes.ts";
import { encoderSpeed } from "./measures/encoderSpeed.ts";
import { extractSpeed } from "./measures/extractSpeed.ts";
import { hostileText } from "./measures/hostileText.ts";
import { importSpeed } from "./measures/importSpeed.ts";
import { indexSpeed } from "./measures/indexSpeed.ts";
import { keepingSpeed } from "./measures/keepingSpeed.ts";
import { listSpeed } from "./measures/listSpeed.ts";
import { pageCost } from "./measures/pageCost.ts";
import { sketchScan } from "./measures/sketchScan.ts";
import { storySpeed } from "./measures/storySpeed.ts";
import { viewSpeed } from "./measures/viewSpeed.ts";
import { workerLife } from "./measures/workerLife.ts";

/** All measures, in the order of the table. A new one is one file in measures/ and a line here. */
export const measures: readonly BenchMeasure[] = [
  extractSpeed,
  bundleSizes,
  hostileText,
  indexSpeed,
  viewSpeed,
  storySpeed,
  keepingSpeed,
  listSpeed,
  importSpeed,
  pageCost,
  workerLife,
  encoderSpeed,
  sketchScan,
  archiveSpeed,
];
