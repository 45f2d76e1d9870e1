/**
 * A report seen from the outlets' side: who carries which passage, who printed when, and from
 * whom each has it. Pure; the views only draw what is worked out here.
 */
import {
  inOrderOfTime,
  type PageMatch,
  type PublicationDate,
  type Reference,
} from "../../engine/model/index.ts";
import { type First, firstAmong, printingOf } from "./first.ts";
import type { ListedMatch } from "./listedMatch.ts";
import { printedBy } from "./printedBy.ts";

/** An outlet's version of one passage of the page. */
export interface Version {
  readonly listed: ListedMatch;
  readonly reference: Reference;
}

/** One outlet with its versions, at most one a passage: the closest. */
export interface OutletEntry {
  readonly outlet: string;
  readonly versions: readonly Version[];
}

/** The outlets that carry passages of the page, those with the most first. */
export function byOutlet(listed: readonly ListedMatch[]): readonly OutletEntry[] {
  const outlets = new Map<string, Map<number, Version>>();
  for (const item of listed) {
    for (const reference of item.match.references) {
      const { outlet } = reference.article;
      const versions = outlets.get(outlet) ?? new Map<number, Version>();
      // References stand best first.
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
  /** Only where it is not the page's. */
  readonly language?: string | undefined;
  /** How many passages of the page stand in it. */
  readonly passages: number;
}

/** What the timeline is told of the page itself. */
export interface PagePrinting {
  readonly outlet: string | null;
  readonly published: PublicationDate | null;
}

/** Every article and the page, the earliest first, those without a date last. */
export function inTime(listed: readonly ListedMatch[], page: PagePrinting): readonly TimeEntry[] {
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

/** The languages of an outlet's versions that are not the page's. */
export function otherLanguages({ versions }: OutletEntry): readonly string[] {
  return [...new Set(versions.flatMap(({ reference }) => reference.article.language ?? []))];
}

/** The first among the page and the outlets that tell the same; whoever is at odds with it did not print it. */
export function firstToPrint(match: PageMatch, page: PagePrinting): First {
  const alike = match.references.filter(({ relation }) => relation !== "contradicts");
  if (alike.length === 0) return { kind: "unknown" };
  return firstAmong(
    alike.map(({ article }) => printingOf(article)),
    page.published,
  );
}

/** A step of the chain of attribution, with what stands behind it. */
export interface ChainStep {
  /** An outlet, a source or a speaker; null behind an outlet, for what it has from nobody that it names. */
  readonly name: string | null;
  /** How many passages came this way. */
  readonly passages: number;
  readonly behind: readonly ChainStep[];
}

interface GrowingStep {
  readonly name: string | null;
  passages: number;
  /** By their folded names. */
  readonly behind: Map<string, GrowingStep>;
}

/**
 * For each outlet, whom it has the page's passages from, and whom these have them from: outlet,
 * sources from the nearest to the farthest, speaker. Its passages are those of `byOutlet`, so that
 * the steps right behind it add up to them. Outlets that name nobody at all are left out.
 */
export function chains(listed: readonly ListedMatch[]): readonly ChainStep[] {
  const found = byOutlet(listed).flatMap(({ outlet, versions }) =>
    versions.map(({ reference }) => ({ outlet, behind: namesBehind(reference), count: 1 })),
  );
  return chainsOf(found).filter(({ behind }) => behind.some(({ name }) => name !== null));
}

/** How many passages an outlet has from somebody, and by which way: the nearest name first. */
export interface ChainFound {
  readonly outlet: string;
  /** Nobody is named by null. */
  readonly behind: readonly (string | null)[];
  readonly count: number;
}

/** The chains of outlets put together, in the order in which the outlets come. */
export function chainsOf(found: readonly ChainFound[]): readonly ChainStep[] {
  const roots = new Map<string, GrowingStep>();
  for (const { outlet, behind, count } of found) {
    const root = roots.get(outlet) ?? newStep(outlet);
    roots.set(outlet, root);
    growAlong(root, behind, count);
  }
  return [...roots.values()].map(settled);
}

/** From the nearest to the farthest; nobody is named by null. */
function namesBehind({ via, speaker }: Reference): readonly (string | null)[] {
  if (speaker === null) return via.length === 0 ? [null] : via;
  return speaker === via.at(-1) ? via : [...via, speaker];
}

function newStep(name: string | null): GrowingStep {
  return { name, passages: 0, behind: new Map() };
}

/** Counts passages at the root and at each step that leads from it. */
function growAlong(root: GrowingStep, names: readonly (string | null)[], count: number): void {
  root.passages += count;
  let before = root;
  for (const name of names) {
    const key = foldedName(name ?? "");
    const step = before.behind.get(key) ?? newStep(name);
    before.behind.set(key, step);
    step.passages += count;
    before = step;
  }
}

/** Small letters without accents: an outlet may write a name in several ways. */
function foldedName(name: string): string {
  return name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** The steps with the most passages first, nobody last. */
function settled({ name, passages, behind }: GrowingStep): ChainStep {
  const steps = [...behind.values()].map(settled);
  const nobodyLast = (a: ChainStep, b: ChainStep) =>
    Number(a.name === null) - Number(b.name === null) || b.passages - a.passages;
  return { name, passages, behind: steps.toSorted(nobodyLast) };
}
