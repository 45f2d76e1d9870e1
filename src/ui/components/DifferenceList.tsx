import type { Difference, DifferenceKind, Reference } from "../../engine/model/index.ts";
import { useWording, type Wording } from "./wording.ts";

/** Differences in wording are seen in the words themselves; the others are said. */
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

/** The details that differ, in words: “seven years” here, “eight years” there. Nothing if there is none. */
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

/** A difference on one line: "number: “seven” here, “eight” there". */
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
