import type { ComponentChildren } from "preact";
import { useWording } from "../components/wording.ts";

interface FilterChoiceProps {
  readonly isChosen: boolean;
  readonly count: number;
  /** A description, shown when the pointer rests on the button and read by screen readers. */
  readonly meaning?: string;
  readonly onChoose: () => void;
  readonly children: ComponentChildren;
}

/** Shows one choice of a filter, with its number of items. */
export function FilterChoice({ isChosen, count, meaning, onChoose, children }: FilterChoiceProps) {
  const { formats } = useWording();
  return (
    <button type="button" aria-pressed={isChosen} title={meaning} onClick={onChoose}>
      {children} <span class="count">{formats.number(count)}</span>
    </button>
  );
}
