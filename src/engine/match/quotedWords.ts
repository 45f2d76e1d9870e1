import type { PreparedPassage } from "./preparedPassage.ts";

/** Fewer quoted words are a fragment: the passage is compared as a whole. */
const fewestQuotedWords = 5;

/**
 * Which words carry the utterance: those between double quotation marks if there are enough of
 * them, else all. A mark that is not closed reaches to the end, one that only closes from the start.
 */
export function coreWords(passage: PreparedPassage): readonly number[] {
  const all = passage.words.map((_, place) => place);
  const spans = quotedSpans(passage.text);
  if (spans.length === 0) return all;
  const quoted = all.filter((place) => {
    const { start } = passage.words[place]!;
    return spans.some((span) => span.start <= start && start < span.end);
  });
  return quoted.length < fewestQuotedWords ? all : quoted;
}

/** Offsets between double quotation marks of any style. */
function quotedSpans(text: string): readonly { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  let open = -1;
  for (let at = 0; at < text.length; at++) {
    const mark = markAt(text.charCodeAt(at));
    if (mark === "none") continue;
    if (mark === "open" || (mark === "either" && open < 0 && opensAt(text, at))) {
      open = at + 1;
    } else {
      spans.push({ start: Math.max(open, spans.at(-1)?.end ?? 0), end: at });
      open = -1;
    }
  }
  if (open >= 0) spans.push({ start: open, end: text.length });
  return spans;
}

/** A straight mark opens if what follows is no space and what is before is none or a space. */
function opensAt(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return at === 0 || before === 0x20 || before === 0x28 || before === 0xa0 || before === 0x0a;
}

function markAt(code: number): "open" | "close" | "either" | "none" {
  if (code === 0x201c || code === 0x201e || code === 0xab) return "open";
  if (code === 0x201d || code === 0xbb) return "close";
  return code === 0x22 ? "either" : "none";
}
