import { readArticle } from "../../src/engine/extract/readArticle.ts";
import {
  type ArticleReading,
  type Span,
  spansOverlap,
  type TextPart,
} from "../../src/engine/model/index.ts";
import { plainArticle } from "../support/plainArticle.ts";

/** An article put together from sentences, and where each of them stands in it. */
export interface ToldArticle {
  readonly reading: ArticleReading;
  /** By the sentence's place: 0 is the headline. */
  readonly spans: readonly (Span & { readonly in: TextPart })[];
}

/** What is known of such an article. */
export interface Told {
  readonly id: string;
  readonly outlet: string;
  readonly day: string | null;
  readonly language: string | null;
  /** The headline first. */
  readonly sentences: readonly string[];
}

/** Lays the sentences out, two a paragraph, and reads the article. */
export function tellArticle({ id, outlet, day, language, sentences }: Told): ToldArticle {
  const [title = "", ...rest] = sentences;
  let body = "";
  const spans: ToldArticle["spans"][number][] = [{ in: "title", start: 0, end: title.length }];
  rest.forEach((text, i) => {
    if (i > 0) body += i % 2 === 0 ? "\n\n" : " ";
    spans.push({ in: "body", start: body.length, end: body.length + text.length });
    body += text;
  });
  const reading = readArticle({
    ...plainArticle(id, title, body, day),
    outlet: { name: outlet, domain: null },
    language,
  });
  return { reading, spans };
}

/** The places of the sentences that a passage is of. */
export function sentencesUnder(
  { spans }: ToldArticle,
  passage: Span & { readonly in: TextPart },
): readonly number[] {
  return spans.flatMap((span, i) =>
    span.in === passage.in && spansOverlap(span, passage) ? [i] : [],
  );
}
