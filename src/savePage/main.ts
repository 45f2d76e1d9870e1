import type { SavedPart } from "../messages/keptProtocol.ts";
import { readOpenPage } from "./readOpenPage.ts";

/*
 * Put into a page only when the reader saves it, or looks what changed in one that is saved. The
 * background calls what is left here, and checks what it is given.
 */
Reflect.set(globalThis, Symbol.for("second-source read open page"), (part: SavedPart) =>
  readOpenPage(window, part),
);
