import { classOf, SPACE } from "./characters.ts";

/** Tracks the open quotation marks, as far as the ends of sentences depend on them. */
export class QuoteState {
  isOpen = false;
  isGermanOpen = false;
  /** ‚ is open, which ‘ closes. */
  isLowSingleOpen = false;
  openedAfterColon = false;
  /** True after a stop inside the open quotation. */
  hadStop = false;

  /** Forgets all open quotations, as a blank line ends them. */
  reset(): void {
    this.isOpen = false;
    this.isGermanOpen = false;
    this.isLowSingleOpen = false;
    this.openedAfterColon = false;
    this.hadStop = false;
  }

  /** Updates the state with the character at `at`. */
  see(text: string, at: number): void {
    const code = text.charCodeAt(at);
    if (code === 0x22) this.toggle(!this.closesAt(text, at), text, at);
    else if (code === 0x201c && this.isGermanOpen) this.isGermanOpen = false;
    else if (code === 0x201c) this.toggle(true, text, at);
    else if (code === 0x201d) {
      this.toggle(false, text, at);
      this.isGermanOpen = false;
    } else if (code === 0x201e) this.isGermanOpen = true;
    else if (code === 0x201a) this.isLowSingleOpen = true;
    else if (this.isOpen && (code === 0x2e || code === 0x3f || code === 0x21)) this.hadStop = true;
  }

  /**
   * True if the straight mark at `at` closes a quotation, by the characters that touch it, else by
   * the open marks.
   */
  closesAt(text: string, at: number): boolean {
    const before = classOf(text.charCodeAt(at - 1));
    const after = classOf(text.charCodeAt(at + 1));
    const spaceBefore = at === 0 || (before & SPACE) !== 0;
    const spaceAfter = at + 1 >= text.length || (after & SPACE) !== 0;
    if (spaceBefore !== spaceAfter) return spaceAfter;
    return this.isOpen;
  }

  private toggle(opens: boolean, text: string, at: number): void {
    this.isOpen = opens;
    this.hadStop = false;
    this.openedAfterColon = opens && colonBefore(text, at);
  }
}

function colonBefore(text: string, at: number): boolean {
  let before = at - 1;
  while (before > at - 4 && classOf(text.charCodeAt(before)) & SPACE) before--;
  return text.charCodeAt(before) === 0x3a;
}
