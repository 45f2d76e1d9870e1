import type { SavedPart } from "../messages/keptProtocol.ts";
import { readOpenPage } from "./readOpenPage.ts";

/*
 * Injected into a page only when the reader saves it, or compares it with its saved version. Defines
 * the function that the background calls; the background validates what it returns.
 */
Reflect.set(globalThis, Symbol.for("second-source read open page"), (part: SavedPart) =>
  readOpenPage(window, part),
);
