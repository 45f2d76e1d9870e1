import { useRef } from "preact/hooks";

interface TypedFormProps {
  readonly id: string;
  readonly label: string;
  /** What its button says. */
  readonly action: string;
  /** An address is typed, and not a host. */
  readonly isAddress?: boolean;
  readonly onSubmit: (typed: string) => void;
}

/** One field and a button: a host or an address of the web is typed, and handed on as it is. */
export function TypedForm({ id, label, action, isAddress = false, onSubmit }: TypedFormProps) {
  const field = useRef<HTMLInputElement>(null);
  const submit = (event: Event) => {
    event.preventDefault();
    onSubmit(field.current?.value ?? "");
    if (field.current) field.current.value = "";
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
