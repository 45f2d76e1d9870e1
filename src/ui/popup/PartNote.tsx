import type { ReadExtent } from "../../messages/protocol.ts";
import { useWording } from "../components/wording.ts";

/** Says that only a part of the article could be read, and how much; nothing if all was read. */
export function PartNote({ part }: { readonly part: ReadExtent | null }) {
  const { t, formats } = useWording();
  if (part === null) return null;
  return (
    <p class="detail">{t("partRead", [formats.number(part.words), formats.number(part.of)])}</p>
  );
}
