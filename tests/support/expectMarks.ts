import type { Frame, Page } from "puppeteer-core";
import { expect } from "vitest";
import { markedWithin } from "./markedPage.ts";

/** Waits until the words marked inside elements that match the selector are these. */
export async function expectMarks(
  page: Page | Frame,
  selector: string,
  marks: readonly string[],
): Promise<void> {
  await expect.poll(() => markedWithin(page, selector)).toEqual(marks);
}
