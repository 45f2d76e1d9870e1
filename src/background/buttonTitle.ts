import { countedWords } from "../messages/countedWords.ts";
import type { BadgeState } from "./badgeState.ts";

type Translate = (key: string, substitutions?: readonly string[]) => string;

/** Returns the button's tooltip, which puts the badge into words. */
export function buttonTitle(state: BadgeState, t: Translate): string {
  return [t("extensionName"), ...partsOf(state, t)].join(": ");
}

function partsOf(state: BadgeState, t: Translate): readonly string[] {
  switch (state.kind) {
    case "matches": {
      const repaired = state.isRepaired ? [t("libraryProblem")] : [];
      return [[countsOf(state, t), ...repaired].join(" · ")];
    }
    case "reading":
      return [t("stateReading")];
    case "libraryEmpty":
      return [t("stateLibraryEmpty")];
    case "notChecked":
      return [t("stateNotChecked")];
    case "off":
      return [t("stateOffHere")];
    case "failed":
      return [t("stateFailed")];
    default: {
      const never: never = state;
      return never;
    }
  }
}

function countsOf(
  { count, outlets }: Extract<BadgeState, { kind: "matches" }>,
  t: Translate,
): string {
  if (count === 0) return t("stateNothing");
  const locale = t("languageTag");
  const rules = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  const counted = (key: string, value: number, ...more: readonly string[]) =>
    countedWords(t, key, rules.select(value), [numbers.format(value), ...more]);
  if (outlets === null) return counted("buttonMatchesElsewhere", count);
  return counted("buttonMatches", count, counted("libraryOutletCount", outlets));
}
