import { bounds } from "../bounds.ts";

/**
 * Splits JSON that arrives in pieces into the elements of its list without parsing it: the state between
 * two characters is whether they are in a string, and how many brackets are open.
 *
 *   [ {…}, {…} ]                    the elements of the array
 *   { "title": …, "items": [ … ] }  the elements of the first list with one of the names, no more of it
 *   {…} {…}                         each value at the top
 *
 * Text that is not JSON is an element too, which fails when it is parsed. Cost: one pass over the text and
 * the memory of one element.
 */
export interface JsonSplitter {
  /** The elements that are complete now; null for one that is too long. Take them before the next piece. */
  push(text: string): Generator<string | null>;
  /** Returns the beginning of an element that has no end; "" if there is none. */
  end(): string | null;
}

/**
 * Returns a splitter that cuts a JSON text into the items of its list as it arrives.
 * @param listNames the names of the list in an object at the top
 */
export function createJsonSplitter(listNames: readonly string[]): JsonSplitter {
  const splitter = new Splitter(listNames);
  return { push: (text) => splitter.push(text), end: () => splitter.complete() };
}

/** The characters of a member's name that are kept, more than any list's name has. */
const longestName = 20;

class Splitter {
  readonly #listNames: ReadonlySet<string>;
  #parts: string[] = [];
  #length = 0;
  #isInElement = false;
  #isInString = false;
  #isEscaped = false;
  /** Brackets that the element has open. */
  #depth = 0;
  /** Whether it is inside the array at the top, or the list of an object at the top. */
  #list: "none" | "array" | "named" = "none";
  /** True in the object around a list, of which nothing is kept. */
  #isAroundList = false;
  /** The last string at the object's own level: the name of the next value. */
  #name = "";

  constructor(listNames: readonly string[]) {
    this.#listNames = new Set(listNames);
  }

  *push(text: string): Generator<string | null> {
    let from = 0;
    for (let at = 0; at < text.length; at++) {
      const char = text[at]!;
      if (!this.#isInElement) {
        if (!this.#begins(char)) continue;
        from = at;
      } else if (!this.#isInString && this.#endsBefore(char)) {
        this.#keep(text.slice(from, at));
        yield* this.#end();
        at--;
        continue;
      }
      this.#read(char);
      if (this.#entersList(char)) {
        this.#enterList();
      } else if (!this.#isInString && this.#depth === 0 && (char === "}" || char === "]")) {
        this.#keep(text.slice(from, at + 1));
        yield* this.#end();
      }
    }
    if (this.#isInElement) this.#keep(text.slice(from));
  }

  /** Ends the element and returns it; null if it is too long. */
  complete(): string | null {
    const element = this.#length > bounds.recordChars ? null : this.#parts.join("");
    const isDropped = this.#isAroundList && this.#list === "none";
    this.#parts = [];
    this.#length = 0;
    return isDropped ? "" : element;
  }

  *#end(): Generator<string | null> {
    const isDropped = this.#isAroundList && this.#list === "none";
    const element = this.complete();
    this.#isInElement = false;
    if (isDropped) this.#isAroundList = false;
    else yield element;
  }

  /** True for the first character of an element. */
  #begins(char: string): boolean {
    if (char <= " " || char === "," || char === "\ufeff") return false;
    if (char === "]" && this.#list !== "none") {
      this.#leaveList();
      return false;
    }
    if (char === "[" && this.#list === "none") {
      this.#list = "array";
      return false;
    }
    this.#isInElement = true;
    return true;
  }

  /** True if a character follows a complete number, word or string, which ends before it. */
  #endsBefore(char: string): boolean {
    return this.#depth === 0 && (char === "," || char === "]" || char === "\n");
  }

  #read(char: string): void {
    if (this.#isInString) this.#readInString(char);
    else if (char === '"') {
      this.#isInString = true;
      this.#name = "";
    } else if (char === "{" || char === "[") this.#depth++;
    else if (char === "}" || char === "]") this.#depth--;
  }

  #readInString(char: string): void {
    if (this.#isEscaped) this.#isEscaped = false;
    else if (char === "\\") this.#isEscaped = true;
    else if (char === '"') this.#isInString = false;
    else if (this.#depth === 1 && this.#name.length < longestName) this.#name += char;
  }

  #entersList(char: string): boolean {
    const isOnTop = this.#list === "none" && this.#depth === 2;
    return isOnTop && char === "[" && !this.#isInString && this.#listNames.has(this.#name);
  }

  #enterList(): void {
    this.#list = "named";
    this.#isAroundList = true;
    this.#isInElement = false;
    this.#depth = 0;
    this.#parts = [];
    this.#length = 0;
  }

  /** Returns to the object after a named list. */
  #leaveList(): void {
    if (this.#list === "named") {
      this.#isInElement = true;
      this.#depth = 1;
      this.#name = "";
    }
    this.#list = "none";
  }

  #keep(part: string): void {
    if (this.#isAroundList && this.#list === "none") return;
    this.#length += part.length;
    if (this.#length > bounds.recordChars) this.#parts = [];
    else if (part !== "") this.#parts.push(part);
  }
}
