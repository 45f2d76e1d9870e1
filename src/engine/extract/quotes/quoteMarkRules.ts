import { classOf, DIGIT, LETTER, SPACE } from "../../text/characters.ts";

/** Returns the marks that close what the mark at `at` opens, or null if it opens nothing there. */
export function closersOf(text: string, at: number, code: number): string | null {
  switch (code) {
    case 0x201c:
      return '”"';
    case 0x201e:
      return "“”";
    case 0xab:
      return "»";
    case 0xbb:
      return opensByPlace(text, at) ? "«»" : null;
    case 0x201d: // ”…” in Swedish and Finnish
      return opensByPlace(text, at) ? "”" : null;
    case 0x300c:
      return "」";
    case 0x300e:
      return "』";
    case 0x2039:
      return "›";
    case 0x22:
      return opensByPlace(text, at) ? '"”' : null;
    case 0x2018:
      return !isSpaceAfter(text, at) && singleCloses(text, at, 0x2019) ? "’" : null;
    case 0x27:
      return opensByPlace(text, at) && singleCloses(text, at, 0x27) ? "'" : null;
    default:
      return null;
  }
}

/**
 * Returns the closing marks for marks that open a quotation in other languages but close one in
 * English; null for others.
 */
export function moreClosersOf(text: string, at: number, code: number): string | null {
  switch (code) {
    case 0x201e: // „…", too
      return '“”"';
    case 0x201a: // ‚…‘
      return "‘’";
    case 0x203a: // ›…‹
      return opensByPlace(text, at) ? "‹" : null;
    default:
      return null;
  }
}

/** True for a quotation mark beyond ASCII. */
export function isQuoteMark(code: number): boolean {
  return (
    (code >= 0x2018 && code <= 0x201e) ||
    code === 0xab ||
    code === 0xbb ||
    code === 0x2039 ||
    code === 0x203a ||
    (code >= 0x300c && code <= 0x300f)
  );
}

/** True if a word follows the straight mark and none precedes it. */
function opensByPlace(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at + 1);
  const isFree = at === 0 || (classOf(before) & SPACE) !== 0 || isOpener(before);
  return isFree && at + 1 < text.length && !(classOf(after) & SPACE);
}

/** True at the start of the text and after white space. */
export function isSpaceBefore(text: string, at: number): boolean {
  return at === 0 || (classOf(text.charCodeAt(at - 1)) & SPACE) !== 0;
}

function isSpaceAfter(text: string, at: number): boolean {
  return (classOf(text.charCodeAt(at + 1)) & SPACE) !== 0;
}

/**
 * True for a mark that a quotation may follow at once: a bracket, a dash, a colon, another
 * quotation mark.
 */
export function isOpener(code: number): boolean {
  return (
    code === 0x28 ||
    code === 0x5b ||
    code === 0x2014 ||
    code === 0x2013 ||
    code === 0x2d ||
    code === 0x201c ||
    code === 0x22 ||
    code === 0x2018 ||
    code === 0x27 ||
    code === 0x3a
  );
}

/** True if a mark that matches an open one closes it here. */
export function mayCloseHere(text: string, at: number, code: number): boolean {
  if (code === 0x2019 || code === 0x27) {
    if (!isSingleClose(text, at)) return false;
    return !(isPluralPossessive(text, at) && singleCloses(text, at, code));
  }
  if (code === 0x22) return !(opensByPlace(text, at) && isSpaceBefore(text, at));
  if (code === 0xbb || code === 0x201d) {
    const isBeforeWord = (classOf(text.charCodeAt(at + 1)) & (LETTER | DIGIT)) !== 0;
    return !(isBeforeWord && isSpaceBefore(text, at));
  }
  return true;
}

/**
 * True for a closing mark, not for an apostrophe: no letter follows it and no space precedes it.
 */
function isSingleClose(text: string, at: number): boolean {
  const after = classOf(text.charCodeAt(at + 1));
  const before = classOf(text.charCodeAt(at - 1));
  return !(after & (LETTER | DIGIT)) && !(before & SPACE);
}

/** The number of characters in which the other half of a single mark is looked for. */
const singleLookAhead = 400;

/**
 * True if a closing single mark follows in the paragraph; the apostrophe of a plural does not
 * count.
 */
function singleCloses(text: string, from: number, closer: number): boolean {
  const limit = Math.min(text.length, from + singleLookAhead);
  for (let at = from + 1; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x0a && text.charCodeAt(at + 1) === 0x0a) return false;
    if (code !== closer && code !== 0x2019) continue;
    if (isSingleClose(text, at) && at > from + 1 && !isPluralPossessive(text, at)) return true;
  }
  return false;
}

/** True for the apostrophe of a plural: "workers’ rights". */
function isPluralPossessive(text: string, at: number): boolean {
  const next = text.slice(at + 1, at + 3);
  return text[at - 1] === "s" && /^ \p{Ll}/u.test(next);
}
