import type { EncodingProblem } from "./offscreenProtocol.ts";

/** The progress of comparing by meaning. */
export interface MeaningStatus {
  /** True if the reader has turned it on. */
  readonly isOn: boolean;
  /** Articles that are compared by meaning, of all that are searched. */
  readonly done: number;
  readonly of: number;
  /** Why vectors are missing; null if nothing is wrong. noRoom: the disk is full. */
  readonly problem: EncodingProblem | "noRoom" | null;
}

/** Messages of our own pages to the background, about comparing by meaning. */
export interface EncodingMessages {
  "meaning/status": { request: Record<string, never>; reply: MeaningStatus };
  /** If off, nothing is loaded; existing vectors stay with their articles. */
  "meaning/switch": { request: { on: boolean }; reply: MeaningStatus };
}
