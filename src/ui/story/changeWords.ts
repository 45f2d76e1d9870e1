import type { Difference } from "../../engine/model/index.ts";
import type { Translate } from "../components/wording.ts";

/** Returns in words how a version differs from the one it is compared with. */
export function changeWords({ kind, page, corpus }: Difference, t: Translate): string {
  switch (kind) {
    case "joined":
      return t("storyJoined", [page, corpus]);
    case "speaker":
      return t("storySpeaker", [page, corpus]);
    case "number":
    case "date":
    case "place":
    case "actor":
    case "negation":
      return `${t(detailKeys[kind])}: ${toldWords(page, corpus, t)}`;
    default:
      return toldWords(page, corpus, t);
  }
}

function toldWords(own: string, other: string, t: Translate): string {
  if (own === "") return t("storyLeftOut", [other]);
  if (other === "") return t("storyAdded", [own]);
  return t("storyInstead", [own, other]);
}

/** Message keys of the kinds of details. */
export const detailKeys = {
  number: "differenceNumber",
  date: "differenceDate",
  place: "differencePlace",
  actor: "differenceActor",
  negation: "differenceNegation",
} as const;
