import { describe, expect, it } from "vitest";
import { anchorPassage } from "../../src/page/anchors/anchorPassage.ts";
import { articleHtml, pageWith, placeOf, prose, readingOf, wordsOf } from "./support/livePage.ts";

function anchored(document: Document, words: string, reading = readingOf(document)) {
  const ranges = anchorPassage(placeOf(reading.body, words), reading);
  return ranges?.map((range) => wordsOf(range).replace(/\s+/g, " ")) ?? null;
}

const before = prose("the border");
const after = prose("the road");

describe("the ranges of a passage", () => {
  it.each([
    ["plain text", "He said that they would return home soon.", "they would return"],
    [
      "inline markup",
      "He <b>said th</b>at they <a href='/x'>would</a> return home.",
      "that they would return",
    ],
    ["white space", "He said  that\n they\t would return home soon.", "that they would return"],
    [
      "the whole paragraph",
      "He said that they would return home soon.",
      "He said that they would return home soon.",
    ],
  ])("contain exactly the words: %s", (_, html, words) => {
    const page = pageWith(articleHtml(before, html, after));
    expect(anchored(page, words)).toEqual([words]);
  });

  it("leave out an advertisement between the words", () => {
    const page = pageWith(articleHtml(before, "He said that they would return home soon.", after));
    const text = page.querySelectorAll("p")[1]!.firstChild as Text;
    const ad = page.createElement("div");
    ad.className = "ad";
    ad.textContent = "Buy now!";
    const rest = text.splitText("He said that they ".length);
    rest.before(ad);
    expect(anchored(page, "that they would return")).toEqual(["that they ", "would return"]);
  });

  it("leave out hidden words and scripts between the words", () => {
    const html = "He said<span hidden>never</span> that<script>1</script> they would return.";
    const page = pageWith(articleHtml(before, html, after));
    expect(anchored(page, "said that they")).toEqual(["said", " that", " they"]);
  });

  it("cross the end of a paragraph in two parts", () => {
    const page = pageWith(articleHtml(before, after));
    const words = `${before.slice(-20)}\n\n${after.slice(0, 20)}`;
    expect(anchored(page, words)).toEqual([before.slice(-20), after.slice(0, 20)]);
  });

  it.each([
    ["a quoted block", "<blockquote><p>Nobody asked us.</p></blockquote>", "“Nobody asked us.”"],
    ["a quotation", "<p><q>Nobody asked us</q>, he said.</p>", "“Nobody asked us”, he said."],
  ])("leave out the marks that the markup of %s adds", (_, html, words) => {
    const page = pageWith(`<main><p>${before}</p>${html}<p>${after}</p></main>`);
    expect(anchored(page, words)).toEqual([words.replace(/[“”]/g, "")]);
  });

  it("find the title", () => {
    const page = pageWith(articleHtml(before, after));
    const reading = readingOf(page);
    expect(reading.title).toBe("Delegations meet in the capital");
    const ranges = anchorPassage(placeOf(reading.title, "Delegations meet", "title"), reading);
    expect(ranges?.map(wordsOf)).toEqual(["Delegations meet"]);
  });
});

describe("a passage is given up", () => {
  const page = () => pageWith(articleHtml(before, "He said that they would return home.", after));

  it("when its words changed", () => {
    const changed = page();
    const reading = readingOf(changed);
    changed.querySelectorAll("p")[1]!.textContent = "He said that they would never return home.";
    expect(anchored(changed, "they would return", reading)).toBeNull();
  });

  it("when its paragraph left the page", () => {
    const changed = page();
    const reading = readingOf(changed);
    changed.querySelectorAll("p")[1]!.remove();
    expect(anchored(changed, "they would return", reading)).toBeNull();
  });

  it("but not when something else changed", () => {
    const changed = page();
    const reading = readingOf(changed);
    changed.querySelectorAll("p")[0]!.textContent = "Something else.";
    expect(anchored(changed, "they would return", reading)).toEqual(["they would return"]);
  });

  it("when its title is in no block", () => {
    const untitled = pageWith(`<p>${before}</p><p>${after}</p>`);
    const reading = readingOf(untitled, "Known from elsewhere");
    expect(reading.title).toBe("Known from elsewhere");
    expect(anchorPassage(placeOf(reading.title, "Known", "title"), reading)).toBeNull();
  });
});
