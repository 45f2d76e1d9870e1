import { useWording } from "./wording.ts";

/** A format of an export. */
export interface Form {
  /** Message key of its name. */
  readonly label: string;
  /** The file name's extension, without the dot. */
  readonly ending: string;
  readonly mediaType: string;
}

interface FormListProps<F extends Form> {
  readonly forms: readonly F[];
  readonly onCopy: (form: F) => void;
  readonly onSave: (form: F) => void;
}

/** Lists the formats of an export, to the clipboard or as a file. */
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
            aria-label={t("exportCopyAs", [t(form.label)])}
            onClick={() => onCopy(form)}
          >
            {t("exportCopy")}
          </button>
          <button
            type="button"
            class="quiet"
            aria-label={t("exportSaveAs", [t(form.label)])}
            onClick={() => onSave(form)}
          >
            {t("exportSave")}
          </button>
        </li>
      ))}
    </ul>
  );
}
