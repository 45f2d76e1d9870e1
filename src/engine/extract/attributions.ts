import type { Attribution } from "../model/index.ts";

/** The attributions of a body in order. */
export function findAttributions(_text: string): readonly Attribution[] {
  return [];
}
