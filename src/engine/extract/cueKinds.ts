/** The attribution verbs of each use, as the stems by which cues are known. */
import { cueVerbs } from "../text/languageTables.ts";
import { stem } from "../text/stems.ts";

function stems(verbs: ReadonlySet<string>): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const verb of verbs) keys.add(stem(verb));
  return keys;
}

/** Verbs that take the person spoken to as their object: "told reporters". */
export const addressedCues = /* @__PURE__ */ stems(cueVerbs.addressed);

/** Verbs whose content is said not to be so: "denied". */
export const denialCues = /* @__PURE__ */ stems(cueVerbs.denials);

/** Verbs whose object is asked something: "pressed her on the costs". */
export const askingCues = /* @__PURE__ */ stems(cueVerbs.asking);

/** Verbs that name the source behind the source: "citing". */
export const citingCues = /* @__PURE__ */ stems(cueVerbs.citing);

/** Verbs of action that report speech only next to a quotation: "smiled". */
export const quotingOnlyCues = /* @__PURE__ */ stems(cueVerbs.quotingOnly);

/** Verbs that a quotation can be the content of: "said". */
export const speechCues = /* @__PURE__ */ stems(cueVerbs.speech);

/** Verbs that may stand before their subject without a quotation: "…, said a spokesman". */
export const invertedCues = /* @__PURE__ */ stems(cueVerbs.inverted);

/** Verbs whose participle says what the subject feels: "is convinced that". */
export const feelingCues = /* @__PURE__ */ stems(cueVerbs.feelings);

/** Verbs whose object has the feeling: "the remark worried her". */
export const feltByObjectCues = /* @__PURE__ */ stems(cueVerbs.feltByObject);

/** The uses that weights are learned for; the first that a verb has counts. */
const uses: readonly (readonly [use: string, keys: ReadonlySet<string>])[] = /* @__PURE__ */ [
  ["opinion", /* @__PURE__ */ stems(cueVerbs.opinions)],
  ["feeling", feelingCues],
  ["denial", denialCues],
  ["citing", citingCues],
  ["quotingOnly", quotingOnlyCues],
  ["inverted", invertedCues],
  ["addressed", addressedCues],
  ["speech", speechCues],
];

/** Returns the use of a verb by its stem, the rarest first; "" if the table has none. */
export function verbUse(key: string): string {
  return uses.find(([, keys]) => keys.has(key))?.[0] ?? "";
}
