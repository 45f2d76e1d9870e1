import type { Token } from "../../text/tokens.ts";

/** True if a capital means the town: "talks in Moscow", "visited Moscow", "Moscow-based". */
export function standsForPlace(
  text: string,
  tokens: readonly Token[],
  at: number,
  next: number,
): boolean {
  if (opensLineBeforeDash(text, tokens, at, next)) return true;
  if (tokens[next]?.folded === "-" && tokens[next + 1]?.folded === "based") return true;
  const before = tokens[at - 1]?.folded ?? "";
  if (placePrepositions.has(before)) return true;
  if (before === "the" && townNouns.has(tokens[next]?.folded ?? "")) return true;
  return (before === "to" || before === "from") && motionWords.has(tokens[at - 2]?.folded ?? "");
}

/** Nouns for events that are called after their town: "the Astana process", "the Geneva talks". */
const townNouns: ReadonlySet<string> = new Set(
  "process talks format summit conference meeting round airport suburb mayor metro".split(" "),
);

/** True for the town of a dateline: "Moscow - John Kerry said", "MOSCOW (Reuters) —". */
function opensLineBeforeDash(
  text: string,
  tokens: readonly Token[],
  at: number,
  next: number,
): boolean {
  const before = tokens[at - 1];
  const after = tokens[next]?.folded ?? "";
  const opensLine =
    before === undefined || text.slice(before.end, tokens[at]!.start).includes("\n");
  return opensLine && /^[-–—(,]$/.test(after);
}

const placePrepositions: ReadonlySet<string> = new Set(
  "in near at outside inside around across into visited visiting visits visit left leaving reached reaching downtown central through via".split(
    " ",
  ),
);
const motionWords: ReadonlySet<string> = new Set(
  "flew fly flying flight went go going travel traveled travelled travels trip trips visit visits came come moved move returned return arrived departed journey drove drive sent km kilometers kilometres miles way back".split(
    " ",
  ),
);
