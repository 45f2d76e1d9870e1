/**
 * A story as W3C Web Annotations (https://www.w3.org/TR/annotation-model/): one annotation for each
 * version that was compared with another. The target is the version where it was printed; the
 * bodies are the other version at its own address, the relation, and the changes in words.
 */
import type { StoryArticle, StoryReport, StoryVersion } from "../model/index.ts";
import { creator } from "./exportFacts.ts";
import {
  annotatedSource,
  annotationContext,
  quoteSelector,
  type WebAnnotation,
  type WebAnnotationPage,
} from "./webAnnotations.ts";

/**
 * Returns the annotations of a story; versions without a known address have no target and are left
 * out.
 * @param created when the export was made, as an instant (ISO 8601)
 */
export function storyAnnotations(report: StoryReport, created: string): WebAnnotationPage {
  const base = `${report.articles.find(({ url }) => url !== null)?.url?.split("#", 1)[0] ?? "urn:story"}#second-source-story`;
  const items = report.statements.flatMap(({ versions }) =>
    versions.flatMap((version) => {
      const other = versions[version.compared?.with ?? -1];
      return other === undefined ? [] : annotationOf(version, other, report.articles);
    }),
  );
  return {
    "@context": annotationContext,
    id: base,
    type: "AnnotationPage",
    items: items.map((item, at) => ({ id: `${base}-${at + 1}`, ...item, created })),
  };
}

function annotationOf(
  version: StoryVersion,
  other: StoryVersion,
  articles: readonly StoryArticle[],
): readonly Omit<WebAnnotation, "id" | "created">[] {
  const own = articles[version.article]!;
  const its = articles[other.article]!;
  const { compared } = version;
  if (own.url === null || compared === null) return [];
  const { relation, differences } = compared;
  const changes = differences
    .filter(({ kind }) => kind !== "wording")
    .map(({ kind, page, corpus }) => `${kind}: “${page}” here, “${corpus}” there`);
  const stands = `${printed(own)}: ${relation}, compared with ${printed(its)}`;
  const value = [stands, ...changes].join("; ");
  return [
    {
      type: "Annotation",
      motivation: "linking",
      creator: { type: "Software", name: creator },
      body: [
        { type: "TextualBody", purpose: "classifying", format: "text/plain", value: relation },
        ...(its.url === null
          ? []
          : [{ ...resource(its.url, its, other), purpose: "linking" as const }]),
        { type: "TextualBody", purpose: "describing", format: "text/plain", value },
      ],
      target: resource(own.url, own, version),
    },
  ];
}

function printed({ outlet, published }: StoryArticle): string {
  return `${outlet || "outlet not known"} (${published?.value ?? "no date"})`;
}

function resource(url: string, article: StoryArticle, version: StoryVersion) {
  return {
    type: "SpecificResource" as const,
    source: annotatedSource(article, url),
    selector: quoteSelector(version),
  };
}
