import { changesBetween } from "../../engine/match/relation/wording/textChanges.ts";
import type { Article } from "../../engine/model/index.ts";
import type { PageChanges } from "../../messages/keptProtocol.ts";

type Text = Pick<Article, "title" | "body">;

/** Returns the differences of a text from an earlier one, which was found at `since` (ms since 1970). */
export function changesSince(since: number, before: Text, now: Text): PageChanges {
  return { since, changes: changesBetween(wholeText(before), wholeText(now)) };
}

function wholeText({ title, body }: Text): string {
  return `${title}\n\n${body}`;
}
