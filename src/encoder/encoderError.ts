/** The reason why the encoder does not work. */
export type EncoderErrorKind = "damaged" | "wrongVersion" | "unavailable";

/**
 * Thrown if the model cannot be used: its files are damaged or of another version, or the runtime
 * does not start (no memory, no WebAssembly). Matching by words continues without it.
 */
export class EncoderError extends Error {
  override readonly name = "EncoderError";
  readonly kind: EncoderErrorKind;

  constructor(kind: EncoderErrorKind, detail: string) {
    super(`encoder ${kind}: ${detail}`);
    this.kind = kind;
  }
}
