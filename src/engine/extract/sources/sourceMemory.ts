import { knownName } from "../../facts/names/aliases.ts";
import { personKey } from "../../facts/names/nameMemory.ts";
import type { NameMention } from "../../model/index.ts";
import { peopleWords } from "../../text/languageTables.ts";
import { AUXILIARY, COMMA, OTHER, PREPOSITION, PRONOUN } from "../../text/wordTraits.ts";
import {
  type BodyView,
  isOwner,
  nameEnd,
  sentenceEnd,
  sentenceStart,
} from "../attributions/bodyView.ts";
import { mainSubject } from "../frames/sentenceSubject.ts";
import type { SourceTokens } from "../frames/sourceTokens.ts";
import { type Gender, genderOf, titledGenders } from "./genders.ts";
import { namedByOffice, officeHolder } from "./offices.ts";
import { type Identity, identify } from "./sourceIdentity.ts";
import {
  isManyOf,
  isPersonNoun,
  isPublished,
  loneOffices,
  partiesInCourt,
  wordsForMany,
} from "./sourceNouns.ts";

/** A source as it is in the result: who, and through whom. */
export interface Resolved {
  readonly label: string;
  readonly role: string | null;
  readonly via: readonly string[];
  /** The gender that "he" and "she" go by. */
  readonly gender: Gender;
  readonly isPerson: boolean;
  /** True for more than one: "they". */
  readonly isPlural: boolean;
  /** True for what publishes: "the newspaper" can mean it. */
  readonly isOutlet: boolean;
  readonly head: string;
}

/**
 * Remembers who has spoken and been named so far in an article, to resolve "he", "the spokeswoman"
 * and "the newspaper". It looks back over a bounded number of sentences and sources, so an article
 * costs linear time.
 */
export class SourceMemory {
  private readonly spoken: { readonly who: Resolved; readonly sentence: number }[] = [];
  private readonly outlets: Resolved[] = [];
  private readonly view: BodyView;
  private titled: ReadonlyMap<string, Gender> | null = null;

  constructor(view: BodyView) {
    this.view = view;
  }

  /** Remembers a source. */
  add(who: Resolved, sentence: number): void {
    this.spoken.push({ who, sentence });
    if (who.isOutlet) this.addOutlet(who);
  }

  /** Remembers an outlet that something was told to, or that published something. */
  addOutlet(who: Resolved): void {
    this.outlets.push(who);
  }

  /** Returns the source that a pronoun at token `at` refers to; null if none fits. */
  byPronoun(pronoun: string, at: number): Resolved | null {
    if (pronoun === "he" || pronoun === "she") {
      return this.personBefore(at, pronoun === "he" ? "male" : "female");
    }
    if (pronoun === "they") {
      return (
        this.lastSpoken(({ isPlural }) => isPlural, nearSources) ?? this.subjectBefore(at, true)
      );
    }
    if (pronoun !== "it") return null;
    const isThing = ({ isPerson, isPlural }: Resolved): boolean => !isPerson && !isPlural;
    return this.lastSpoken(isThing, nearSources) ?? this.subjectBefore(at, false);
  }

  /**
   * Returns the source that "the spokeswoman" or "the newspaper" at token `at` refers to; or null.
   * @param isBare true if nothing follows the noun: "the mayor of the town" need not be the person
   * who spoke last
   */
  byNoun(noun: string, at: number, isBare: boolean): Resolved | null {
    if (peopleWords.publicationNouns.has(noun) || isPublished(noun)) {
      return this.lastOutlet() ?? this.outletNamed(at);
    }
    if (peopleWords.organisationWords.has(noun)) return this.organisationBefore(noun, at);
    const sameHead = this.lastSpoken(({ head, role }) => {
      return head === noun || (role?.toLowerCase().split(/\W+/).includes(noun) ?? false);
    });
    if (sameHead !== null) return sameHead;
    const named = namedByOffice(this.view, noun, at);
    if (named !== null) return this.personOf(named);
    if (!isBare || loneOffices.has(noun) || partiesInCourt.has(noun)) return null;
    const isFemale = peopleWords.femaleNouns.has(noun);
    // A speaker whose office is known is called by another word for it, not by another office.
    return this.lastSpoken(
      ({ isPerson, gender, role }) =>
        isPerson && (role === null || wordsForMany.has(noun)) && !(isFemale && gender === "male"),
    );
  }

  /**
   * Returns the person that an office alone refers to, if the article says who holds it; otherwise
   * null.
   */
  byOffice(source: SourceTokens, office: string): Resolved | null {
    if (!peopleWords.roles.has(office)) return null;
    const holder = officeHolder(this.view, source, office);
    return holder === null ? null : this.personOf(holder);
  }

  /** Returns the outlet that was named last, as speaker or as the one told. */
  lastOutlet(): Resolved | null {
    return this.outlets[this.outlets.length - 1] ?? null;
  }

  /** The outlet that was last named before a token: "an interview with the Financial Times". */
  private outletNamed(at: number): Resolved | null {
    const { view } = this;
    for (let index = at - 1; index >= Math.max(0, at - farTokens); index--) {
      const which = view.nameOf[index]!;
      if (which < 0 || which === view.nameOf[index + 1]) continue;
      const name = view.names[which]!;
      const known = knownName(view.text.slice(name.start, name.end));
      if (known?.isOutlet) return { ...thingOf(name), isOutlet: true };
    }
    return null;
  }

  /** Returns the source for an identity, by its own words and what the article says of it. */
  resolvedOf(identity: Identity, via: readonly string[]): Resolved {
    const { label, role, isOutlet, head, name } = identity;
    const isPerson = name === null ? isPersonNoun(head) : name.kind === "person";
    const isPlural = !isPerson && isManyOf(this.view, identity);
    const gender = !isPerson
      ? null
      : name === null
        ? genderOf("", label)
        : (genderOf(label, role ?? "") ?? this.titledGender(name));
    return { label, role, via, gender, isPerson, isPlural, isOutlet, head };
  }

  private lastSpoken(fits: (who: Resolved) => boolean, most = farSources): Resolved | null {
    const { spoken } = this;
    for (let index = spoken.length - 1; index >= Math.max(0, spoken.length - most); index--) {
      if (fits(spoken[index]!.who)) return spoken[index]!.who;
    }
    return null;
  }

  /** Sentence by sentence back: who spoke in it, then who is named in it, subjects first. */
  private personBefore(at: number, gender: Gender): Resolved | null {
    const here = this.view.sentenceOf[at]!;
    const inClause = this.personsNamed(sentenceStart(this.view, at), at).filter((person) =>
      isSubject(this.view, person.at),
    );
    const own = fitting(
      inClause.map(({ who }) => who),
      gender,
    );
    if (own !== null) return own;
    for (let sentence = here - 1; sentence >= Math.max(0, here - farSentences); sentence--) {
      const found = fitting(this.personsIn(sentence), gender);
      if (found !== null) return found;
    }
    return this.lastSpoken((who) => who.isPerson && (who.gender ?? gender) === gender);
  }

  private personsIn(sentence: number): readonly Resolved[] {
    const first = this.view.firstToken[sentence]!;
    const spoken = this.spokenIn(sentence).filter(({ isPerson }) => isPerson);
    const named = this.personsNamed(first, sentenceEnd(this.view, first));
    const owners = named.filter(({ at }) => isOwner(this.view, nameAt(this.view, at)));
    const others = named.filter((person) => !owners.includes(person));
    return [...spoken, ...[...others, ...owners].map(({ who }) => who)];
  }

  private spokenIn(sentence: number): readonly Resolved[] {
    const found: Resolved[] = [];
    const { spoken } = this;
    for (let index = spoken.length - 1; index >= Math.max(0, spoken.length - farSources); index--) {
      if (spoken[index]!.sentence === sentence) found.push(spoken[index]!.who);
    }
    return found;
  }

  /** The persons named in a stretch of tokens, outside of quotations. */
  private personsNamed(
    first: number,
    next: number,
  ): readonly { readonly who: Resolved; readonly at: number }[] {
    const { view } = this;
    const found: { who: Resolved; at: number }[] = [];
    for (let at = first; at < next; at++) {
      const which = view.nameOf[at]!;
      if (which < 0 || view.quoteOf[at]! >= 0 || which === view.nameOf[at - 1]) continue;
      const name = view.names[which]!;
      if (name.kind === "person") found.push({ who: this.personOf(name), at });
    }
    return found;
  }

  /** The subject of the sentence before, if it names more than one, or a thing: "Republicans left. They said …". */
  private subjectBefore(at: number, isPlural: boolean): Resolved | null {
    const { view } = this;
    const sentence = view.sentenceOf[at]! - 1;
    if (sentence < 0) return null;
    const first = view.firstToken[sentence]!;
    if (first >= at) return null;
    const subject = mainSubject(view, first, sentenceEnd(view, first));
    if (subject === null || view.quoteOf[subject.first]! >= 0) return null;
    const identity = identify(view, subject);
    if (identity.kind !== "named" && identity.kind !== "described") return null;
    const who = this.resolvedOf(identity, []);
    return !who.isPerson && who.isPlural === isPlural ? who : null;
  }

  /** "the ministry": the organisation before that is called so, else the one that spoke last. */
  private organisationBefore(noun: string, at: number): Resolved | null {
    const { view } = this;
    for (let index = at - 1; index >= Math.max(0, at - farTokens); index--) {
      const which = view.nameOf[index]!;
      if (which < 0 || which === view.nameOf[index + 1]) continue;
      const name = view.names[which]!;
      if (name.kind !== "organisation") continue;
      if (name.canonical.toLowerCase().split(/\W+/).includes(noun)) return thingOf(name);
    }
    return this.lastSpoken(({ head, isPerson }) => !isPerson && head.split(" ").includes(noun));
  }

  private personOf(name: NameMention): Resolved {
    const { canonical } = name;
    const gender = genderOf(canonical, "") ?? this.titledGender(name);
    return { ...thingOf(name), gender, isPerson: true };
  }

  private titledGender({ canonical }: NameMention): Gender {
    this.titled ??= titledGenders(this.view);
    return this.titled.get(personKey(canonical)) ?? null;
  }
}

/** How far back pronouns and descriptions may refer, in sources, sentences and tokens. */
const nearSources = 4;
const farSources = 12;
const farSentences = 6;
const farTokens = 300;

/** Returns the first person of a gender, else the first whose gender is not known. */
function fitting(persons: readonly Resolved[], gender: Gender): Resolved | null {
  return (
    persons.find((person) => person.gender === gender) ??
    persons.find((person) => person.gender === null) ??
    null
  );
}

/**
 * True for a name that is a subject: "When Kerry arrived, he said"; not for "Asked about Kerry, he
 * said".
 */
function isSubject(view: BodyView, at: number): boolean {
  const before = view.classes[at - 1];
  // "Morales's speech was wrong, she said."
  if (isOwner(view, nameAt(view, at))) return false;
  if (at > sentenceStart(view, at) && (before === PREPOSITION || before === OTHER)) {
    const after = view.classes[nameEnd(view, at)];
    return (
      after === AUXILIARY || (after === OTHER && view.classes[nameEnd(view, at) + 1] !== COMMA)
    );
  }
  return before !== PRONOUN;
}

function nameAt({ names, nameOf }: BodyView, at: number): NameMention {
  return names[nameOf[at]!]!;
}

function thingOf(name: NameMention): Resolved {
  return {
    label: name.canonical,
    role: null,
    via: [],
    gender: null,
    isPerson: false,
    isPlural: false,
    isOutlet: false,
    head: name.canonical.toLowerCase(),
  };
}
