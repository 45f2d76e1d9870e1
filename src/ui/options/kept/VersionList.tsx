import type { KeptText, KeptVersion } from "../../../messages/keptProtocol.ts";
import { timeOf } from "../../components/timeOf.ts";
import { useWording } from "../../components/wording.ts";
import { originKeys } from "./originWords.ts";

interface VersionListProps {
  readonly text: KeptText;
  readonly onChoose: (version: number) => void;
}

/** Lists the saved texts of an article by date, to choose one. */
export function VersionList({ text, onChoose }: VersionListProps) {
  const { t } = useWording();
  return (
    <fieldset class="versions">
      <legend>{t("keptVersions")}</legend>
      {text.versions.map((version, at) => (
        <label class="option" key={at}>
          <input
            type="radio"
            name="version"
            checked={at === text.shown}
            onChange={() => onChoose(at)}
          />
          <VersionName version={version} />
        </label>
      ))}
    </fieldset>
  );
}

function VersionName({ version }: { readonly version: KeptVersion }) {
  const wording = useWording();
  const { foundAt, origin, isSearched } = version;
  const key = origin === null ? "versionFound" : originKeys[origin];
  return (
    <span>
      {wording.t(key, [timeOf(wording, foundAt)])}
      {isSearched && <span class="hint"> · {wording.t("keptCompared")}</span>}
    </span>
  );
}
