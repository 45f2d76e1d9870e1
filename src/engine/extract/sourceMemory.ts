import type { NameMention } from "../model/index.ts";
import { peopleWords } from "../text/languageTables.ts";
import { type BodyView, sentenceStart } from "./bodyView.ts";
import type { Identity } from "./sourceIdentity.ts";

/** A source as it stands in the result: who, and through whom. */
export interface Resolved {
  readonly label: string;
  readonly role: string | null;
  readonly via: readonly string[];
  /** Whether it can be a "he", a "she", a newspaper. */
  readonly gender: "male" | "female" | null;
  readonly isPerson: boolean;
  readonly isNamed: boolean;
  /** True for what publishes: "the newspaper" can mean it. */
  readonly isOutlet: boolean;
  readonly head: string;
}

/**
 * Who has spoken so far in an article, to look up "he", "the spokeswoman" and "the newspaper".
 * It looks back a bounded number of sources and names, so that an article costs linear time.
 */
export class SourceMemory {
  private readonly spoken: { readonly who: Resolved; readonly sentence: number }[] = [];
  private readonly outlets: Resolved[] = [];
  private readonly view: BodyView;

  constructor(view: BodyView) {
    this.view = view;
  }

  /** Takes note of a source. */
  add(who: Resolved, sentence: number): void {
    this.spoken.push({ who, sentence });
    if (who.isOutlet) this.addOutlet(who);
  }

  /** Takes note of an outlet that something was told to, or that published. */
  addOutlet(who: Resolved): void {
    this.outlets.push(who);
  }

  /** The one whom a pronoun at token `at` means, or null. */
  byPronoun(pronoun: string, at: number): Resolved | null {
    const gender = genderOfPronoun(pronoun);
    if (pronoun === "who" || pronoun === "which") return this.lastNameBefore(at, null, 8);
    if (pronoun === "they" || pronoun === "it" || pronoun === "we")
      return this.lastSpoken(() => true);
    const inSentence = this.firstPersonInSentence(at);
    if (inSentence !== null) return inSentence;
    const fits = ({ isPerson, gender: other }: Resolved): boolean =>
      isPerson && (other === null || gender === null || other === gender);
    const spoken =
      this.lastSpoken((who) => who.isNamed && fits(who), nearSources) ?? this.lastSpoken(fits);
    return (
      spoken ??
      this.lastNameBefore(at, "person", 40) ??
      this.lastSpoken(({ isOutlet }) => !isOutlet)
    );
  }

  /** The one whom "the spokeswoman" or "the newspaper" means, or null. */
  byNoun(noun: string): Resolved | null {
    if (peopleWords.publicationNouns.has(noun) || isPublished(noun)) return this.lastOutlet();
    const sameHead = this.lastSpoken(({ head, role }) => {
      return head === noun || (role?.toLowerCase().split(/\W+/).includes(noun) ?? false);
    });
    if (sameHead !== null) return sameHead;
    const isFemale = peopleWords.femaleNouns.has(noun);
    return this.lastSpoken(({ isPerson, gender }) => isPerson && !(isFemale && gender === "male"));
  }

  /** The outlet named last, as speaker or as the one told to. */
  lastOutlet(): Resolved | null {
    return this.outlets[this.outlets.length - 1] ?? null;
  }

  private lastSpoken(fits: (who: Resolved) => boolean, most = farSources): Resolved | null {
    const { spoken } = this;
    for (let index = spoken.length - 1; index >= Math.max(0, spoken.length - most); index--) {
      if (fits(spoken[index]!.who)) return spoken[index]!.who;
    }
    return null;
  }

  /** "Kerry’s statement …, as he said": a person named earlier in the sentence, outside of quotations. */
  private firstPersonInSentence(at: number): Resolved | null {
    const { view } = this;
    for (let index = sentenceStart(view, at); index < at; index++) {
      const name = view.nameOf[index]! >= 0 ? view.names[view.nameOf[index]!]! : null;
      if (name?.kind === "person" && view.quoteOf[index]! < 0) return personOf(name);
    }
    return null;
  }

  private lastNameBefore(at: number, kind: "person" | null, most: number): Resolved | null {
    const { view } = this;
    for (let index = at - 1; index >= Math.max(0, at - most); index--) {
      const which = view.nameOf[index]!;
      if (which < 0 || view.quoteOf[index]! >= 0) continue;
      const name = view.names[which]!;
      if (kind === null || name.kind === kind) return personOf(name);
    }
    return null;
  }
}

/** How many sources back a pronoun looks: first for somebody named, then for anybody. */
const nearSources = 4;
const farSources = 12;

function isPublished(noun: string): boolean {
  return /^(?:article|report|story|piece|editorial|column|post|study|survey|poll)$/.test(noun);
}

function genderOfPronoun(pronoun: string): "male" | "female" | null {
  return pronoun === "he" ? "male" : pronoun === "she" ? "female" : null;
}

function personOf(name: NameMention): Resolved {
  return {
    label: name.canonical,
    role: null,
    via: [],
    gender: null,
    isPerson: name.kind === "person",
    isNamed: true,
    isOutlet: false,
    head: name.canonical.toLowerCase(),
  };
}

/** What an identity's own words tell of it. */
export function resolvedOf(identity: Identity, via: readonly string[]): Resolved {
  const words = `${identity.role ?? ""} ${identity.label}`.toLowerCase().split(/\W+/);
  const gender = words.some((word) => peopleWords.femaleNouns.has(word))
    ? "female"
    : words.some((word) => peopleWords.maleNouns.has(word))
      ? "male"
      : null;
  const isPerson =
    identity.name === null ? isPersonNoun(identity.head) : identity.name.kind === "person";
  const { label, role, isOutlet, head } = identity;
  const isNamed = identity.name !== null;
  return { label, role, via, gender, isPerson, isNamed, isOutlet, head };
}

/** A single noun that is no organisation and nothing printed is somebody. */
function isPersonNoun(noun: string): boolean {
  if (peopleWords.roles.has(noun)) return true;
  const isThing =
    peopleWords.organisationWords.has(noun) ||
    peopleWords.publicationNouns.has(noun) ||
    peopleWords.groupRoles.has(noun) ||
    isPublished(noun);
  return !isThing && !noun.endsWith("s");
}
