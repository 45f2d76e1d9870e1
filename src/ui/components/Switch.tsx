interface SwitchProps {
  readonly name: string;
  /** A part of the name that is shown instead of it where space is short. */
  readonly shown?: string;
  /** What it does, if the name is not enough. */
  readonly description?: string;
  readonly isOn: boolean;
  readonly onSwitch: (isOn: boolean) => void;
}

/** Shows a switch that takes effect at once. */
export function Switch({ name, shown = name, description, isOn, onSwitch }: SwitchProps) {
  return (
    <button
      type="button"
      class="switch"
      role="switch"
      aria-checked={isOn}
      aria-label={shown === name ? undefined : name}
      title={description}
      onClick={() => onSwitch(!isOn)}
    >
      <span class="switch-name">{shown}</span>
      <span class="switch-track" aria-hidden="true" />
    </button>
  );
}
