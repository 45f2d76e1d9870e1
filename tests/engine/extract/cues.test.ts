import { describe, expect, it } from "vitest";
import { viewBody } from "../../../src/engine/extract/attributions/bodyView.ts";
import { findCues } from "../../../src/engine/extract/cues/cues.ts";
import { findQuotations } from "../../../src/engine/extract/quotes/quotes.ts";
import { learnNames } from "../../../src/engine/facts/names/names.ts";
import { splitSentences } from "../../../src/engine/text/sentences.ts";
import { tokenise } from "../../../src/engine/text/tokens.ts";

/** The cues of a text, with their scores. */
function cuesOf(text: string): ReadonlyMap<string, number> {
  const tokens = tokenise(text);
  const { names } = learnNames(text, tokens);
  const view = viewBody(text, tokens, splitSentences(text), findQuotations(text), names);
  return new Map(
    findCues(view, Number.NEGATIVE_INFINITY).map(({ at, score }) => [
      text.slice(tokens[at]!.start, tokens[at]!.end),
      score,
    ]),
  );
}

describe("the score of a cue", () => {
  it.each(["averred", "theorised", "emphasised", "apologised", "ruled", "refuted"])(
    "is good for a verb of saying without weights of its own: %s",
    (verb) => {
      const cues = cuesOf(`Anna Jones ${verb} that the bridge would be closed.`);
      expect(cues.get(verb)).toBeGreaterThan(0);
    },
  );

  it("is not given to “say” between commas", () => {
    expect(cuesOf("The council plans a bridge that lasts, say, ten years.").has("say")).toBe(false);
  });

  it("is lower for what is part of the words of another", () => {
    const alone = cuesOf("The council plans a new bridge.").get("plans")!;
    const reported = cuesOf("Anna Jones said the council plans a new bridge.").get("plans")!;
    expect(reported).toBeLessThan(alone);
  });
});
