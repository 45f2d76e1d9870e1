import type { MarkStyle } from "../markStyle.ts";
import type { Tone } from "../pageTone.ts";

/** The ground, and the line under the words: as the style sheet of public marks draws them. */
export function drawMark(
  pen: CanvasRenderingContext2D,
  at: DOMRect,
  { line, thicknessPx, colour, tint }: MarkStyle,
  tone: Tone,
): void {
  pen.fillStyle = tint[tone];
  pen.fillRect(at.left, at.top, at.width, at.height);
  pen.strokeStyle = colour[tone];
  pen.lineWidth = thicknessPx;
  pen.setLineDash(dashes[line]?.map((part) => part * thicknessPx) ?? []);
  pen.beginPath();
  // On whole pixels, and a little below the box, where the style sheet puts it.
  const y = Math.round(at.bottom) + thicknessPx / 2 - 1;
  if (line === "wavy") addWave(pen, at, y - thicknessPx, thicknessPx);
  else addLine(pen, at, y);
  if (line === "double") addLine(pen, at, y - 2 * thicknessPx);
  pen.stroke();
}

/** Drawn and left out, in thicknesses of the line; the other lines are not broken. */
const dashes: Readonly<Record<string, readonly number[]>> = { dashed: [3, 2], dotted: [1, 1] };

function addLine(pen: CanvasRenderingContext2D, { left, right }: DOMRect, y: number): void {
  pen.moveTo(left, y);
  pen.lineTo(right, y);
}

function addWave(pen: CanvasRenderingContext2D, at: DOMRect, y: number, heightPx: number): void {
  const stepPx = heightPx * 2;
  pen.moveTo(at.left, y);
  for (let i = 1; at.left + i * stepPx <= at.right; i++) {
    pen.lineTo(at.left + i * stepPx, i % 2 === 0 ? y : y - heightPx);
  }
}
