import {
  type Difference,
  type DisputedKind,
  disputedKinds,
  type StoryDisagreement,
} from "../model/index.ts";
import type { Grouped } from "./groupStatements.ts";

/** One detail: its values as printed, and the articles that print each. */
interface Slot {
  readonly kind: DisputedKind;
  /** By the text in lower case. */
  readonly values: Map<string, { readonly text: string; readonly articles: Set<number> }>;
}

/**
 * Returns the details on which the articles of a statement differ, taken from the differences of its
 * pairs. An article in none of these pairs counts for a value if its sentence contains just that one.
 * @param statement its index in the report
 */
export function disagreementsIn(
  { passages, pairs }: Grouped,
  statement: number,
): readonly StoryDisagreement[] {
  const slots: Slot[] = [];
  for (const { a, b, relation, differences } of pairs) {
    if (relation !== "differs" && relation !== "contradicts") continue;
    for (const difference of differences) {
      if (!isDisputed(difference)) continue;
      const slot = slotOf(slots, difference);
      add(slot, difference.page, a.article);
      add(slot, difference.corpus, b.article);
    }
  }
  for (const slot of slots) {
    const differing = new Set([...slot.values.values()].flatMap(({ articles }) => [...articles]));
    for (const { article, passage } of passages) {
      if (differing.has(article)) continue;
      const said = [...slot.values.values()].filter(({ text }) => hasWords(passage.text, text));
      if (said.length === 1) said[0]!.articles.add(article);
    }
  }
  return slots.map(({ kind, values }) => ({
    kind,
    statement,
    values: [...values.values()]
      .map(({ text, articles }) => ({ text, articles: [...articles].sort((a, b) => a - b) }))
      .sort((a, b) => a.articles[0]! - b.articles[0]!),
  }));
}

function isDisputed(
  difference: Difference,
): difference is Difference & { readonly kind: DisputedKind } {
  const { kind, page, corpus } = difference;
  return (disputedKinds as readonly string[]).includes(kind) && page !== "" && corpus !== "";
}

/** Returns the slot that has one of the two values already, or adds a new one. */
function slotOf(
  slots: Slot[],
  { kind, page, corpus }: Difference & { readonly kind: DisputedKind },
): Slot {
  const found = slots.find(
    (slot) => slot.kind === kind && (slot.values.has(fold(page)) || slot.values.has(fold(corpus))),
  );
  if (found !== undefined) return found;
  const slot: Slot = { kind, values: new Map() };
  slots.push(slot);
  return slot;
}

function add({ values }: Slot, text: string, article: number): void {
  const value = values.get(fold(text)) ?? { text, articles: new Set<number>() };
  values.set(fold(text), value);
  value.articles.add(article);
}

function fold(text: string): string {
  return text.toLowerCase().replace(/\s+/g, " ").trim();
}

/** True if a text has the words as whole words: "250" does not have "25". */
function hasWords(text: string, words: string): boolean {
  const [all, sought] = [fold(text), fold(words)];
  for (let at = all.indexOf(sought); at >= 0; at = all.indexOf(sought, at + 1)) {
    const around = [all[at - 1], all[at + sought.length]];
    if (!around.some((char) => char !== undefined && /[\p{L}\p{N}]/u.test(char))) return true;
  }
  return false;
}
