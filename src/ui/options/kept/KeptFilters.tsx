import { type KeptSort, keptSorts } from "../../../messages/keptProtocol.ts";
import { useWording } from "../../components/wording.ts";
import { ChoiceField } from "./ChoiceField.tsx";
import type { KeptModel } from "./keptModel.ts";
import { originNames } from "./originWords.ts";

const sortKeys: Readonly<Record<KeptSort, string>> = {
  added: "sortAdded",
  published: "sortPublished",
  outlet: "sortOutlet",
  title: "sortTitle",
};

/** Shows the order and the filters of the list of articles. */
export function KeptFilters({ model }: { readonly model: KeptModel }) {
  const { t, formats } = useWording();
  const { sort, origin, outlet, language } = model.query.value;
  const choices = model.choices.value;
  const counted = (name: string, count: number) => `${name} (${formats.number(count)})`;
  const nameOf = (its: string) =>
    its === "und" ? t("languageNotKnown") : formats.languageName(its);
  return (
    <div class="kept-filters">
      <ChoiceField
        label={t("keptSort")}
        hasAll={false}
        value={sort}
        options={keptSorts.map((its) => ({ value: its, name: t(sortKeys[its]) }))}
        onChoose={(its) => void model.ask({ sort: its as KeptSort })}
      />
      <ChoiceField
        label={t("keptOrigin")}
        value={origin}
        options={originNames
          .map(([its, key]) => [its, key, choices?.origins[its] ?? 0] as const)
          .filter(([its, , count]) => count > 0 || its === origin)
          .map(([its, key, count]) => ({ value: its, name: counted(t(key), count) }))}
        onChoose={(its) =>
          void model.ask({ origin: originNames.find(([name]) => name === its)?.[0] ?? null })
        }
      />
      <ChoiceField
        label={t("keptOutlet")}
        value={outlet}
        options={(choices?.outlets ?? []).map(({ key, name, count }) => ({
          value: key,
          name: counted(name, count),
        }))}
        onChoose={(its) => void model.ask({ outlet: its })}
      />
      <ChoiceField
        label={t("keptLanguage")}
        value={language}
        options={(choices?.languages ?? [])
          .map((its) => ({ value: its.language, name: counted(nameOf(its.language), its.count) }))
          .sort((a, b) => a.name.localeCompare(b.name))}
        onChoose={(its) => void model.ask({ language: its })}
      />
    </div>
  );
}
