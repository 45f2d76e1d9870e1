import { cueVerbs } from "../text/languageTables.ts";
import { stem } from "../text/stems.ts";

/** The stems of a list of verbs: cues are known by their stem. */
function stems(verbs: ReadonlySet<string>): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const verb of verbs) keys.add(stem(verb));
  return keys;
}

/** Take the one spoken to as object: told reporters. */
export const addressedCues = /* @__PURE__ */ stems(cueVerbs.addressed);

/** Their content is said not to be so: denied. */
export const denialCues = /* @__PURE__ */ stems(cueVerbs.denials);

/** Name the source behind the source: citing. */
export const citingCues = /* @__PURE__ */ stems(cueVerbs.citing);

/** Deeds that carry a quotation at most: smiled. */
export const quotingOnlyCues = /* @__PURE__ */ stems(cueVerbs.quotingOnly);

/** A quotation can be theirs: said. */
export const speechCues = /* @__PURE__ */ stems(cueVerbs.speech);
