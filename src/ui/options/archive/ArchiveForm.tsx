import type { InputHTMLAttributes } from "preact";
import { useRef } from "preact/hooks";
import { useWording } from "../../components/wording.ts";
import type { ArchiveModel } from "./archiveModel.ts";

const plain = { type: "text", dir: "ltr", spellcheck: false, autocomplete: "off" } as const;

/**
 * Shows the form for the archive's address, key and user. The key is read from its file and not
 * shown.
 */
export function ArchiveForm({ model }: { readonly model: ArchiveModel }) {
  const { t } = useWording();
  const form = useRef<HTMLFormElement>(null);
  const field = (name: string) => form.current?.elements.namedItem(name) as HTMLInputElement;
  const submit = (event: Event) => {
    event.preventDefault();
    void model.setUp({
      addresses: field("addresses").value,
      keyFile: field("key").files?.[0] ?? null,
      user: field("user").value.trim(),
      password: field("password").value,
    });
  };
  return (
    <form class="archive" ref={form} onSubmit={submit}>
      <Field
        label={t("archiveAddress")}
        hint={t("archiveAddressHint")}
        input={{ ...plain, name: "addresses", inputMode: "url" }}
      />
      <Field
        label={t("archiveKey")}
        hint={t("archiveKeyHint")}
        input={{ name: "key", type: "file" }}
      />
      <Field label={t("archiveUser")} input={{ ...plain, name: "user" }} />
      <Field
        label={t("archivePassword")}
        input={{ ...plain, name: "password", type: "password", autocomplete: "new-password" }}
      />
      <button type="submit" class="secondary">
        {t("archiveConnect")}
      </button>
    </form>
  );
}

interface FieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly input: InputHTMLAttributes<HTMLInputElement> & { readonly name: string };
}

function Field({ label, hint, input }: FieldProps) {
  const hintId = `archive-${input.name}-hint`;
  return (
    <div class="field">
      <label>
        {label}
        <input {...input} {...(hint && { "aria-describedby": hintId })} />
      </label>
      {hint && (
        <p class="hint" id={hintId}>
          {hint}
        </p>
      )}
    </div>
  );
}
