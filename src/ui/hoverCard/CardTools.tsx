import { useState } from "preact/hooks";
import { citation } from "../../engine/export/citation.ts";
import type { PageMatch, Reference } from "../../engine/model/index.ts";
import { useWording } from "../components/wording.ts";
import { exportWording } from "../report/exportWording.ts";
import type { CardActions } from "./cardActions.ts";

interface CardToolsProps {
  readonly match: PageMatch;
  readonly reference: Reference;
  readonly actions: CardActions;
}

/** The result of the last action. */
type Outcome = "copied" | "copyFailed" | "dismissed" | "actionFailed" | null;

/** Shows the actions for one outlet's version that do not leave the page. */
export function CardTools({ match, reference, actions }: CardToolsProps) {
  const wording = useWording();
  const { t } = wording;
  const [outcome, setOutcome] = useState<Outcome>(null);
  const { outlet } = reference.article;
  const attempt = (run: Promise<void>, done: Outcome, failed: Outcome) =>
    void run.then(
      () => setOutcome(done),
      () => setOutcome(failed),
    );
  const copy = () =>
    attempt(actions.onCopy(citation(reference, exportWording(wording))), "copied", "copyFailed");
  const dismiss = () => attempt(actions.onDismiss(match, reference), "dismissed", "actionFailed");
  const restore = () => attempt(actions.onRestore(match, reference), null, "actionFailed");
  return (
    <p class="tools">
      {outcome === "dismissed" ? (
        <Tool name={t("undo")} onPress={restore} />
      ) : (
        <>
          <Tool
            name={t("compare")}
            label={t("compareWith", [outlet])}
            onPress={() => actions.onOpenList(match, reference)}
          />
          <Tool name={t("copyCitation")} label={t("copyCitationOf", [outlet])} onPress={copy} />
          <Tool name={t("notAMatch")} label={t("notAMatchOf", [outlet])} onPress={dismiss} />
        </>
      )}
      <span class="outcome" role="status">
        {outcome === null ? "" : t(outcome)}
      </span>
    </p>
  );
}

interface ToolProps {
  readonly name: string;
  readonly label?: string;
  readonly onPress: () => void;
}

function Tool({ name, label, onPress }: ToolProps) {
  return (
    <button type="button" class="quiet" aria-label={label} onClick={onPress}>
      {name}
    </button>
  );
}
