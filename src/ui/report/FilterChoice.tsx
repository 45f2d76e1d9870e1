import type { ComponentChildren } from "preact";
import { useWording } from "../components/wording.ts";

interface FilterChoiceProps {
  readonly isChosen: boolean;
  readonly count: number;
  /** Described to whoever rests on the button, and to screen readers. */
  readonly meaning?: string;
  readonly onChoose: () => void;
  readonly children: ComponentChildren;
}

/** One of the things that a list can be narrowed to, with how many there are of it. */
export function FilterChoice({ isChosen, count, meaning, onChoose, children }: FilterChoiceProps) {
  const { formats } = useWording();
  return (
    <button type="button" aria-pressed={isChosen} title={meaning} onClick={onChoose}>
      {children} <span class="count">{formats.number(count)}</span>
    </button>
  );
}
