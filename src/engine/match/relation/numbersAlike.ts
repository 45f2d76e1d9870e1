import type { NumberMention } from "../../model/index.ts";

/** A number with the text that it was printed as. */
export interface PrintedNumber {
  readonly mention: NumberMention;
  readonly text: string;
}

/** Numbers "about" each other may be a tenth apart. */
const aboutShare = 0.1;

/**
 * True if two numbers can both be right for one thing: they are equal as exactly as the rounder one
 * is printed ("$1.33 billion" and "1.3 billion"), one is a bound that the other keeps, or one is
 * said to be about right.
 */
export function numbersCanBeSame(a: PrintedNumber, b: PrintedNumber): boolean {
  const [one, other] = [a.mention, b.mention];
  const lower = Math.max(one.value, other.value);
  const upper = Math.min(one.upper ?? one.value, other.upper ?? other.value);
  if (lower <= upper) return true;
  const apart = Math.abs(one.value - other.value);
  if (apart <= Math.max(halfStepOf(a), halfStepOf(b))) return true;
  if (isBoundOfSameKind(one, other)) return apart <= aboutShare * Math.max(one.value, other.value);
  const isAbout = one.bound === "about" || other.bound === "about";
  if (isAbout && apart <= aboutShare * Math.max(one.value, other.value)) return true;
  return keepsBound(one, other) || keepsBound(other, one);
}

function keepsBound(bound: NumberMention, other: NumberMention): boolean {
  if (bound.bound === "atLeast") return other.value >= bound.value;
  return bound.bound === "atMost" && other.value <= bound.value;
}

/** "More than 20" beside "more than 30": who prints the one would print the other if it were known. */
function isBoundOfSameKind({ bound }: NumberMention, other: NumberMention): boolean {
  return (bound === "atLeast" || bound === "atMost") && bound === other.bound;
}

/** Half of the last decimal that is printed; 0 for a whole number without "million" or "%". */
function halfStepOf({ mention, text }: PrintedNumber): number {
  const digits = /(\d[\d,]*)(?:\.(\d+))?/.exec(text);
  if (digits === null) return 0;
  const printed = Number(digits[0].replaceAll(",", ""));
  const scale = printed > 0 ? mention.value / printed : 1;
  const decimals = digits[2]?.length ?? 0;
  if (decimals === 0 && scale < 1000) return 0;
  return (0.5 * scale) / 10 ** decimals + Number.EPSILON * mention.value;
}
