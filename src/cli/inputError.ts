/** An input that could not be used. The message names it and says what to do. */
export class InputError extends Error {
  override readonly name = "InputError";
}

/** Returns a size for people: "51.2 MB". */
export function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
