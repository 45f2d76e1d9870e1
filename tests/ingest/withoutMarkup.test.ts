import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withoutMarkup } from "../../src/ingest/withoutMarkup.ts";

describe("a text without its markup", () => {
  it.each([
    ["tags", "a <b>bold</b> word<br>", "a bold word"],
    ["scripts with what is in them", "a<script>alert(1)</script >b", "a b"],
    ["styles in capitals", "a<STYLE>p {}</Style>b", "a b"],
    ["comments", "a<!-- <b> -->b", "ab"],
    ["tags that are left when others are taken out", "<scr<b>ipt>1</scr<b>ipt><im<i>g src=x>", "1"],
    ["tags in tags in tags", "<a<b<i<u>>>>", ""],
    ["control and direction characters", "a\u0000b\u202ec\u2066d", "abcd"],
  ])("has no %s", (_what, text, bare) => {
    expect(withoutMarkup(text)).toBe(bare);
  });

  it.each([
    ["signs that are no tags", "3 < 5 > 2, <3 and > 4"],
    ["line breaks and tabs", "a\n\n\tb"],
    ["the rest after an element that never ends", "the  element is old"],
  ])("keeps %s", (_what, text) => {
    expect(withoutMarkup(text.replace("the  ", "the <script> "))).toBe(text);
  });

  it("shows a tag that never ends as text", () => {
    expect(withoutMarkup("a <img src=x onerror=alert(1) ")).toBe("a < img src=x onerror=alert(1) ");
  });

  it("has nothing left to take out, whatever it was made of", () => {
    const pieces = fc.constantFrom(
      ...["<", ">", "<b", "</b>", "<!--", "-->", "<script", "</script", " ", "/", "a", "\u0001"],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const bare = withoutMarkup(parts.join(""));
        expect(bare).not.toMatch(/<[a-z/!?]/i);
        expect(withoutMarkup(bare)).toBe(bare);
      }),
      { numRuns: 2000 },
    );
  });
});
