import type { EncodingProblem } from "../../messages/offscreenProtocol.ts";
import { browser } from "./api.ts";

const key = "encodingProblem";

const problems: readonly unknown[] = ["damaged", "wrongVersion", "unavailable"];

/** Why the encoder could not be used in this session of the browser; null if it could. */
export async function readEncodingProblem(): Promise<EncodingProblem | null> {
  const stored = (await browser.storage.session.get(key))[key];
  return problems.includes(stored) ? (stored as EncodingProblem) : null;
}

/** Resolves when it is stored. */
export async function writeEncodingProblem(problem: EncodingProblem | null): Promise<void> {
  await browser.storage.session.set({ [key]: problem });
}
