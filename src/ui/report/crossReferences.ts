/**
 * A report arranged by outlet: who prints which passage, who printed when, and each outlet's
 * sources. Pure functions; the views only render the results.
 */

import {
  type First,
  firstAmong,
  inOrderOfTime,
  type PageMatch,
  type PublicationDate,
  type Reference,
} from "../../engine/model/index.ts";
import { withoutAccents } from "../../engine/text/accents.ts";
import type { ListedMatch } from "./listedMatch.ts";
import { printedBy, printingOf } from "./printedBy.ts";

/** An outlet's version of one passage of the page. */
export interface Version {
  readonly listed: ListedMatch;
  readonly reference: Reference;
}

/** One outlet with its versions, at most one per passage: the closest. */
export interface OutletEntry {
  readonly outlet: string;
  readonly versions: readonly Version[];
}

/** Returns the outlets that print passages of the page, those with the most first. */
export function byOutlet(listed: readonly ListedMatch[]): readonly OutletEntry[] {
  const outlets = new Map<string, Map<number, Version>>();
  for (const item of listed) {
    for (const reference of item.match.references) {
      const { outlet } = reference.article;
      const versions = outlets.get(outlet) ?? new Map<number, Version>();
      // References are sorted, the best first.
      if (!versions.has(item.index)) versions.set(item.index, { listed: item, reference });
      outlets.set(outlet, versions);
    }
  }
  return [...outlets]
    .map(([outlet, versions]) => ({ outlet, versions: [...versions.values()] }))
    .toSorted((a, b) => b.versions.length - a.versions.length || (a.outlet < b.outlet ? -1 : 1));
}

/** One article on the timeline; the page itself has no article. */
export interface TimeEntry {
  readonly outlet: string;
  readonly isPage: boolean;
  readonly published: PublicationDate | null;
  /** Set only if it is not the page's language. */
  readonly language?: string | undefined;
  /** The number of the page's passages in it. */
  readonly passages: number;
}

/** What the timeline needs to know of the page itself. */
export interface PagePrinting {
  readonly outlet: string | null;
  readonly published: PublicationDate | null;
}

/** Returns every article and the page, the earliest first, those without a date last. */
export function inOrderOfPublication(
  listed: readonly ListedMatch[],
  page: PagePrinting,
): readonly TimeEntry[] {
  const articles = new Map<string, { article: Reference["article"]; passages: Set<number> }>();
  for (const { match, index } of listed) {
    for (const { article } of match.references) {
      const entry = articles.get(article.id) ?? { article, passages: new Set<number>() };
      articles.set(article.id, entry);
      entry.passages.add(index);
    }
  }
  const entries: TimeEntry[] = [...articles.values()].map(({ article, passages }) => ({
    outlet: printedBy(article),
    isPage: false,
    published: article.published,
    language: article.language,
    passages: passages.size,
  }));
  const itself: TimeEntry = {
    outlet: page.outlet ?? "",
    isPage: true,
    published: page.published,
    passages: listed.length,
  };
  return [...entries, itself].toSorted((a, b) => inOrderOfTime(a.published, b.published));
}

/** Returns the languages of an outlet's versions other than the page's. */
export function otherLanguages({ versions }: OutletEntry): readonly string[] {
  return [...new Set(versions.flatMap(({ reference }) => reference.article.language ?? []))];
}

/**
 * Returns who printed a passage first, among the page and the outlets that agree with it; an outlet
 * that contradicts it did not print it.
 */
export function firstToPrint(match: PageMatch, page: PagePrinting): First {
  const alike = match.references.filter(({ relation }) => relation !== "contradicts");
  if (alike.length === 0) return { kind: "unknown" };
  return firstAmong(
    alike.map(({ article }) => printingOf(article)),
    page.published,
  );
}

/** A step of the chain of attribution, with the steps behind it. */
export interface ChainStep {
  /** An outlet, a source or a speaker; null, behind an outlet, if it names no source. */
  readonly name: string | null;
  /** The number of passages that came this way. */
  readonly passages: number;
  readonly behind: readonly ChainStep[];
}

interface GrowingStep {
  readonly name: string | null;
  passages: number;
  /** The steps behind, by folded name. */
  readonly behind: Map<string, GrowingStep>;
}

/**
 * Returns, for each outlet, the sources of the page's passages: outlet, sources from the nearest to
 * the farthest, speaker. The passages are those of `byOutlet`, so the steps directly behind an
 * outlet add up to them. Outlets that name nobody at all are left out.
 */
export function chains(listed: readonly ListedMatch[]): readonly ChainStep[] {
  const found = byOutlet(listed).flatMap(({ outlet, versions }) =>
    versions.map(({ reference }) => ({ outlet, behind: namesBehind(reference), count: 1 })),
  );
  return chainsOf(found).filter(({ behind }) => behind.some(({ name }) => name !== null));
}

/** A number of an outlet's passages with the same sources, the nearest first. */
export interface ChainFound {
  readonly outlet: string;
  /** The names behind; null for no named source. */
  readonly behind: readonly (string | null)[];
  readonly count: number;
}

/** Joins the chains of outlets, in the order of the outlets. */
export function chainsOf(found: readonly ChainFound[]): readonly ChainStep[] {
  const roots = new Map<string, GrowingStep>();
  for (const { outlet, behind, count } of found) {
    const root = roots.get(outlet) ?? newStep(outlet);
    roots.set(outlet, root);
    growAlong(root, behind, count);
  }
  return [...roots.values()].map(settled);
}

/**
 * Returns the names behind a reference, from the nearest to the farthest; null for no named source.
 */
function namesBehind({ via, speaker }: Reference): readonly (string | null)[] {
  if (speaker === null) return via.length === 0 ? [null] : via;
  return speaker === via.at(-1) ? via : [...via, speaker];
}

function newStep(name: string | null): GrowingStep {
  return { name, passages: 0, behind: new Map() };
}

/** Counts passages at the root and at each step behind it. */
function growAlong(root: GrowingStep, names: readonly (string | null)[], count: number): void {
  root.passages += count;
  let before = root;
  for (const name of names) {
    const key = withoutAccents(name ?? "");
    const step = before.behind.get(key) ?? newStep(name);
    before.behind.set(key, step);
    step.passages += count;
    before = step;
  }
}

/** Sorts the steps by passages, the most first, those without a name last. */
function settled({ name, passages, behind }: GrowingStep): ChainStep {
  const steps = [...behind.values()].map(settled);
  const nobodyLast = (a: ChainStep, b: ChainStep) =>
    Number(a.name === null) - Number(b.name === null) || b.passages - a.passages;
  return { name, passages, behind: steps.toSorted(nobodyLast) };
}
