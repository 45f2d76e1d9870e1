import type { ArchiveState } from "../../messages/archiveProtocol.ts";
import { archiveProblemKeys } from "../components/archiveProblems.ts";
import { useWording, type Wording } from "../components/wording.ts";
import type { PopupModel } from "./popupModel.ts";

/**
 * Shows the state of the archive's answer in a line below the headline; nothing if none is asked.
 */
export function ArchiveNote({ model }: { readonly model: PopupModel }) {
  const wording = useWording();
  const archive = model.archive.value;
  if (archive === null) return null;
  return <p class="detail archive">{archiveWords(archive, wording)}</p>;
}

function archiveWords(archive: ArchiveState, { t, formats }: Wording): string {
  switch (archive.kind) {
    case "asking":
      return t("archiveAsking");
    case "answered": {
      const { parts } = archive;
      if (parts === null) return t("archiveAnswered");
      return t("archiveParts", [formats.number(parts.answered), formats.number(parts.of)]);
    }
    case "failed":
      return t(archiveProblemKeys[archive.problem]);
    default: {
      const never: never = archive;
      return never;
    }
  }
}
