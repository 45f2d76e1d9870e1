import { alternatives } from "../../../text/languageTables.ts";
import { once } from "../../../text/once.ts";
import { type Alternative, alternativeSets, areApart, shareSet } from "../alternatives.ts";
import { argumentMeets } from "../polarity/opposites.ts";
import { coreWords } from "../quotes/quotedWords.ts";
import type { Side, Sides } from "../slotSides.ts";
import { haveOtherAgents } from "./agents.ts";
import { isFormOfBe, verbKey } from "./verbs.ts";

/** A word of a passage that names an action, as a verb or as a noun. */
interface Action extends Alternative {
  /** The index of the word. */
  readonly index: number;
  /** True for a verb that is not denied. */
  readonly isDone: boolean;
  readonly isConverse: boolean;
  /** The index of its unit; for a word that is none, of the next one. */
  readonly unit: number;
}

/** The weights of two verbs in bits, which are left out when the rest is compared. */
export interface ExchangedVerbs {
  readonly pageWeight: number;
  readonly corpusWeight: number;
}

/**
 * Returns a verb of the page and one of the corpus passage, each near what both passages have, that
 * name two actions: "14 people were arrested" beside "14 people were injured". If all else agrees,
 * neither words nor vectors tell such statements apart. Null if there are none: a passage that names
 * both actions may be about either.
 */
export function exchangedVerbs(sides: Sides): ExchangedVerbs | null {
  const own = actionsOf(sides.pageSide);
  if (own.length === 0) return null;
  const others = actionsOf(sides.corpusSide);
  for (const one of own) {
    if (!one.isDone || others.some((other) => shareSet(one, other))) continue;
    const other = others.find(
      (other) =>
        other.isDone &&
        areApart(one, other) &&
        !own.some((also) => shareSet(also, other)) &&
        argumentMeets(sides, one.unit, other.unit) &&
        // What one sells to another, the other buys.
        !(
          one.isConverse &&
          other.isConverse &&
          haveOtherAgents(sides, { page: one.index, corpus: other.index })
        ),
    );
    if (other === undefined) continue;
    return {
      pageWeight: sides.page.units[one.unit]?.weight ?? 0,
      corpusWeight: sides.corpus.units[other.unit]?.weight ?? 0,
    };
  }
  return null;
}

/** Returns the actions that a passage names in its core. */
function actionsOf({ passage, clauses }: Side): readonly Action[] {
  const { words, units, negations } = passage;
  return coreWords(passage).flatMap((index): Action[] => {
    const { folded, start } = words[index]!;
    const key = verbKey(folded);
    const next = words[index + 1]?.folded ?? "";
    const keyWithNext = `${key} ${verbKey(next)}`;
    const withNext = setsOfVerb().get(keyWithNext);
    const sets = withNext ?? setsOfVerb().get(key) ?? [];
    if (sets.length === 0) return [];
    const isConverse = converse().has(withNext === undefined ? key : keyWithNext);
    const isOtherVerb = withNext === undefined && phrasal.has(key) && particles.has(next);
    const isDenied = negations.some((no) => clauses.of[no] === clauses.of[index] && no < index);
    const isAfterBe = isFormOfBe(words[index - 1]?.folded ?? "");
    const isVerb = isAfterBe ? !states.has(folded) : clauses.isVerb[index]!;
    const unit = units.findIndex(({ end }) => end > start);
    return [{ index, isDone: isVerb && !isOtherVerb && !isDenied, isConverse, sets, unit }];
  });
}

/** Verbs of which a particle makes another verb; "arrested off the coast" is the same verb. */
const phrasal: ReadonlySet<string> = new Set(
  (
    "break bring call carry come cut draw fall get give go hold keep lay let look make pay pick pull put run see " +
    "sell send set shut sign start step take tear throw turn walk win wind work write"
  )
    .split(" ")
    .map(verbKey),
);
const particles: ReadonlySet<string> = new Set("off out up down back away forward".split(" "));

/** Words that name a state after "is", and an action elsewhere. */
const states: ReadonlySet<string> = new Set("open free clear close fine complete".split(" "));

/** By the key of a verb, and with a blank and its particle if it has one. */
const setsOfVerb = /* @__PURE__ */ once(() => alternativeSets(alternatives.actions, verbKey));

const converse = /* @__PURE__ */ once(
  () => new Set(alternatives.converse.map((verb) => verb.split("-").map(verbKey).join(" "))),
);
