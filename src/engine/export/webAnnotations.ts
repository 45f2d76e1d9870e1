/**
 * Matches as W3C Web Annotations (https://www.w3.org/TR/annotation-model/): one annotation a
 * match. Its target is the page's passage, quoted with what stands around it; its bodies are the
 * corpus passages at their own addresses, and the relation in words.
 */
import { languageName, type MatchReport, type PageMatch, type Reference } from "../model/index.ts";

/** The text that the report's offsets belong to. */
export interface AnnotatedText {
  /** The page's address: an annotation has no target without one. */
  readonly url: string;
  /** Null, as the body, where it is not at hand: then quotes stand without what is around them. */
  readonly title: string | null;
  readonly body: string | null;
}

/** How much of the surrounding text makes a quote findable; other tools keep as much. */
const contextChars = 32;

interface TextQuoteSelector {
  readonly type: "TextQuoteSelector";
  readonly exact: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

interface SpecificResource {
  readonly type: "SpecificResource";
  readonly purpose?: "linking";
  /** An address; with the language of what stands there, if it is not the page's. */
  readonly source: string | { readonly id: string; readonly language: string };
  readonly selector: TextQuoteSelector;
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
  readonly body: readonly (SpecificResource | TextualBody)[];
  readonly target: SpecificResource;
}

/** The annotations of one page, as JSON-LD. */
export interface WebAnnotationPage {
  readonly "@context": "http://www.w3.org/ns/anno.jsonld";
  readonly id: string;
  readonly type: "AnnotationPage";
  readonly items: readonly WebAnnotation[];
}

/** A report's matches as JSON-LD, in page order. Ids are fragments of the page's address. */
export function webAnnotations(report: MatchReport, text: AnnotatedText): WebAnnotationPage {
  const base = `${text.url.split("#", 1)[0]!}#second-source`;
  return {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id: base,
    type: "AnnotationPage",
    items: report.matches.map((match, at) => ({
      id: `${base}-${at + 1}`,
      type: "Annotation",
      motivation: "linking",
      body: [classifying(match.relation), ...match.references.flatMap(referenceBodies)],
      target: { type: "SpecificResource", source: text.url, selector: selectorOf(match, text) },
    })),
  };
}

function selectorOf(match: PageMatch, text: AnnotatedText): TextQuoteSelector {
  const part = match.in === "title" ? text.title : text.body;
  if (part === null) return { type: "TextQuoteSelector", exact: match.exact };
  return {
    type: "TextQuoteSelector",
    exact: match.exact,
    prefix: part.slice(Math.max(0, match.start - contextChars), match.start),
    suffix: part.slice(match.end, match.end + contextChars),
  };
}

function classifying(value: string): TextualBody {
  return { type: "TextualBody", purpose: "classifying", format: "text/plain", value };
}

/** The passage where it was printed, if its address is known, and who printed it, in words. */
function referenceBodies(reference: Reference): readonly (SpecificResource | TextualBody)[] {
  const { article, passage } = reference;
  const described: TextualBody = {
    type: "TextualBody",
    purpose: "describing",
    format: "text/plain",
    value: describe(reference),
  };
  if (article.url === null) return [described];
  const selector = { type: "TextQuoteSelector", exact: passage.text } as const;
  const { url, language } = article;
  const source = language === undefined ? url : { id: url, language };
  return [{ type: "SpecificResource", purpose: "linking", source, selector }, described];
}

function describe({ article, relation, passage, kind, speaker, via }: Reference): string {
  const { published } = article;
  const date =
    published === null
      ? "no date"
      : published.value + (published.basis === "inferred" ? " (inferred)" : "");
  const language =
    article.language === undefined ? "" : `, in ${languageName(article.language, "en")}`;
  const said =
    speaker === null ? "" : `, ${kind === "quote" ? "said by" : "according to"} ${speaker}`;
  const through = via.length === 0 ? "" : `, via ${via.join(", ")}`;
  return `${article.outlet || "outlet not known"}, ${date}${language}, ${relation}${said}${through}: ${passage.text}`;
}
