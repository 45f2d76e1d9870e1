import type { Span } from "./span.ts";

/** direct and mixed as for quotes; indirect: reported without quotation marks. */
export type AttributionKind = "direct" | "mixed" | "indirect";

/** Says whose words or knowledge a stretch of the body is. All spans are body offsets. */
export interface Attribution {
  /** The fullest name the article gives the source ("Sergey Lavrov"), "unnamed" if it is withheld. */
  readonly source: string;
  /** The source as written at this place ("he", "Lavrov"). */
  readonly mention: string;
  readonly mentionSpan: Span | null;
  /** Office or description ("Russian Foreign Minister"), or null. */
  readonly role: string | null;
  readonly cue: Span;
  readonly content: readonly Span[];
  /** The outlets or persons it came through, nearest to this article first. */
  readonly via: readonly string[];
  readonly kind: AttributionKind;
  /** True for denials: the source says that the content is not so. */
  readonly negated: boolean;
}
