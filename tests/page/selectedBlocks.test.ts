import { beforeEach, describe, expect, it } from "vitest";
import { collectBlocks } from "../../src/page/blocks/collectBlocks.ts";
import { isSelected, meetsAny, selectedRanges } from "../../src/page/selectedBlocks.ts";
import { pageWith } from "./support/livePage.ts";

let page: Document;
const text = (index: number) => page.querySelectorAll("p")[index]!.firstChild as Text;

function range(from: number, fromOffset: number, to: number, toOffset: number): Range {
  const made = page.createRange();
  made.setStart(text(from), fromOffset);
  made.setEnd(text(to), toOffset);
  return made;
}

beforeEach(() => {
  page = pageWith("<p>One two.</p><p>Three four.</p><p>Five six.</p>");
});

describe("the blocks of a selection", () => {
  it.each([
    ["a word of one", [1, 2, 1, 4], [1]],
    ["over two", [0, 4, 1, 3], [0, 1]],
    ["from the end of one to the start of another", [0, 8, 2, 0], [1]],
    ["over all", [0, 0, 2, 9], [0, 1, 2]],
  ] as const)("are those of which it holds some: %s", (_, [a, b, c, d], indices) => {
    const blocks = collectBlocks(page.documentElement);
    const selected = blocks.flatMap((block, i) =>
      isSelected(block, [range(a, b, c, d)]) ? [i] : [],
    );
    expect(selected).toEqual(indices);
  });

  it("are none without a selection, and none of a selection without words", () => {
    expect(selectedRanges(page)).toEqual([]);
    page.getSelection()!.collapse(text(0), 2);
    expect(selectedRanges(page)).toEqual([]);
    page.getSelection()!.addRange(range(0, 0, 0, 3));
    page.getSelection()!.selectAllChildren(page.body);
    expect(selectedRanges(page).map(String)).toEqual(["One two.Three four.Five six."]);
  });
});

describe("two ranges", () => {
  it.each([
    ["one inside the other", [0, 0, 2, 9], [1, 1, 1, 2], true],
    ["an overlap", [0, 0, 1, 3], [1, 2, 2, 3], true],
    ["ends that touch", [0, 0, 1, 3], [1, 3, 2, 3], false],
    ["nothing in common", [0, 0, 0, 3], [2, 0, 2, 3], false],
  ] as const)("meet if they share words: %s", (_, [a, b, c, d], [e, f, g, h], isMet) => {
    const [first, second] = [range(a, b, c, d), range(e, f, g, h)];
    expect(meetsAny(first, [second])).toBe(isMet);
    expect(meetsAny(second, [first])).toBe(isMet);
  });
});
