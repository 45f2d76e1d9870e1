import { isWomansGivenName } from "../../facts/names/givenNames.ts";
import { withoutProclitic } from "../../facts/tables/tableText.ts";
import type { NameMention, Span } from "../../model/index.ts";
import { foldWord } from "../../text/foldWord.ts";
import { findPersons, type KnownPersons, type PersonsNamed, personsNamed } from "./tablePersons.ts";
import { isOffice, isRole } from "./tableRoles.ts";
import { hasPrefix, type TableSource, wordEnd } from "./tableSourcePhrase.ts";
import type { TableView } from "./tableView.ts";

/** The speaker as it is shown to readers. */
export interface TableSpeaker {
  readonly label: string;
  readonly role: string | null;
  readonly isPerson: boolean;
}

/** Sentences after which "he" means somebody else. */
const pronounReach = 6;

/** Sentences after which a pronoun no longer means the last speaker, where nobody else is named. */
const speakerReach = 20;

/**
 * Remembers who has spoken in an article, to resolve "he", "the minister" and a verb without a
 * subject.
 */
export class TableSpeakers {
  private last: { readonly speaker: TableSpeaker; readonly sentence: number } | null = null;
  /** The persons who spoke, by sentence. */
  private readonly persons = new Map<number, TableSpeaker[]>();
  private readonly byRole = new Map<string, TableSpeaker>();
  private readonly known: KnownPersons;
  /** The persons whom whole sentences name: several pronouns look back at the same ones. */
  private readonly namedBySentence = new Map<number, PersonsNamed>();

  constructor(private readonly from: TableView) {
    this.known = findPersons(from);
    for (const { name, role } of holders(from)) {
      this.byRole.set(this.roleKey(role), { label: name.canonical, role: null, isPerson: true });
    }
  }

  /**
   * Returns the speaker that a source means in a sentence; null for the writer, and if nobody fits.
   */
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

  /** Returns the speaker of a verb without a subject at a token: who spoke or was named last. */
  recent(sentence: number, at: number): TableSpeaker | null {
    const who = this.personBefore(sentence, at, null);
    const last = this.last;
    if (last === null || sentence - last.sentence > pronounReach) return who;
    return last.speaker.isPerson && who !== null ? who : last.speaker;
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
    const isPersons = isOffice(this.from, source.role!) && !this.isOfOthers(source);
    const holder = isPersons ? this.byRole.get(this.roleKey(source.role!)) : undefined;
    if (holder !== undefined && source.next - source.first <= 3 && !this.isOfNamed(source))
      return this.spoken(holder, sentence);
    const meant = isPersons && this.isKnownAlready(source) ? this.speakerBefore(sentence) : null;
    if (meant !== null && this.mayBe(source, meant)) return this.spoken(meant, sentence);
    const words = view.text.slice(
      view.tokens[source.first]!.start,
      view.tokens[source.next - 1]!.end,
    );
    const speaker = { label: withoutArticle(words, this.from), role: null, isPerson: false };
    return this.spoken(speaker, sentence);
  }

  /**
   * True for an office alone, with a definite article where the language has one: "der Trainer",
   * "der 24-Jährige", "24-летний спортсмен".
   */
  private isKnownAlready({ first, next, role }: TableSource): boolean {
    const { table, words, joined } = this.from.reading;
    if (role === null || !this.isAge(wordEnd(this.from.reading, role), next)) return false;
    if (!hasPrefix(table, words[role]!)) return false;
    const isDefinite = table.definiteArticles.has(words[first]!);
    if (!isDefinite && table.definiteArticles.size > 0) return false;
    for (let at = isDefinite ? first + 1 : first; at < role; at++) {
      if (!/^\d/.test(joined[at]!)) return false;
    }
    return true;
  }

  /** True for "die Minister", "deux ministres" and "ein Minister", none of whom is the one named before. */
  private isOfOthers({ first, role }: TableSource): boolean {
    const { table, words, joined } = this.from.reading;
    const noun = joined[role!]!;
    const endsIn = (endings: readonly string[]) => endings.some((ending) => noun.endsWith(ending));
    const isSeveral = table.pluralArticles.has(words[first]!) && !endsIn(table.womanEndings);
    const before = words.slice(Math.max(0, first - 1), role!);
    return (
      isSeveral ||
      endsIn(table.pluralNounEndings) ||
      before.some((word) => table.ofOthers.has(word))
    );
  }

  /** True for "İzmir Belediye Başkanı", who need not be another "başkan" of the article. */
  private isOfNamed({ first, next }: TableSource): boolean {
    return this.from.view.nameOf.subarray(first, next).some((name) => name >= 0);
  }

  /** False for "der Präsident" and a woman, "la ministre" and a man. */
  private mayBe({ first }: TableSource, { label }: TableSpeaker): boolean {
    const { table, words } = this.from.reading;
    const isWoman = this.isWoman(label);
    const others = isWoman ? table.maleArticles : table.femaleArticles;
    return isWoman === null || !others.has(words[first]!);
  }

  /** True for nothing, and for an age: "l’attaquant | de 31 ans". */
  private isAge(first: number, next: number): boolean {
    if (first === next) return true;
    const { table, words } = this.from.reading;
    const [preposition, years, unit] = words.slice(first, next);
    return (
      next - first === 3 &&
      table.prepositions.has(preposition!) &&
      /^\d{1,3}$/.test(years!) &&
      table.numbers.units.get(unit!) === "year"
    );
  }

  /** The person who spoke last, if nobody else is named since. */
  private speakerBefore(sentence: number): TableSpeaker | null {
    const { last } = this;
    if (last === null || !last.speaker.isPerson || sentence - last.sentence > pronounReach)
      return null;
    const at = this.from.view.firstToken[sentence]!;
    const who = this.personBefore(sentence, at, null);
    return who?.label === last.speaker.label ? last.speaker : null;
  }

  private byPronoun(source: TableSource, sentence: number): TableSpeaker | null {
    const { table, words } = this.from.reading;
    const own = words.slice(source.first, source.next);
    if (table.authorPronouns.has(own[0]!)) return null;
    const isWoman = own.some((word) => table.femalePronouns.has(word));
    const gender = table.femalePronouns.size === 0 ? null : isWoman;
    const who = this.personBefore(sentence, source.first, gender);
    return who === null ? null : this.spoken(who, sentence);
  }

  /**
   * The subject of the sentence up to a token, then sentence by sentence back: who spoke in it, or is
   * a subject in it; else the nearest who is named at all.
   */
  private personBefore(sentence: number, at: number, isWoman: boolean | null): TableSpeaker | null {
    const fitting = (labels: readonly string[]) =>
      labels.find((label) => isWoman !== null && this.isWoman(label) === isWoman) ??
      labels.find((label) => isWoman === null || (this.isWoman(label) ?? isWoman) === isWoman);
    const here = personsNamed(this.from, sentence, this.known, at);
    const own = fitting(here.subjects);
    if (own !== undefined) return person(own);
    let other = fitting(here.likelySubjects) ?? fitting(here.others);
    for (let before = sentence - 1; before >= Math.max(0, sentence - pronounReach); before--) {
      const named = this.namedIn(before);
      const spoken = (this.persons.get(before) ?? []).map(({ label }) => label);
      const found = fitting([...spoken, ...named.subjects]);
      if (found !== undefined) return person(found);
      other ??= fitting(named.likelySubjects) ?? fitting(named.others);
    }
    if (other !== undefined) return person(other);
    const { last } = this;
    const isNear = last !== null && sentence - last.sentence <= speakerReach;
    const remembered = isNear && last.speaker.isPerson ? fitting([last.speaker.label]) : undefined;
    return remembered === undefined ? null : person(remembered);
  }

  private namedIn(sentence: number): PersonsNamed {
    const known = this.namedBySentence.get(sentence);
    if (known !== undefined) return known;
    const found = personsNamed(this.from, sentence, this.known);
    this.namedBySentence.set(sentence, found);
    return found;
  }

  private spoken(speaker: TableSpeaker, sentence: number): TableSpeaker {
    this.last = { speaker, sentence };
    if (speaker.isPerson) {
      this.persons.set(sentence, [...(this.persons.get(sentence) ?? []), speaker]);
    }
    return speaker;
  }

  /** The gender that the last name's ending or the first name shows; null if neither does. */
  private isWoman(label: string): boolean | null {
    const { femaleEndings, maleEndings } = this.from.reading.table;
    const folded = foldWord(label);
    if (femaleEndings.some((ending) => folded.endsWith(ending))) return true;
    return maleEndings.some((ending) => folded.endsWith(ending)) ? false : isWomansFirstName(label);
  }

  private roleKey(role: number): string {
    return this.from.reading.words[role]!.slice(0, shortestRoleKey);
  }
}

function person(label: string): TableSpeaker {
  return { label, role: null, isPerson: true };
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

function isWomansFirstName(label: string): boolean | null {
  const space = label.indexOf(" ");
  return space < 0 ? null : isWomansGivenName(label.slice(0, space));
}

function withoutArticle(words: string, { reading }: TableView): string {
  const parts = words
    .replace(/^l['’]/i, "")
    .replace(/\s+/g, " ")
    .replace(/(?<![,;:])[,;:]+$/, "")
    .split(" ");
  return parts.length > 1 && reading.table.articles.has(parts[0]!.toLowerCase())
    ? parts.slice(1).join(" ")
    : parts.join(" ");
}

function clean(words: string): string | null {
  const role = words.replace(/\s+/g, " ").replace(/^[\s,–—-]+|(?<![\s,–—-])[\s,–—-]+$/g, "");
  return role === "" ? null : role;
}

/** Returns the span in which a source is mentioned. */
export function mentionOf({ view }: TableView, source: TableSource): Span {
  if (source.name !== null) return { start: source.name.start, end: source.name.end };
  return { start: view.tokens[source.first]!.start, end: view.tokens[source.next - 1]!.end };
}
