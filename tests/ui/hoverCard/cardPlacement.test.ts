import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeCard, type Rectangle } from "../../../src/ui/hoverCard/cardPlacement.ts";

const viewport = { width: 1_000, height: 800 };
const card = { width: 360, height: 300 };

function line(left: number, top: number, width = 400): Rectangle {
  return { left, top, right: left + width, bottom: top + 20 };
}

describe("a card", () => {
  it.each([
    ["below its words", [line(100, 100)], "below"],
    ["above words near the lower edge", [line(100, 700)], "above"],
    ["below the last of several lines", [line(100, 100), line(100, 130)], "below"],
    [
      "right of words that leave no room above or below",
      [line(100, 100, 300), line(100, 690, 300)],
      "right",
    ],
    ["left of words that stand on the right", [line(600, 100, 300), line(600, 690, 300)], "left"],
  ])("stands %s", (_, lines, side) => {
    expect(placeCard(lines, card, viewport, null)?.side).toBe(side);
  });

  it("begins a little before the pointer", () => {
    const place = placeCard([line(100, 100)], card, viewport, 300);
    expect(place!.left).toBeGreaterThan(250);
    expect(place!.left).toBeLessThan(300);
  });

  it("takes less height where there is little room", () => {
    const tall = { width: 360, height: 900 };
    const place = placeCard([line(100, 400)], tall, viewport, null);
    expect(place!.maxHeight).toBeLessThan(400);
    expect(place!.maxHeight).toBeGreaterThan(300);
  });

  it.each([
    ["above", [line(100, -500)]],
    ["below", [line(100, 900)]],
    ["beside", [line(1_200, 100)]],
    ["nowhere", []],
  ])("is not shown when its words are %s the window", (_, lines) => {
    expect(placeCard(lines, card, viewport, null)).toBeNull();
  });

  it("never covers its words where there is room beside them, and stays in the window", () => {
    const arbitraryLines = fc.array(
      fc.record({ left: fc.integer({ min: 0, max: 900 }), top: fc.integer({ min: 0, max: 770 }) }),
      { minLength: 1, maxLength: 4 },
    );
    const pointer = fc.option(fc.integer({ min: 0, max: 1_000 }));
    const height = fc.integer({ min: 60, max: 900 });
    fc.assert(
      fc.property(arbitraryLines, height, pointer, (starts, cardHeight, pointerX) => {
        const lines = starts.map(({ left, top }) => line(left, top, 1_000 - left));
        const size = { width: 360, height: cardHeight };
        const place = placeCard(lines, size, viewport, pointerX)!;
        const shown = Math.min(cardHeight, place.maxHeight);
        expect(place.left).toBeGreaterThanOrEqual(8);
        expect(place.left + size.width).toBeLessThanOrEqual(992);
        expect(place.top).toBeGreaterThanOrEqual(0);
        expect(place.top + shown).toBeLessThanOrEqual(800);
        const top = Math.min(...lines.map((words) => words.top));
        const bottom = Math.max(...lines.map((words) => words.bottom));
        const hasRoom = top > 180 || bottom < 620;
        if (hasRoom) expect(place.top >= bottom || place.top + shown <= top).toBe(true);
      }),
    );
  });
});
