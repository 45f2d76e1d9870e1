/** What keeps the encoder from working. */
export type EncoderErrorKind = "damaged" | "wrongVersion" | "unavailable";

/**
 * Thrown when the model cannot be used: its files are damaged or of another version, or the runtime
 * does not start (no memory, no WebAssembly). Matching by words goes on without it.
 */
export class EncoderError extends Error {
  override readonly name = "EncoderError";
  readonly kind: EncoderErrorKind;

  constructor(kind: EncoderErrorKind, detail: string) {
    super(`encoder ${kind}: ${detail}`);
    this.kind = kind;
  }
}
