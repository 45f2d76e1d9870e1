/** An input that could not be used. The message names it and says what to do. */
export class InputError extends Error {
  override readonly name = "InputError";
}
