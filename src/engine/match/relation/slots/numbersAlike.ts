import type { NumberMention } from "../../../model/index.ts";

/** A number with the text as it was printed. */
export interface PrintedNumber {
  readonly mention: NumberMention;
  readonly text: string;
}

/** Tolerance for approximate numbers, as a share: "about 100" and "110" can be the same. */
const aboutShare = 0.1;

/**
 * True if two numbers can both be right for one thing: they are equal to the precision of the
 * rounder one ("$1.33 billion" and "1.3 billion"), one satisfies the bound that the other gives, or
 * one is marked as approximate and is close enough.
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

/**
 * True if both numbers are bounds of one kind. "More than 20" and "more than 30" are treated as
 * different, since an outlet that knew the sharper bound would print it.
 */
function isBoundOfSameKind({ bound }: NumberMention, other: NumberMention): boolean {
  return (bound === "atLeast" || bound === "atMost") && bound === other.bound;
}

/** Returns half of the last printed decimal; 0 for a whole number without "million" or "%". */
function halfStepOf({ mention, text }: PrintedNumber): number {
  const digits = /(\d[\d,]*)(?:\.(\d+))?/.exec(text);
  if (digits === null) return 0;
  // "2億1000万", "3 bin 500": the last digits say how exact it is.
  if (mention.upper === null && /\d[^\d.,]+\d/.test(text)) return halfStepOfDigits(mention.value);
  const printed = Number(digits[0].replaceAll(",", ""));
  const scale = printed > 0 ? mention.value / printed : 1;
  const decimals = digits[2]?.length ?? 0;
  if (decimals === 0 && scale < 1000) return 0;
  return (0.5 * scale) / 10 ** decimals + Number.EPSILON * mention.value;
}

/** Returns half of the place of a number's last digit other than zero. */
function halfStepOfDigits(value: number): number {
  let step = 1;
  while (step < value && value % (step * 10) === 0) step *= 10;
  return step / 2;
}
