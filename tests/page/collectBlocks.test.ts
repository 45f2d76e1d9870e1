import { describe, expect, it } from "vitest";
import { collectBlocks, collectBlocksInSteps } from "../../src/page/blocks/collectBlocks.ts";
import { blocksOf, pageWith, textsOf, throughRuns } from "./support/livePage.ts";

const soft = "\u00ad";
const nbsp = "\u00a0";
const zeroWidth = "\u200b";

describe("the text of a block", () => {
  it.each([
    ["white space collapses", "<p>  He\n\t said   no. \n</p>", "He said no."],
    ["inline markup is no border", "<p>He <b>sa</b>id <i> no</i>.</p>", "He said no."],
    ["links are no border", '<p>“We <a href="/x">shall</a> return.”</p>', "“We shall return.”"],
    [
      "a drop cap belongs to its word",
      '<p><span class="dropcap">H</span>e said no.</p>',
      "He said no.",
    ],
    ["a line break parts words", "<p>He said<br>no.</p>", "He said no."],
    ["a soft hyphen is not seen", `<p>He re${soft}turned.</p>`, "He returned."],
    ["zero-width characters are not seen", `<p>He${zeroWidth} said.</p>`, "He said."],
    ["a no-break space is a space", `<p>12${nbsp}000${nbsp} men</p>`, "12 000 men"],
    ["ligatures stay as they are printed", "<p>The ﬁrst oﬃce</p>", "The ﬁrst oﬃce"],
    ["accents stay as they are printed", "<p>C\u0327avus\u0327oglu</p>", "C\u0327avus\u0327oglu"],
    [
      "scripts and styles are not read",
      "<p>He said<script>x()</script> no.<style>p{}</style></p>",
      "He said no.",
    ],
    ["buttons are not read", "<p>He said no.<button>Share</button></p>", "He said no."],
    [
      "hidden text is not read",
      "<p>He said<span hidden> nothing, or</span> no.</p>",
      "He said no.",
    ],
    [
      "text for screen readers is not read",
      '<p>He said no.<span class="sr-only">Image</span></p>',
      "He said no.",
    ],
    [
      "what the reader writes is not read",
      '<p>He said no.<span contenteditable="true">draft</span></p>',
      "He said no.",
    ],
    ["a quotation has the marks that readers see", "<p>He said <q>no</q>.</p>", "He said “no”."],
    [
      "a quotation in another has single marks",
      "<p><q>He said <q>no</q></q>, but <q>maybe</q>.</p>",
      "“He said ‘no’”, but “maybe”.",
    ],
    [
      "a quotation with its own marks gets no others",
      "<p><q> “No”</q>, he said.</p>",
      "“No”, he said.",
    ],
    ["an empty quotation has no marks", "<p>He said <q> </q>no.</p>", "He said no."],
  ])("%s", (_, html, text) => {
    expect(textsOf(pageWith(html))).toEqual([text]);
  });

  it("maps back to its nodes unit for unit", () => {
    const page = pageWith(
      `<p>  “We  re${soft}turn <a href="/x">\n to${nbsp}Moscow</a>,”<br>he\u200b said.</p>`,
    );
    const [block] = collectBlocks(page.body);
    expect(block!.text).toBe("“We return to Moscow,” he said.");
    for (const [i, seen] of throughRuns(block!).entries()) {
      const { start, length } = block!.runs[i]!;
      expect(seen.replace(/\s/g, " ")).toBe(block!.text.slice(start, start + length));
    }
  });

  it("counts the characters inside links", () => {
    const [block] = collectBlocks(pageWith('<p>See <a href="/x">the report</a>.</p>').body);
    expect(block!.linkChars).toBe("the report".length);
  });
});

describe("the borders of blocks", () => {
  it.each([
    ["paragraphs", "<p>One.</p><p>Two.</p>", ["One.", "Two."]],
    ["text around a box", "<div>One. <p>Two.</p> Three.</div>", ["One.", "Two.", "Three."]],
    [
      "two breaks in a row",
      "<div>One.<br><br>Two.<br> <br>Three.</div>",
      ["One.", "Two.", "Three."],
    ],
    ["a rule", "<div>One.<hr>Two.</div>", ["One.", "Two."]],
    ["list items", "<ul><li>One</li><li>Two <b>more</b></li></ul>", ["One", "Two more"]],
    ["cells", "<table><tr><td>One</td><td>Two</td></tr></table>", ["One", "Two"]],
    ["lists within items", "<ul><li>One<ul><li>Two</li></ul></li></ul>", ["One", "Two"]],
  ])("are drawn by %s", (_, html, texts) => {
    expect(textsOf(pageWith(html))).toEqual(texts);
  });

  it.each([
    ["an advertisement that a script put into a paragraph", "div", "ad-slot", "Buy now!"],
    ["a figure", "figure", "", "A tank on a road."],
    ["a promotion", "aside", "", "Read also: more."],
  ])("are not drawn by %s in the middle of a sentence", (_, tag, name, text) => {
    const page = pageWith("<p>He said he would return.</p>");
    const paragraph = page.querySelector("p")!;
    const box = page.createElement(tag);
    box.className = name;
    box.textContent = text;
    const rest = (paragraph.firstChild as Text).splitText("He said ".length);
    paragraph.insertBefore(box, rest);
    expect(textsOf(page)).toEqual(["He said he would return.", text]);
  });

  it("are drawn by a figure after a sentence, in text without paragraphs", () => {
    const html = "<div>He returned. <figure>A road.</figure> She did not.</div>";
    expect(textsOf(pageWith(html))).toEqual(["He returned.", "A road.", "She did not."]);
  });

  it("are not drawn by a figure within a sentence, in text without paragraphs", () => {
    const html = "<div>He said <figure>A road.</figure> he would return.</div>";
    expect(textsOf(pageWith(html))).toEqual(["He said he would return.", "A road."]);
  });
});

describe("what is around a block", () => {
  it.each([
    ["<nav><p>World</p></nav>", "navigation/paragraph: World"],
    ["<article><p>Text</p></article>", "article/paragraph: Text"],
    ["<article><aside><p>Text</p></aside></article>", "aside/paragraph: Text"],
    ['<div class="comments"><article><p>Text</p></article></div>', "comments/paragraph: Text"],
    ['<div id="relatedStories"><p>Text</p></div>', "related/paragraph: Text"],
    ['<div class="c-newsletter__box"><p>Text</p></div>', "form/paragraph: Text"],
    ['<div role="navigation"><p>Text</p></div>', "navigation/paragraph: Text"],
    ["<figure><figcaption>Text</figcaption></figure>", "figure/caption: Text"],
    ['<body class="has-sidebar"><p>Text</p></body>', "unknown/paragraph: Text"],
    ['<div class="box--sidebar"><p>Text</p></div>', "unknown/paragraph: Text"],
    ["<blockquote><p>Text</p></blockquote>", "unknown/blockquote: Text"],
    ["<blockquote><footer>Name</footer></blockquote>", "unknown/blockquote: Name"],
    ["<ul><li><p>Text</p></li></ul>", "unknown/listItem: Text"],
    ["<h2>Text</h2>", "unknown/heading: Text"],
    ["<footer><p>Text</p></footer>", "footer/paragraph: Text"],
    ["<p>Text</p>", "unknown/paragraph: Text"],
  ])("is known by its markup: %s", (html, block) => {
    expect(blocksOf(pageWith(html))).toEqual([block]);
  });

  it("is ignored if it would set the whole page aside", () => {
    const words = "These words stand in a paragraph that is long enough to count as prose.";
    const page = pageWith(`<form class="modal"><p>${words}</p><p>${words}</p></form>`);
    expect(blocksOf(page)).toEqual([`unknown/paragraph: ${words}`, `unknown/paragraph: ${words}`]);
  });
});

describe("unusual trees", () => {
  it("are read into open shadow roots and through slots, in the order of display", () => {
    const page = pageWith('<x-story><p slot="body">Two.</p></x-story><p>Four.</p>');
    const root = page.querySelector("x-story")!.attachShadow({ mode: "open" });
    root.innerHTML = '<p>One.</p><slot name="body"></slot><p>Three.</p>';
    expect(textsOf(page)).toEqual(["One.", "Two.", "Three.", "Four."]);
  });

  it("may nest very deep", () => {
    const page = pageWith("");
    let inner: Element = page.body;
    for (let depth = 0; depth < 600; depth++) {
      inner = inner.appendChild(page.createElement("div"));
    }
    inner.textContent = "Deep.";
    expect(textsOf(page)).toEqual(["Deep."]);
  });

  it("may have a line of a megabyte", () => {
    const page = pageWith(`<p>${`x${soft}${nbsp} \n`.repeat(200_000)}</p>`);
    const [block] = collectBlocks(page.body);
    expect(block!.text).toBe("x ".repeat(200_000).trim());
  });

  it("are read in steps, with the same result", () => {
    const page = pageWith("<p>One <b>two</b> three.</p>".repeat(200));
    const steps = collectBlocksInSteps(page.body);
    let pauses = 0;
    let step = steps.next();
    for (; !step.done; step = steps.next()) pauses++;
    expect(pauses).toBeGreaterThan(3);
    expect(step.value.map(({ text }) => text)).toEqual(textsOf(page));
  });

  it("keep text folded in a closed details element, and mark other hidden blocks", () => {
    const page = pageWith("<details><summary>More</summary><p>Folded.</p></details>");
    const shown = collectBlocks(page.body).map(({ text, isShown }) => `${text} ${isShown}`);
    expect(shown).toEqual(["More true", "Folded. true"]);
  });
});
