/**
 * Leaves the document that all files share as it was: takes down what a test drew (the testing library
 * by itself would take down only what the first file draws), and after a file what it has put there.
 * Before that it waits for two frames: Preact runs effects after a frame.
 */
import { cleanup } from "@testing-library/preact";
import { afterAll, afterEach, vi } from "vitest";

const hasDocument = typeof document !== "undefined";

afterEach(() => {
  if (hasDocument) cleanup();
});

afterAll(async () => {
  vi.unstubAllGlobals();
  if (!hasDocument) return;
  for (let frame = 0; frame < 2; frame++) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  document.head.replaceChildren();
  document.body.replaceChildren();
  for (const element of [document.documentElement, document.body]) {
    for (const name of element.getAttributeNames()) element.removeAttribute(name);
  }
});
