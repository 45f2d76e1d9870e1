import type { Span } from "./span.ts";

/** direct: a whole clause or more in someone's words; mixed: fragments inside a sentence. */
export type QuoteKind = "direct" | "mixed";

/** Words between quotation marks given as someone's words. The span excludes the outer marks. Body offsets. */
export interface Quote extends Span {
  readonly kind: QuoteKind;
}
