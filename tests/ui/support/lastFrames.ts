/**
 * Lets the last frames of a file's document pass before it is torn down: Preact runs effects after a frame,
 * and reports an error of nobody's where the functions for frames are gone by then.
 */
import { afterAll } from "vitest";

afterAll(async () => {
  if (typeof requestAnimationFrame === "undefined") return;
  for (let frame = 0; frame < 2; frame++) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
});
