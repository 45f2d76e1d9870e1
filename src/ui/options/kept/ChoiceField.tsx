import { useWording } from "../../components/wording.ts";

interface ChoiceFieldProps {
  readonly label: string;
  /** Null for "all", if that can be chosen. */
  readonly value: string | null;
  readonly options: readonly { readonly value: string; readonly name: string }[];
  /** True if "all" is one of the choices. */
  readonly hasAll?: boolean;
  readonly onChoose: (value: string | null) => void;
}

/** Shows a choice among several options; nothing if there is only one. */
export function ChoiceField({ label, value, options, hasAll = true, onChoose }: ChoiceFieldProps) {
  const { t } = useWording();
  if (options.length < 2 && value === null) return null;
  // Options are identified by index, since a value may be any text, including that of "all".
  const chosen = options.findIndex((its) => its.value === value);
  return (
    <label class="choice-field">
      {label}
      <select
        value={String(chosen)}
        onChange={(event) => onChoose(options[Number(event.currentTarget.value)]?.value ?? null)}
      >
        {hasAll && <option value="-1">{t("keptAll")}</option>}
        {options.map((its, place) => (
          <option key={its.value} value={String(place)}>
            {its.name}
          </option>
        ))}
      </select>
    </label>
  );
}
