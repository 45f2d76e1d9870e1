/** Splits text that comes in pieces into its lines. */
export interface LineSplitter {
  /** The lines that are complete now, without their ends; null for one that is too long. Take them before the next piece. */
  push(text: string): Iterable<string | null>;
  /** Returns the rest that has no line end; "" if the text ended with one. */
  end(): string | null;
}

/**
 * Returns a splitter that cuts text into lines as it arrives.
 * @param longest the most characters of a line; nothing is kept of a longer one
 */
export function createLineSplitter(longest: number): LineSplitter {
  let parts: string[] = [];
  let length = 0;

  function keep(part: string): void {
    length += part.length;
    if (length > longest) parts = [];
    else if (part !== "") parts.push(part);
  }

  function complete(): string | null {
    const line = length > longest ? null : parts.join("");
    parts = [];
    length = 0;
    return line;
  }

  return {
    *push(text) {
      let from = 0;
      for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", from)) {
        keep(text.slice(from, end));
        from = end + 1;
        yield complete();
      }
      keep(text.slice(from));
    },
    end: complete,
  };
}
