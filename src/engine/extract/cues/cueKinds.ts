/** The attribution verbs of each use, as the stems by which cues are known. */
import { cueVerbs } from "../../text/languageTables.ts";
import { stem } from "../../text/stems.ts";

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

/** The use of each verb that weights are learned for: of several, the last in this list. */
const useOf: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([
  ...withUse("speech", speechCues),
  ...withUse("addressed", addressedCues),
  ...withUse("inverted", invertedCues),
  ...withUse("quotingOnly", quotingOnlyCues),
  ...withUse("citing", citingCues),
  ...withUse("denial", denialCues),
  ...withUse("feeling", feelingCues),
  ...withUse("opinion", stems(cueVerbs.opinions)),
]);

function withUse(use: string, keys: ReadonlySet<string>): readonly (readonly [string, string])[] {
  return [...keys].map((key) => [key, use] as const);
}

/** Returns the use of a verb by its stem, the last in the list if it has several; "" if it has none. */
export function verbUse(key: string): string {
  return useOf.get(key) ?? "";
}
