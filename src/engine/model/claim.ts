import type { DatePrecision } from "./article.ts";
import type { Span } from "./span.ts";

/** A number as written and as meant. Offsets are those of the passage's title or body. */
export interface NumberMention extends Span {
  /** The value, or the lower bound of a range. */
  readonly value: number;
  /** Upper bound of a range ("5 to 7"), else null. */
  readonly upper: number | null;
  /** "percent", "USD", "kilometre", or the counted noun's stem ("soldier"); null when there is none. */
  readonly unit: string | null;
  /** "more than", "about", "at least": exact is the plain case. */
  readonly bound: "exact" | "about" | "atLeast" | "atMost";
}

/** A date as written and as meant; `value` is ISO 8601 cut to the precision, null if it cannot be resolved. */
export interface DateMention extends Span {
  readonly value: string | null;
  readonly precision: DatePrecision | "week" | "weekday";
  /** True if it was counted from the article's own date ("Saturday", "last week"). */
  readonly relative: boolean;
}

/** A name as written, with the form under which its other spellings and aliases meet. */
export interface NameMention extends Span {
  /** The fullest form for people to read ("Sergey Lavrov"). */
  readonly canonical: string;
  /** Comparison key: equal keys mean the same bearer ("manbij" for "Minbej" and "Manbij"). */
  readonly key: string;
  readonly kind: "person" | "place" | "organisation" | "other";
}

/** A passage that states something checkable: not a question, not furniture. */
export interface Claim extends Span {
  readonly numbers: readonly NumberMention[];
  readonly dates: readonly DateMention[];
  readonly names: readonly NameMention[];
}
