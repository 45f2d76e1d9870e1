import type {
  ArticleReading,
  Attribution,
  PublicationDate,
  QuoteKind,
  Span,
} from "../../engine/model/index.ts";

/** A span of the body and its text. */
interface TextSpan extends Span {
  readonly text: string;
}

/**
 * The output of `read --format json` for one document. Its JSON Schema is
 * docs/schemas/read.schema.json.
 */
export interface ReadReport {
  readonly schema: 1;
  readonly title: string;
  readonly outlet: string | null;
  readonly url: string | null;
  readonly published: PublicationDate | null;
  readonly byline: string | null;
  readonly agencies: readonly string[];
  readonly language: string | null;
  readonly body: string;
  /** The body's passages; the title is one more. */
  readonly passages: readonly TextSpan[];
  readonly quotes: readonly (TextSpan & { readonly kind: QuoteKind })[];
  readonly attributions: readonly ReadAttribution[];
  readonly claims: readonly ReadClaim[];
}

type ReadAttribution = Pick<
  Attribution,
  "source" | "mention" | "role" | "via" | "kind" | "negated"
> & { readonly cue: TextSpan; readonly content: readonly TextSpan[] };

interface ReadClaim extends TextSpan {
  readonly numbers: readonly (TextSpan & {
    readonly value: number;
    readonly upper: number | null;
    readonly unit: string | null;
    readonly bound: string;
  })[];
  readonly dates: readonly (TextSpan & {
    readonly value: string | null;
    readonly precision: string;
    readonly relative: boolean;
  })[];
  readonly names: readonly (TextSpan & { readonly canonical: string; readonly kind: string })[];
}

/** Returns everything that was read from an article, with the text of each span. */
export function readReport(reading: ArticleReading): ReadReport {
  const { article } = reading;
  const { body } = article;
  const at = ({ start, end }: Span): TextSpan => ({ start, end, text: body.slice(start, end) });
  return {
    schema: 1,
    title: article.title,
    outlet: article.outlet.name || null,
    url: article.urls[0] ?? null,
    published: article.published,
    byline: article.byline,
    agencies: article.agencies,
    language: article.language,
    body,
    passages: reading.passages.filter((passage) => passage.in === "body").map(at),
    quotes: reading.quotes.map((quote) => ({ ...at(quote), kind: quote.kind })),
    attributions: reading.attributions.map(({ source, mention, role, cue, content, ...rest }) => ({
      ...{ source, mention, role },
      cue: at(cue),
      content: content.map(at),
      ...{ via: rest.via, kind: rest.kind, negated: rest.negated },
    })),
    claims: reading.claims.map((claim) => ({
      ...at(claim),
      numbers: claim.numbers.map(({ value, upper, unit, bound, ...span }) => ({
        ...at(span),
        ...{ value, upper, unit, bound },
      })),
      dates: claim.dates.map(({ value, precision, relative, ...span }) => ({
        ...at(span),
        ...{ value, precision, relative },
      })),
      names: claim.names.map(({ canonical, kind, ...span }) => ({ ...at(span), canonical, kind })),
    })),
  };
}
