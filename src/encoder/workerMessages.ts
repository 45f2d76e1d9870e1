import type { EncoderErrorKind } from "./encoderError.ts";

/*
 *   client                          worker
 *     ── { id, texts } ───────────▶   loads the model at its start
 *     ◀─ { kind: "started" } ──────   its lock is held from here to its death
 *     ◀─ { kind: "unusable", … } ──   the model cannot be loaded: the answer to everything
 *     ◀─ { kind: "encoded", … } ───   one answer a request, in their order
 */

/** A request to the worker. */
export interface WorkerRequest {
  readonly id: number;
  readonly texts: readonly string[];
}

/** An answer of the worker. Vectors are transferred. */
export type WorkerAnswer =
  | { readonly kind: "started" }
  | { readonly kind: "unusable"; readonly problem: EncoderErrorKind; readonly detail: string }
  | { readonly kind: "encoded"; readonly id: number; readonly vectors: readonly Uint8Array[] }
  | { readonly kind: "failed"; readonly id: number; readonly detail: string };
