import type { Measure } from "./measure.ts";
import { sentences } from "./measures/sentences.ts";

/** All measures, in the order of the table. A new one is one file in measures/ and a line here. */
export const measures: readonly Measure[] = [sentences];
