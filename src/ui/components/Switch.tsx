interface SwitchProps {
  readonly name: string;
  /** What it does, if the name is not enough. */
  readonly description?: string;
  readonly isOn: boolean;
  readonly onSwitch: (isOn: boolean) => void;
}

/** Shows a switch that takes effect at once. */
export function Switch({ name, description, isOn, onSwitch }: SwitchProps) {
  return (
    <button
      type="button"
      class="switch"
      role="switch"
      aria-checked={isOn}
      title={description}
      onClick={() => onSwitch(!isOn)}
    >
      <span class="switch-name">{name}</span>
      <span class="switch-track" aria-hidden="true" />
    </button>
  );
}
