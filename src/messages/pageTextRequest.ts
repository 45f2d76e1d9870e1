import * as v from "valibot";
import { line, published, text } from "./requestParts.ts";

/** Validates a page that is sent to be matched. */
export const pageText = v.object({
  url: v.nullable(line),
  title: line,
  body: text,
  outlet: v.nullable(v.object({ name: line, domain: v.nullable(line) })),
  published: v.nullable(published),
  language: v.nullable(v.pipe(v.string(), v.maxLength(35))),
  scope: v.picklist(["article", "selection"]),
});
