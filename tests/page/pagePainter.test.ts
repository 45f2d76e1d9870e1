import { beforeEach, describe, expect, it } from "vitest";
import type { Relation } from "../../src/engine/model/index.ts";
import type { HighlightPainter } from "../../src/page/marks/highlightPainter.ts";
import type { Mark, PlacedPassage, PublicMark } from "../../src/page/marks/mark.ts";
import { createPagePainter, type PagePainter } from "../../src/page/marks/pagePainter.ts";
import type { BoxPainter } from "../../src/page/marks/private/boxPainter.ts";
import type { PaintedPassage } from "../../src/page/marks/private/passageBoxes.ts";

/** Remember what they were told. */
class PublicMemory implements HighlightPainter {
  readonly painted: { marks: readonly PublicMark[]; isSeen: boolean }[] = [];
  readonly calls: string[] = [];
  readonly paint = (marks: readonly PublicMark[], isSeen: boolean) => {
    this.painted.push({ marks, isSeen });
  };
  readonly repair = () => void this.calls.push("repair");
  readonly restyle = () => void this.calls.push("restyle");
  readonly clear = () => void this.calls.push("clear");
}

class PrivateMemory implements BoxPainter {
  passages: readonly PaintedPassage[] = [];
  emphasised: unknown = null;
  readonly calls: string[] = [];
  readonly paint = (passages: readonly PaintedPassage[]) => {
    this.passages = passages;
  };
  readonly emphasise = (words: unknown) => {
    this.emphasised = words;
  };
  readonly follow = () => void this.calls.push("follow");
  readonly restyle = () => void this.calls.push("restyle");
  readonly clear = () => void this.calls.push("clear");
}

const passageWith = (relation: Relation | null, isPublic = false): PlacedPassage => {
  const mark: Mark | null = relation && { index: 0, relation, isPublic, ranges: [] };
  return { ranges: [], mark };
};
const shared = passageWith("verbatim", true);
const own = passageWith("reworded");
const unknown = passageWith(null);

let forPublic: PublicMemory;
let forPrivate: PrivateMemory[];
let painter: PagePainter;
const drawn = () => forPrivate[0]?.passages.map(({ relation }) => relation);

beforeEach(() => {
  forPublic = new PublicMemory();
  forPrivate = [];
  painter = createPagePainter(forPublic, () => {
    const made = new PrivateMemory();
    forPrivate.push(made);
    return made;
  });
});

describe("both layers of a page", () => {
  it("draw privately what public marks do not show, and measure everything else in the same way", () => {
    painter.showPublic([], true);
    painter.showPrivate([shared, own, unknown]);
    expect(drawn()).toEqual([null, "reworded", null]);
  });

  it("draw everything privately if the reader has chosen what is shown", () => {
    painter.showPublic([], false);
    painter.showPrivate([shared, own, unknown]);
    expect(drawn()).toEqual(["verbatim", "reworded", null]);
    expect(forPublic.painted).toEqual([{ marks: [], isSeen: false }]);
  });

  it("have no private layer if nothing is private, until a mark is emphasised", () => {
    painter.showPublic([], true);
    painter.showPrivate(null);
    painter.emphasise(null);
    expect(forPrivate).toEqual([]);
    painter.emphasise(shared.mark);
    expect(forPrivate[0]!.emphasised).toBe(shared.mark!.ranges);
    painter.emphasise(null);
    expect(forPrivate[0]!.emphasised).toBeNull();
  });

  it("change the public layer neither for the reader's marks nor for an emphasised one", () => {
    painter.showPublic([], true);
    painter.showPrivate([shared, own]);
    painter.emphasise(shared.mark);
    painter.emphasise(null);
    painter.showPrivate([unknown]);
    expect(forPublic.painted).toHaveLength(1);
    expect(forPrivate).toHaveLength(1);
  });

  it("follow the page together, and are removed together", () => {
    painter.showPrivate([own]);
    painter.repair();
    painter.restyle();
    painter.clear();
    expect(forPublic.calls).toEqual(["repair", "restyle", "clear"]);
    expect(forPrivate[0]!.calls).toEqual(["follow", "restyle", "clear"]);
  });
});
