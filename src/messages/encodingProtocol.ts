import type { EncodingProblem } from "./offscreenProtocol.ts";

/** How far comparing by meaning is. */
export interface MeaningStatus {
  /** Whether the reader wants it. */
  readonly isOn: boolean;
  /** Articles that are compared by meaning, of all that are searched. */
  readonly done: number;
  readonly of: number;
  /** Why there is none, or no more of it; null if nothing is wrong. noRoom: the disk is full. */
  readonly problem: EncodingProblem | "noRoom" | null;
}

/** Messages of our own pages to the background, about comparing by meaning. */
export interface EncodingMessages {
  "meaning/status": { request: Record<string, never>; reply: MeaningStatus };
  /** Off, nothing is loaded; what was made stays with its articles. */
  "meaning/switch": { request: { on: boolean }; reply: MeaningStatus };
}
