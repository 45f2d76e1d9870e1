import type { Measure } from "./measure.ts";
import { attributions } from "./measures/attributions.ts";
import { bodies } from "./measures/bodies.ts";
import { extraction, pageBodies } from "./measures/extraction.ts";
import { sentences } from "./measures/sentences.ts";

/** All measures, in the order of the table. A new one is one file in measures/ and a line here. */
export const measures: readonly Measure[] = [
  bodies,
  extraction,
  pageBodies,
  sentences,
  attributions,
];
