/**
 * Removes markup from a text in one scan, until none is left: a removal leaves no new tag behind
 * ("<scr<b>ipt>"). The text is cut at every "<" and ">" and kept as a stack of pieces. A ">" that
 * closes a tag pops the piece with its "<", and the next ">" finds the "<" before it. Each piece is
 * pushed and popped once: linear.
 */

/** A longer one is not a tag but text with a "<" and, far behind it, a ">". */
const longestTag = 2_000;
/** Control characters other than line breaks and tabs, and those that turn the direction of text. */
const invisible =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
/** Elements whose content is not text. */
const nonTextElements: ReadonlySet<string> = new Set([
  "script",
  "style",
  "iframe",
  "object",
  "template",
]);

/** Returns a text without markup, in which no program can find any. */
export function withoutMarkup(text: string): string {
  const bare = text.replace(invisible, "");
  return bare.includes("<") ? new MarkupScan(bare).rest() : bare;
}

class MarkupScan {
  readonly #text: string;
  readonly #lower: string;
  /** Each but the first begins with its "<" or ">". */
  readonly #pieces: string[] = [""];
  /** End marks that the rest of the text lacks, which are not searched for again. */
  readonly #missing = new Set<string>();

  constructor(text: string) {
    this.#text = text;
    // Of the same length, other than toLowerCase.
    this.#lower = text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  }

  rest(): string {
    const text = this.#text;
    let from = 0;
    for (let at = nextMark(text, 0); at < text.length; at = nextMark(text, at)) {
      this.#append(text.slice(from, at));
      from = text[at] === "<" ? this.#open(at) : this.#close(at);
      at = from;
    }
    this.#append(text.slice(from));
    return this.#pieces.map(withoutTagStart).join("");
  }

  #append(text: string): void {
    if (text !== "") this.#pieces.push(`${this.#pieces.pop() ?? ""}${text}`);
  }

  /** Handles a "<"; returns where the scan continues. */
  #open(at: number): number {
    if (this.#text.startsWith("<!--", at)) {
      const end = this.#endAfter("-->", at + 4);
      return end ?? at + 4;
    }
    this.#pieces.push("<");
    return at + 1;
  }

  /** Removes the tag that a ">" closes, if it closes one; returns where the scan continues. */
  #close(at: number): number {
    const piece = this.#pieces.at(-1)!;
    if (!tagStart.test(piece) || piece.length > longestTag) {
      this.#pieces.push(">");
      return at + 1;
    }
    this.#pieces.pop();
    const name = /^<([a-z]+)/i.exec(piece)?.[1]?.toLowerCase() ?? "";
    if (!nonTextElements.has(name)) return at + 1;
    const end = this.#endAfter(`</${name}`, at + 1);
    if (end === null) return at + 1;
    this.#append(" ");
    return this.#endAfter(">", end) ?? this.#text.length;
  }

  /** Returns the offset after the next occurrence of an end, or null. */
  #endAfter(end: string, from: number): number | null {
    const at = this.#missing.has(end) ? -1 : this.#lower.indexOf(end, from);
    if (at >= 0) return at + end.length;
    this.#missing.add(end);
    return null;
  }
}

const tagStart = /^<[a-z/!?]/i;

function nextMark(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== "<" && text[at] !== ">") at++;
  return at;
}

/** Makes the rest of an unfinished tag text: a space after "<" says so to every parser. */
function withoutTagStart(piece: string): string {
  return tagStart.test(piece) ? `< ${piece.slice(1)}` : piece;
}
