import { useWording } from "../components/wording.ts";
import { FilterChoice } from "./FilterChoice.tsx";
import type { LanguageCount } from "./languages.ts";

interface LanguageFilterProps {
  readonly counts: readonly LanguageCount[];
  readonly total: number;
  /** Null for all languages. */
  readonly chosen: string | null;
  readonly onChoose: (language: string | null) => void;
}

/** Shows a button per language; nothing if all matches are in one language. */
export function LanguageFilter({ counts, total, chosen, onChoose }: LanguageFilterProps) {
  const { t, formats } = useWording();
  if (counts.length < 2) return null;
  return (
    <fieldset class="filter languages">
      <legend class="visually-hidden">{t("languageFilterLabel")}</legend>
      <FilterChoice isChosen={chosen === null} count={total} onChoose={() => onChoose(null)}>
        {t("languageFilterAll")}
      </FilterChoice>
      {counts.map(({ language, count }) => (
        <FilterChoice
          key={language}
          isChosen={chosen === language}
          count={count}
          onChoose={() => onChoose(language)}
        >
          {formats.languageName(language)}
        </FilterChoice>
      ))}
    </fieldset>
  );
}
