import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Span } from "../../src/engine/model/index.ts";
import { normalise } from "../../src/engine/text/normalise.ts";
import { splitSentences } from "../../src/engine/text/sentences.ts";
import { tokenise } from "../../src/engine/text/tokens.ts";
import { hostileText } from "../support/hostileText.ts";

const runs = { numRuns: 400 };

function expectInOrder(spans: readonly Span[], text: string): void {
  let last = 0;
  for (const { start, end } of spans) {
    expect(start).toBeGreaterThanOrEqual(last);
    expect(end).toBeGreaterThan(start);
    last = end;
  }
  expect(last).toBeLessThanOrEqual(text.length);
}

/** What the spans leave out. */
function gaps(spans: readonly Span[], text: string): string {
  let last = 0;
  let left = "";
  for (const { start, end } of spans) {
    left += text.slice(last, start);
    last = end;
  }
  return left + text.slice(last);
}

describe("any text", () => {
  it("is split into sentences that lose only white space and stray stops", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const sentences = splitSentences(text);
        expectInOrder(sentences, text);
        expect(gaps(sentences, text)).toMatch(
          /^[\s.\u0085\u00ad\ufeff\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069]*$/,
        );
      }),
      runs,
    );
  });

  it("is split into tokens that lose only white space and invisible characters", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const tokens = tokenise(text);
        expectInOrder(tokens, text);
        expect(gaps(tokens, text)).toMatch(
          /^[\s\u0085\u00ad\ufeff\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069]*$/,
        );
        for (const token of tokens) expect(token.folded).not.toBe("");
      }),
      runs,
    );
  });

  it("has an idempotent normal form, with a monotonic map to the original", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const normal = normalise(text);
        expect(normalise(normal.text).text).toBe(normal.text);
        let last = 0;
        for (let offset = 0; offset <= normal.text.length; offset++) {
          const original = normal.toOriginal(offset);
          expect(original).toBeGreaterThanOrEqual(last);
          expect(original).toBeLessThanOrEqual(text.length);
          last = original;
        }
      }),
      runs,
    );
  });
});
