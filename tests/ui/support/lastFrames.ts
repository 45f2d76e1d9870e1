/**
 * Waits for two frames before a file's document is torn down. Preact runs effects after a frame, and
 * throws outside of any test if the functions for frames are gone by then.
 */
import { afterAll } from "vitest";

afterAll(async () => {
  if (typeof requestAnimationFrame === "undefined") return;
  for (let frame = 0; frame < 2; frame++) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
});
