/**
 * Matches as W3C Web Annotations (https://www.w3.org/TR/annotation-model/), one annotation a match.
 * The target is the page's passage, quoted with the text around it; the bodies are the corpus
 * passages at their own addresses, and the relation in words. Terms that the vocabulary lacks are
 * taken from schema.org, and otherwise are our own.
 */
import type {
  Difference,
  MatchReport,
  PageMatch,
  PublicationDate,
  QuoteContext,
  Reference,
} from "../model/index.ts";
import {
  dateInWords,
  differencesToDescribe,
  type ExportWording,
  otherLanguage,
} from "./citation.ts";
import { creator, type ExportFacts } from "./exportFacts.ts";

interface TextQuoteSelector {
  readonly type: "TextQuoteSelector";
  readonly exact: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

/** A page or an article. */
export interface AnnotatedSource {
  readonly id: string;
  readonly type: "Text";
  readonly language?: string;
  readonly "schema:name": string;
  readonly "schema:publisher"?: string;
  readonly "schema:datePublished"?: string;
  /** "stated" or "inferred" */
  readonly "secondSource:dateBasis"?: string;
}

interface SpecificResource {
  readonly type: "SpecificResource";
  readonly purpose?: "linking";
  readonly source: AnnotatedSource;
  readonly selector: TextQuoteSelector;
  /** The time at which it had the quoted text. */
  readonly state?: { readonly type: "TimeState"; readonly sourceDate: string };
  readonly "secondSource:relation"?: string;
  readonly "secondSource:relationInWords"?: string;
  readonly "secondSource:score"?: number;
  readonly "secondSource:speaker"?: string;
  readonly "secondSource:via"?: readonly string[];
  readonly "secondSource:differences"?: readonly Difference[];
}

interface TextualBody {
  readonly type: "TextualBody";
  readonly purpose: "describing" | "classifying";
  readonly format: "text/plain";
  readonly value: string;
}

/** One match of a page as a Web Annotation. */
export interface WebAnnotation {
  readonly id: string;
  readonly type: "Annotation";
  readonly motivation: "linking";
  readonly creator: { readonly type: "Software"; readonly name: string };
  readonly created: string;
  readonly body: readonly (SpecificResource | TextualBody)[];
  readonly target: SpecificResource;
}

/** The terms: those of the annotations, of schema.org, and our own. */
export const annotationContext = [
  "http://www.w3.org/ns/anno.jsonld",
  { schema: "https://schema.org/", secondSource: "urn:second-source:" },
] as const;

/** The annotations of one page, as JSON-LD. */
export interface WebAnnotationPage {
  readonly "@context": typeof annotationContext;
  readonly id: string;
  readonly type: "AnnotationPage";
  readonly items: readonly WebAnnotation[];
}

/**
 * Returns a report's matches as JSON-LD, in page order. Ids are fragments of the page's address;
 * null if that is not known, because an annotation then has no target.
 */
export function webAnnotations(
  report: MatchReport,
  facts: ExportFacts,
  wording: ExportWording,
): WebAnnotationPage | null {
  const { page } = report;
  if (page.url === null) return null;
  const base = `${page.url.split("#", 1)[0]!}#second-source`;
  const source = annotatedSource({ ...page, outlet: page.outlet ?? "" }, page.url);
  return {
    "@context": annotationContext,
    id: base,
    type: "AnnotationPage",
    items: report.matches.map((match, at) => ({
      id: `${base}-${at + 1}`,
      type: "Annotation",
      motivation: "linking",
      creator: { type: "Software", name: creator },
      created: facts.created,
      body: [
        textual("classifying", match.relation),
        ...match.references.flatMap((its) => referenceBodies(match, its, facts, wording)),
      ],
      target: {
        ...{ type: "SpecificResource", source },
        selector: { type: "TextQuoteSelector", exact: match.exact, ...facts.contextOf(match) },
        ...stateAt(facts.pageRetrieved),
      },
    })),
  };
}

/** Returns the page or article in which the words of an annotation are. */
export function annotatedSource(
  { title, outlet, language, published }: SourceFacts,
  id: string,
): AnnotatedSource {
  return {
    ...{ id, type: "Text", "schema:name": title },
    ...(language == null ? {} : { language }),
    ...(outlet === "" ? {} : { "schema:publisher": outlet }),
    ...(published === null
      ? {}
      : { "schema:datePublished": published.value, "secondSource:dateBasis": published.basis }),
  };
}

/** Returns the selector of a passage, with the text around it, if that is known. */
export function quoteSelector({
  text,
  prefix,
  suffix,
}: Partial<QuoteContext> & { readonly text: string }): TextQuoteSelector {
  return {
    ...{ type: "TextQuoteSelector", exact: text },
    ...(prefix === undefined ? {} : { prefix }),
    ...(suffix === undefined ? {} : { suffix }),
  };
}

interface SourceFacts {
  readonly title: string;
  /** Empty where it is not known. */
  readonly outlet: string;
  readonly language?: string | null;
  readonly published: PublicationDate | null;
}

function stateAt(instant: string | null) {
  return instant === null ? {} : { state: { type: "TimeState", sourceDate: instant } as const };
}

function textual(purpose: TextualBody["purpose"], value: string): TextualBody {
  return { type: "TextualBody", purpose, format: "text/plain", value };
}

/** The passage where it was printed, and who printed it, in words. */
function referenceBodies(
  match: PageMatch,
  reference: Reference,
  facts: ExportFacts,
  wording: ExportWording,
): readonly (SpecificResource | TextualBody)[] {
  const { article, passage, relation, score, speaker, via } = reference;
  const differences = differencesToDescribe(reference);
  const linked: SpecificResource = {
    ...{ type: "SpecificResource", purpose: "linking" },
    // An article without an address is named all the same.
    source: annotatedSource(
      article,
      article.url ?? `urn:second-source:article:${encodeURIComponent(article.id)}`,
    ),
    selector: quoteSelector(passage),
    ...stateAt(facts.retrieved(article.id)),
    "secondSource:relation": relation,
    "secondSource:relationInWords": wording.relationOf(match, reference),
    "secondSource:score": Number(score.toFixed(2)),
    ...(speaker === null ? {} : { "secondSource:speaker": speaker }),
    ...(via.length === 0 ? {} : { "secondSource:via": via }),
    ...(differences.length === 0 ? {} : { "secondSource:differences": differences }),
  };
  return [linked, textual("describing", describe(match, reference, wording))];
}

function describe(match: PageMatch, reference: Reference, wording: ExportWording): string {
  const { article, passage, speaker, via } = reference;
  const parts = [
    article.outlet || article.title,
    dateInWords(article.published, wording),
    ...otherLanguage(article, wording),
    wording.relationOf(match, reference),
    ...[...via, ...(speaker === null ? [] : [speaker])],
  ];
  return `${parts.join(", ")}: ${passage.text}`;
}
