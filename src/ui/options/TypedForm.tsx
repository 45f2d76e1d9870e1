import { useRef } from "preact/hooks";

interface TypedFormProps {
  readonly id: string;
  readonly label: string;
  /** The label of its button. */
  readonly action: string;
  /** True if the input is an address rather than a host. */
  readonly isAddress?: boolean;
  /** Resolves to false if what was typed was not taken: it is left to be corrected. */
  readonly onSubmit: (typed: string) => Promise<boolean>;
}

/** Shows a field with a button for a host or a web address, which is passed on as typed. */
export function TypedForm({ id, label, action, isAddress = false, onSubmit }: TypedFormProps) {
  const field = useRef<HTMLInputElement>(null);
  const submit = async (event: Event) => {
    event.preventDefault();
    const typed = field.current?.value ?? "";
    const isTaken = await onSubmit(typed);
    if (isTaken && field.current?.value === typed) field.current.value = "";
  };
  return (
    <form class="typed" onSubmit={submit}>
      <label for={id}>{label}</label>
      <input
        id={id}
        ref={field}
        type="text"
        {...(isAddress ? { inputMode: "url" as const } : {})}
        dir="ltr"
        spellcheck={false}
        autocomplete="off"
      />
      <button type="submit" class="secondary">
        {action}
      </button>
    </form>
  );
}
