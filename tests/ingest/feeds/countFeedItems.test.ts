import { expect, it } from "vitest";
import { countFeedItems } from "../../../src/ingest/feeds/countFeedItems.ts";

const item = "<item><title>Talks</title></item>";

it.each([
  ["each item", `<rss>${item}${item}</rss>`, 2],
  ["entries, with a prefix and in capitals", "<a:entry></a:entry><ENTRY ></ENTRY>", 2],
  ["no item in a text", `<item><![CDATA[${item}]]></item>`, 1],
  ["no item in a comment", `<!-- ${item} -->${item}`, 1],
  ["the items behind a text that is never closed", `<item><![CDATA[a</item>${item}${item}`, 3],
  ["the items behind a comment that is never closed", `<item><!-- a</item>${item}`, 2],
  [
    "the items behind what only resembles a text",
    `<item><![CDATa[a]]</item>${item}<![CDATA[a]]>`,
    2,
  ],
])("counts %s", (_name, text, count) => {
  expect(countFeedItems(text)).toBe(count);
});
