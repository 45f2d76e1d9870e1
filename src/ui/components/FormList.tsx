import { useWording } from "./wording.ts";

/** A form in which something can be taken along. */
export interface Form {
  /** Key of its name. */
  readonly label: string;
  /** Of the file's name, without the dot. */
  readonly ending: string;
  readonly mediaType: string;
}

interface FormListProps<F extends Form> {
  readonly forms: readonly F[];
  readonly onCopy: (form: F) => void;
  readonly onSave: (form: F) => void;
}

/** The forms in which something can be taken along, by clipboard or as a file. */
export function FormList<F extends Form>({ forms, onCopy, onSave }: FormListProps<F>) {
  const { t } = useWording();
  return (
    <ul>
      {forms.map((form) => (
        <li key={form.label}>
          <span class="format">{t(form.label)}</span>
          <button
            type="button"
            class="quiet"
            aria-label={t("copyAs", [t(form.label)])}
            onClick={() => onCopy(form)}
          >
            {t("copy")}
          </button>
          <button
            type="button"
            class="quiet"
            aria-label={t("saveAs", [t(form.label)])}
            onClick={() => onSave(form)}
          >
            {t("save")}
          </button>
        </li>
      ))}
    </ul>
  );
}
