import type { KeptChange, PageChanges } from "../../messages/keptProtocol.ts";
import { dayOf } from "./timeOf.ts";
import { DiffText } from "./WordDiff.tsx";
import { wordDiff } from "./wordDiff.ts";
import { plural, useWording } from "./wording.ts";

/** The most changes listed; of more, only the number is shown. */
const mostListed = 30;

interface ChangeListProps extends PageChanges {
  /** True if the sentences are open from the start. */
  readonly isOpen?: boolean;
}

/** Shows how a text differs from an earlier one: a line, and the sentences on demand. */
export function ChangeList({ since, changes, isOpen = false }: ChangeListProps) {
  const wording = useWording();
  const day = dayOf(wording, since);
  if (changes === null) return <p class="hint">{wording.t("changesTooMany", [day])}</p>;
  if (changes.length === 0) return <p class="hint">{wording.t("changesNone", [day])}</p>;
  return (
    <details class="changes" open={isOpen}>
      <summary>{plural(wording, "changesSince", changes.length, day)}</summary>
      <ul>
        {changes.slice(0, mostListed).map((change, at) => (
          <Change key={at} change={change} />
        ))}
      </ul>
      {changes.length > mostListed && (
        <p class="hint">{plural(wording, "changesMore", changes.length - mostListed)}</p>
      )}
    </details>
  );
}

function Change({ change }: { readonly change: KeptChange }) {
  const { t } = useWording();
  switch (change.kind) {
    case "added":
      return (
        <li>
          <span class="kind">{t("changeAdded")}</span> <ins dir="auto">{change.now}</ins>
        </li>
      );
    case "removed":
      return (
        <li>
          <span class="kind">{t("changeRemoved")}</span> <del dir="auto">{change.before}</del>
        </li>
      );
    case "changed": {
      const { page, corpus } = wordDiff(change.now, change.before);
      return (
        <li>
          <span class="kind">{t("changeBefore")}</span>{" "}
          <span dir="auto">
            <DiffText parts={corpus} />
          </span>
          <br />
          <span class="kind">{t("changeNow")}</span>{" "}
          <span dir="auto">
            <DiffText parts={page} />
          </span>
        </li>
      );
    }
    default: {
      const never: never = change;
      return never;
    }
  }
}
