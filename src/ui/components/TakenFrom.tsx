import type { ReferenceSource } from "../../engine/model/index.ts";
import { type Translate, useWording } from "./wording.ts";

/**
 * Shows in muted text, after the outlet's name, where an article was taken from; nothing for the
 * outlet's own site.
 */
export function TakenFrom({ source }: { readonly source: ReferenceSource | null | undefined }) {
  const { t } = useWording();
  if (source == null) return null;
  return <span class="taken"> · {sourceWords(t, source)}</span>;
}

/** Returns the source in words: "read at mirror.example". */
function sourceWords(t: Translate, { kind, name }: ReferenceSource): string {
  switch (kind) {
    case "page":
      return t("takenFromPage", [name]);
    case "feed":
      return t("takenFromFeed", [name]);
    case "pack":
      return t("takenFromPack", [name]);
    case "file":
      return t("takenFromFile");
    case "archive":
      return t("takenFromArchive");
    default: {
      const never: never = kind;
      return never;
    }
  }
}
