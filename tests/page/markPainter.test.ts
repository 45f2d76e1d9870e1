import { beforeEach, describe, expect, it } from "vitest";
import type { Relation } from "../../src/engine/model/index.ts";
import type { Mark } from "../../src/page/marks/mark.ts";
import { createMarkPainter, type SplitPainter } from "../../src/page/marks/markPainter.ts";
import type { MarkPainter } from "../../src/page/marks/painter.ts";

/** Remembers what it was told last. */
class RememberingPainter implements MarkPainter {
  marks: readonly Mark[] = [];
  emphasised: Mark | null = null;
  tone = "";
  isCleared = false;

  readonly paint = (marks: readonly Mark[]) => {
    this.marks = marks;
  };
  readonly emphasise = (mark: Mark | null) => {
    this.emphasised = mark;
  };
  readonly setTone = (tone: string) => {
    this.tone = tone;
  };
  readonly clear = () => {
    this.isCleared = true;
  };
}

const markOf = (index: number, relation: Relation, publicRelation: Relation | null): Mark => ({
  index,
  relation,
  publicRelation,
  ranges: [],
});
const shared = markOf(0, "verbatim", "verbatim");
const own = markOf(1, "verbatim", null);
const closerInOwn = markOf(2, "verbatim", "differs");
const indices = (painter: RememberingPainter) => painter.marks.map(({ index }) => index);

let forPublic: RememberingPainter;
let forPrivate: RememberingPainter[];
let painter: SplitPainter;

beforeEach(() => {
  forPublic = new RememberingPainter();
  forPrivate = [];
  painter = createMarkPainter(forPublic, () => {
    const made = new RememberingPainter();
    forPrivate.push(made);
    return made;
  });
});

describe("both painters as one", () => {
  it("shows in public what public corpora have, and nothing of what only the reader's have", () => {
    painter.preparePrivate();
    painter.paint([shared, own, closerInOwn]);
    expect(indices(forPublic)).toEqual([0, 2]);
    expect(indices(forPrivate[0]!)).toEqual([1, 2]);
  });

  it("sets a mark off in the painter that shows it, and in no other", () => {
    painter.preparePrivate();
    painter.emphasise(own);
    expect([forPublic.emphasised, forPrivate[0]!.emphasised]).toEqual([null, own]);
    painter.emphasise(shared);
    expect([forPublic.emphasised, forPrivate[0]!.emphasised]).toEqual([shared, null]);
    painter.emphasise(null);
    expect([forPublic.emphasised, forPrivate[0]!.emphasised]).toEqual([null, null]);
  });

  it("makes the private painter once, and not before it is asked to", () => {
    painter.paint([shared]);
    expect(forPrivate).toEqual([]);
    painter.preparePrivate();
    painter.preparePrivate();
    expect(forPrivate).toHaveLength(1);
  });

  it("has both follow the page, and clears both", () => {
    painter.preparePrivate();
    painter.setTone("dark");
    painter.clear();
    for (const one of [forPublic, forPrivate[0]!]) {
      expect(one).toMatchObject({ tone: "dark", isCleared: true });
    }
  });
});
