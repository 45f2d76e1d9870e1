import { countWords } from "../../engine/body/blockMeasures.ts";
import { tidy } from "./tidy.ts";

/** Separators in a title that has been tidied: at most one space is next to another character. */
const partings =
  / [|–—·•»:/-] | ?[|»｜] ?| :: |(?<=[\u3040-\u9fff])(?:[_＿]| ?[-－–—] ?)(?=[^_＿]{1,30}$)/g;
/** A headline that would be shorter than this without its suffix keeps it. */
const shortestHeadlineWords = 2;

/**
 * Returns the letters and digits of a title, to compare titles that differ in punctuation and
 * spaces.
 */
export function titleKey(title: string): string {
  return title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

/**
 * Returns a headline without the name of the site before or after it ("… | The Courier"). `names`
 * are the site's names; if none fits, a last part of up to four words after a separator is removed.
 */
export function withoutSiteName(title: string, names: readonly string[]): string {
  const keys = names.map(titleKey).filter((key) => key.length > 1);
  let rest = tidy(title);
  for (let round = 0; round < 3; round++) {
    const shorter = dropPart(rest, keys);
    if (shorter === null) return rest;
    rest = shorter;
  }
  return rest;
}

function dropPart(title: string, siteKeys: readonly string[]): string | null {
  const places = [...title.matchAll(partings)];
  const last = places.at(-1);
  if (last === undefined) return null;
  const head = title.slice(0, last.index).trim();
  const tail = title.slice(last.index + last[0].length).trim();
  if (wordsIn(head) >= shortestHeadlineWords) {
    if (isSite(tail, siteKeys)) return head;
    if (/[|｜_＿]/.test(last[0]) && wordsIn(tail) <= 4) return head;
  }
  const first = places[0]!;
  const lead = title.slice(0, first.index).trim();
  const others = title.slice(first.index + first[0].length).trim();
  const isLead = isSite(lead, siteKeys) && wordsIn(others) >= shortestHeadlineWords;
  return isLead ? others : null;
}

/** Words between spaces; Chinese and Japanese part none, and have two characters a word. */
function wordsIn(text: string): number {
  return Math.max(text.split(" ").length, countWords(text));
}

function isSite(part: string, siteKeys: readonly string[]): boolean {
  const key = titleKey(part);
  if (key === "") return true;
  return siteKeys.some(
    (site) =>
      key === site ||
      (key.length > 3 && site.includes(key)) ||
      (site.length > 3 && key.includes(site)),
  );
}

/**
 * Returns the headline as the page prints it: the heading that says the same as the metadata, since
 * that is what readers see, without a kicker in front; or the page's only heading, if it is about
 * the same; else the metadata's own, without the site's name.
 */
export function printedTitle(
  candidates: readonly string[],
  headings: readonly string[],
  siteNames: readonly string[],
): string | null {
  const cleaned = candidates.map((candidate) => withoutSiteName(candidate, siteNames));
  const [best] = cleaned.filter((candidate) => candidate !== "");
  const printed = headings.filter((heading) => wordsIn(heading) >= shortestHeadlineWords);
  for (const heading of printed) {
    const key = titleKey(heading);
    const ending = cleaned.find((candidate) => endsWithHeadline(key, titleKey(candidate)));
    if (ending !== undefined) return ending;
    if ([...cleaned, ...candidates].some((candidate) => saysTheSame(key, titleKey(candidate)))) {
      return heading;
    }
  }
  if (best === undefined) return headings[0] ?? null;
  return printed.length === 1 && isAboutTheSame(printed[0]!, best) ? printed[0]! : best;
}

/** Shorter keys are contained in others by chance. */
const shortestSharedKey = 12;

function saysTheSame(heading: string, candidate: string): boolean {
  if (heading === candidate) return true;
  if (heading.length < shortestSharedKey || candidate.length < shortestSharedKey) return false;
  return candidate.startsWith(heading) || heading.startsWith(candidate);
}

function endsWithHeadline(heading: string, candidate: string): boolean {
  return (
    candidate.length >= shortestSharedKey &&
    heading.length > candidate.length &&
    heading.endsWith(candidate)
  );
}

/** True if both have two of the longer words, and a quarter of the heading's. */
function isAboutTheSame(heading: string, candidate: string): boolean {
  const words = (text: string) => new Set(text.toLowerCase().match(/\p{L}{4,}/gu));
  const own = words(heading);
  const shared = [...words(candidate)].filter((word) => own.has(word)).length;
  return shared >= 2 && shared * 4 >= own.size;
}
