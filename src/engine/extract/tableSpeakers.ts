import { romanise } from "../facts/romanise.ts";
import { withoutProclitic } from "../facts/tableText.ts";
import type { NameMention, Span } from "../model/index.ts";
import { peopleWords } from "../text/languageTables.ts";
import type { TableView } from "./tableCues.ts";
import { isRole, type TableSource } from "./tableSources.ts";

/** Who speaks, as readers are shown it. */
export interface TableSpeaker {
  readonly label: string;
  readonly role: string | null;
  readonly isPerson: boolean;
}

/** Sentences after which "he" means somebody else. */
const pronounReach = 8;

/** Whom an article has let speak, so that "he", "the minister" and a verb alone find who is meant. */
export class TableSpeakers {
  private last: { readonly speaker: TableSpeaker; readonly sentence: number } | null = null;
  private readonly persons: { readonly speaker: TableSpeaker; readonly sentence: number }[] = [];
  private readonly byRole = new Map<string, TableSpeaker>();

  constructor(private readonly from: TableView) {
    for (const { name, role } of holders(from)) {
      this.byRole.set(this.roleKey(role), { label: name.canonical, role: null, isPerson: true });
    }
  }

  /** The speaker whom a source means in a sentence; null for whoever writes, and where nobody fits. */
  resolve(source: TableSource, sentence: number): TableSpeaker | null {
    switch (source.kind) {
      case "named":
        return this.named(source, sentence);
      case "described":
        return this.described(source, sentence);
      case "pronoun":
        return this.byPronoun(source, sentence);
      default:
        return source.kind satisfies never;
    }
  }

  /** Who spoke last, if that is not long ago; or who the sentence before is about. */
  recent(sentence: number): TableSpeaker | null {
    const before = this.subjectBefore(sentence);
    if (this.last !== null && sentence - this.last.sentence <= pronounReach)
      return this.last.speaker;
    return before;
  }

  private named({ name, role }: TableSource, sentence: number): TableSpeaker {
    const { text, tokens } = this.from.view;
    const isPerson = name!.kind === "person";
    const label =
      isPerson || /^[\x20-\x7e]*$/.test(name!.canonical)
        ? name!.canonical
        : text.slice(name!.start, name!.end);
    const speaker = {
      label,
      role:
        role === null
          ? null
          : clean(
              text.slice(
                tokens[role]!.start,
                name!.start > tokens[role]!.start ? name!.start : tokens[role]!.end,
              ),
            ),
      isPerson,
    };
    if (role !== null && isPerson) this.byRole.set(this.roleKey(role), speaker);
    return this.spoken(speaker, sentence);
  }

  private described(source: TableSource, sentence: number): TableSpeaker {
    const { view, reading } = this.from;
    const word = reading.words[source.role!]!;
    const isWithheld =
      withoutProclitic(word, reading.table, (rest) => reading.table.withheld.has(rest)) !== null;
    if (isWithheld) return { label: "unnamed", role: null, isPerson: false };
    const holder = this.byRole.get(this.roleKey(source.role!));
    if (holder !== undefined && source.next - source.first <= 3)
      return this.spoken(holder, sentence);
    const words = view.text.slice(
      view.tokens[source.first]!.start,
      view.tokens[source.next - 1]!.end,
    );
    const speaker = { label: withoutArticle(words, this.from), role: null, isPerson: false };
    return this.spoken(speaker, sentence);
  }

  private byPronoun(source: TableSource, sentence: number): TableSpeaker | null {
    const { table, words } = this.from.reading;
    const own = words.slice(source.first, source.next);
    if (table.authorPronouns.has(own[0]!)) return null;
    const isWoman = own.some((word) => table.femalePronouns.has(word));
    const near = [...this.persons, ...this.namedBefore(sentence)]
      .filter((one) => sentence - one.sentence <= pronounReach)
      .sort((a, b) => b.sentence - a.sentence);
    const fitting = near.find(({ speaker }) => fits(speaker.label, isWoman));
    const who = fitting?.speaker ?? this.recent(sentence);
    return who === null ? null : this.spoken(who, sentence);
  }

  private spoken(speaker: TableSpeaker, sentence: number): TableSpeaker {
    this.last = { speaker, sentence };
    if (speaker.isPerson) this.persons.push(this.last);
    return speaker;
  }

  /** The first person of each of the last sentences. */
  private namedBefore(
    sentence: number,
  ): { readonly speaker: TableSpeaker; readonly sentence: number }[] {
    const found: { readonly speaker: TableSpeaker; readonly sentence: number }[] = [];
    for (let before = sentence - 1; before >= Math.max(0, sentence - 3); before--) {
      const speaker = this.firstPerson(before);
      if (speaker !== null) found.push({ speaker, sentence: before - 0.5 });
    }
    return found;
  }

  private subjectBefore(sentence: number): TableSpeaker | null {
    for (let before = sentence - 1; before >= Math.max(0, sentence - 2); before--) {
      const speaker = this.firstPerson(before);
      if (speaker !== null) return speaker;
    }
    return null;
  }

  private firstPerson(sentence: number): TableSpeaker | null {
    const { view } = this.from;
    const span = view.sentences[sentence];
    if (span === undefined) return null;
    const name = view.names.find(
      ({ start, kind }) => start >= span.start && start < span.end && kind === "person",
    );
    return name === undefined ? null : { label: name.canonical, role: null, isPerson: true };
  }

  private roleKey(role: number): string {
    return this.from.reading.words[role]!.slice(0, shortestRoleKey);
  }
}

/** Persons right after an office, anywhere in the text. */
function holders(
  from: TableView,
): readonly { readonly name: NameMention; readonly role: number }[] {
  const { view } = from;
  const found: { name: NameMention; role: number }[] = [];
  for (let at = 1; at < view.tokens.length; at++) {
    const name = view.names[view.nameOf[at]!];
    if (name?.kind !== "person" || view.nameOf[at - 1] === view.nameOf[at]) continue;
    if (view.nameOf[at - 1]! < 0 && isRole(from, at - 1)) found.push({ name, role: at - 1 });
  }
  return found;
}

/** Letters of an office that its cases and genders have in common. */
const shortestRoleKey = 6;

/** A woman's first name for "she", another for "he". */
function fits(label: string, isWoman: boolean): boolean {
  const latin = romanise(label.split(" ")[0]!);
  const first = latin.slice(0, 1).toUpperCase() + latin.slice(1);
  return isWoman === (peopleWords.femaleGivenNames.has(first) || /(?:a|ie)$/.test(first));
}

function withoutArticle(words: string, { reading }: TableView): string {
  const parts = words
    .replace(/\s+/g, " ")
    .replace(/[,;:]+$/, "")
    .split(" ");
  return parts.length > 1 && reading.table.articles.has(parts[0]!.toLowerCase())
    ? parts.slice(1).join(" ")
    : parts.join(" ");
}

function clean(words: string): string | null {
  const role = words.replace(/\s+/g, " ").replace(/^[\s,–—-]+|[\s,–—-]+$/g, "");
  return role === "" ? null : role;
}

/** Where a source is mentioned. */
export function mentionOf({ view }: TableView, source: TableSource): Span {
  if (source.name !== null) return { start: source.name.start, end: source.name.end };
  return { start: view.tokens[source.first]!.start, end: view.tokens[source.next - 1]!.end };
}
