import type { Token } from "../../text/tokens.ts";
import {
  CLOSE_QUOTE,
  COLON,
  COMMA,
  classIn,
  DASH,
  HYPHEN,
  NAME,
  NUMBER,
  OPEN_QUOTE,
  OTHER_MARK,
  STOP,
} from "../../text/wordTraits.ts";

/** Returns the class of each token of a text: that of its word, unless it is part of a name. */
export function classesOf(text: string, tokens: readonly Token[], nameOf: Int32Array): Uint8Array {
  const classes = new Uint8Array(tokens.length);
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (token.kind === "punctuation") classes[at] = classOfMark(text, tokens, at);
    else if (nameOf[at]! >= 0) classes[at] = NAME;
    else classes[at] = token.kind === "number" ? NUMBER : classIn(token.traits);
  }
  return classes;
}

function classOfMark(text: string, tokens: readonly Token[], at: number): number {
  switch (tokens[at]!.folded) {
    case ",":
    case ";":
      return COMMA;
    case ":":
      return COLON;
    case ".":
    case "!":
    case "?":
    case "…":
      return STOP;
    case "“":
    case "„":
    case "«":
    case "「":
    case "‘":
      return OPEN_QUOTE;
    case "”":
    case "»":
    case "」":
    case "’":
      return CLOSE_QUOTE;
    case '"':
    case "'":
      return opensWord(text, tokens, at) ? OPEN_QUOTE : CLOSE_QUOTE;
    case "—":
    case "–":
    case "―":
      return DASH;
    case "-":
    case "‑":
      return touchesBoth(tokens, at) ? HYPHEN : DASH;
    default:
      return OTHER_MARK;
  }
}

function opensWord(text: string, tokens: readonly Token[], at: number): boolean {
  const isSecond = isDoubled(tokens, at - 1);
  const before = tokens[isSecond ? at - 2 : at - 1];
  const after = tokens[isDoubled(tokens, at) ? at + 2 : at + 1];
  if (isSecond) return before === undefined || before.end < tokens[at - 1]!.start;
  if (before === undefined || before.end < tokens[at]!.start) return after !== undefined;
  return /[([—–]/.test(text.slice(before.start, before.end));
}

/** True for the first of two single marks in a row. */
function isDoubled(tokens: readonly Token[], at: number): boolean {
  const mark = tokens[at];
  const next = tokens[at + 1];
  return mark?.folded === "'" && next?.folded === "'" && mark.end === next.start;
}

function touchesBoth(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.end === tokens[at]!.start && tokens[at + 1]?.start === tokens[at]!.end;
}
