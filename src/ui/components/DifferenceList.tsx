import type { Difference, DifferenceKind, Reference } from "../../engine/model/index.ts";
import { useWording, type Wording } from "./wording.ts";

/**
 * Labels of the kinds of difference. A difference in wording has none, since the words themselves
 * show it.
 */
const kindKeys: Readonly<Record<Exclude<DifferenceKind, "wording">, string>> = {
  number: "differenceNumber",
  date: "differenceDate",
  place: "differencePlace",
  actor: "differenceActor",
  negation: "differenceNegation",
  omitted: "differenceOmitted",
  added: "differenceAdded",
  exchanged: "differenceExchanged",
  joined: "differenceJoined",
  speaker: "differenceSpeaker",
};

/**
 * Lists the details that differ, in words: “seven years” here, “eight years” there. Renders nothing
 * if there are none.
 */
export function DifferenceList({ differences }: Pick<Reference, "differences">) {
  const { t } = useWording();
  const details = differences.filter(({ kind }) => kind !== "wording");
  if (details.length === 0) return null;
  return (
    <dl class="differences">
      {details.map((difference) => (
        <div key={`${difference.kind} ${difference.page} ${difference.corpus}`}>
          <dt>{difference.kind === "wording" ? null : t(kindKeys[difference.kind])}</dt>
          <dd>{describeDifference(t, difference)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Returns a difference as one line: "number: “seven” here, “eight” there". */
export function differenceWords(difference: Difference, { t }: Wording): string {
  const described = describeDifference(t, difference);
  return difference.kind === "wording"
    ? described
    : `${t(kindKeys[difference.kind])}: ${described}`;
}

function describeDifference(t: Wording["t"], { kind, page, corpus }: Difference): string {
  if (kind === "joined") return t("differenceApartThere", [corpus]);
  if (corpus === "") return t("differenceOnlyHere", [page]);
  if (page === "") return t("differenceOnlyThere", [corpus]);
  return t("differencePair", [page, corpus]);
}
