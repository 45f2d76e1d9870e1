import type { WorkMode } from "../../messages/protocol.ts";
import { useWording } from "../components/wording.ts";
import type { Choice, FirstRunModel } from "./firstRunModel.ts";

interface ModeText {
  readonly mode: WorkMode;
  readonly label: string;
  readonly text: string;
  /** What the reader can do next. */
  readonly done: string;
}

const modes: readonly ModeText[] = [
  {
    mode: "everywhere",
    label: "chooseEverywhere",
    text: "chooseEverywhereText",
    done: "chosenEverywhere",
  },
  { mode: "chosenSites", label: "chooseSites", text: "chooseSitesText", done: "chosenSites" },
  { mode: "onClick", label: "chooseOnClick", text: "chooseOnClickText", done: "chosenOnClick" },
];

interface WorkModeChoiceProps {
  readonly model: FirstRunModel;
  /** True if one of the choices is marked as recommended. */
  readonly isAdvised?: boolean;
  /** Where the page links to after the choice. */
  readonly next?: string;
}

/** The recommended choice, which suits most readers. */
const recommended: WorkMode = "everywhere";

/** Asks where Second Source should work, and reports the result. */
export function WorkModeChoice({ model, isAdvised = false, next }: WorkModeChoiceProps) {
  const { t } = useWording();
  const choice = model.choice.value;
  const outcome = outcomeKey(choice);
  return (
    <section class="choice" aria-labelledby="choice-heading">
      <h2 id="choice-heading">{t("firstRunChoice")}</h2>
      <ul class="modes">
        {modes.map(({ mode, label, text }) => (
          <li key={mode}>
            <button
              type="button"
              aria-pressed={"mode" in choice && choice.mode === mode}
              aria-describedby={`${mode}-text`}
              onClick={() => void model.choose(mode)}
            >
              {t(label)}
            </button>
            <p id={`${mode}-text`}>
              {isAdvised && mode === recommended && <strong>{t("recommended")} </strong>}
              {t(text)}
            </p>
          </li>
        ))}
      </ul>
      <p class="outcome" role="status">
        {outcome === null ? "" : t(outcome)}
      </p>
      {choice.kind === "chosen" && next !== undefined && <a href={next}>{t("nextStarters")}</a>}
    </section>
  );
}

function outcomeKey(choice: Choice): string | null {
  switch (choice.kind) {
    case "open":
    case "standing":
      return null;
    case "refused":
      return "choiceRefused";
    case "failed":
      return "choiceFailed";
    case "chosen":
      return modes.find(({ mode }) => mode === choice.mode)?.done ?? null;
    default: {
      const never: never = choice;
      return never;
    }
  }
}
