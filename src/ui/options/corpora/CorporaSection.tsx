import type { CorporaStatus } from "../../../messages/corporaProtocol.ts";
import { plural, useWording } from "../../components/wording.ts";
import { TypedForm } from "../TypedForm.tsx";
import { UndoLine } from "../UndoLine.tsx";
import type { CorporaModel, CorporaNotice } from "./corporaModel.ts";
import { ImportItem } from "./ImportItem.tsx";
import { LimitsForm } from "./LimitsForm.tsx";
import { PackItem, WaitingPack } from "./PackItem.tsx";
import { StorageNotes } from "./StorageNotes.tsx";

const noticeKeys: Readonly<Record<CorporaNotice, string>> = {
  added: "packAdded",
  waiting: "packWaits",
  notModified: "packNotModified",
  notAPack: "packNotAPack",
  unreachable: "packUnreachable",
  redirected: "packRedirected",
  storageFull: "storageFull",
  failed: "optionsFailed",
  unreadable: "storageUnreadable",
  notAnAddress: "packNotAnAddress",
  notGranted: "permissionRefused",
  exported: "corporaExported",
  packRemoved: "keptRemoved",
};

/**
 * Shows what pages are compared with besides the bundled articles: imports, packs and limits, and
 * the export.
 */
export function CorporaSection({ model }: { readonly model: CorporaModel }) {
  const { t } = useWording();
  const status = model.status.value;
  const notice = model.notice.value;
  return (
    <section aria-labelledby="corpora-heading">
      <h2 id="corpora-heading">{t("corporaTitle")}</h2>
      <p class="hint">{t("corporaText")}</p>
      {status !== null && <Totals status={status} />}
      {status !== null && <StorageNotes status={status} model={model} />}
      <ImportButtons model={model} />
      <details>
        <summary>{t("importFormats")}</summary>
        <p class="hint">{t("importFormatsText")}</p>
      </details>
      {status !== null && status.imports.length > 0 && (
        <ul class="sites imports">
          {status.imports.map((its) => (
            <ImportItem key={its.id} its={its} model={model} />
          ))}
        </ul>
      )}
      <h3>{t("packsTitle")}</h3>
      <p class="hint">{t("packsText")}</p>
      {status !== null && status.packs.length > 0 && (
        <ul class="sites packs">
          {status.packs.map((pack) => {
            const installed = status.packs.find(({ id }) => id === pack.waitsFor);
            return installed === undefined ? (
              <PackItem key={pack.id} pack={pack} model={model} />
            ) : (
              <WaitingPack key={pack.id} pack={pack} installed={installed} model={model} />
            );
          })}
        </ul>
      )}
      <TypedForm
        id="pack-address"
        label={t("packAddress")}
        action={t("packAdd")}
        isAddress
        onSubmit={async (typed) => {
          await model.fetchPack(typed);
          return ["added", "waiting", "notModified"].includes(model.notice.value ?? "");
        }}
      />
      {status !== null && (
        <LimitsForm key={status.limits.mostBytes} model={model} status={status} />
      )}
      <h3>{t("exportAllTitle")}</h3>
      <p class="hint">{t("exportAllText")}</p>
      <div class="actions">
        <button type="button" class="secondary" onClick={() => void model.exportAll("jsonl")}>
          {t("exportAllLines")}
        </button>{" "}
        <button type="button" class="secondary" onClick={() => void model.exportAll("ninjs")}>
          {t("exportAllNinjs")}
        </button>
      </div>
      <UndoLine
        said={notice === null ? "" : t(noticeKeys[notice])}
        canUndo={notice === "packRemoved"}
        onUndo={() => void model.undoRemoval()}
      />
    </section>
  );
}

function Totals({ status }: { readonly status: CorporaStatus }) {
  const wording = useWording();
  const megabytes = (bytes: number) =>
    new Intl.NumberFormat(wording.locale, { maximumFractionDigits: 1 }).format(bytes / 1e6);
  return (
    <p>
      {wording.t("corporaTotals", [
        plural(wording, "articleCount", status.articles),
        megabytes(status.bytes),
        megabytes(status.limits.mostBytes),
      ])}
    </p>
  );
}

/** Attributes of the input that chooses a folder; `webkitdirectory` is missing in the types. */
const asFolder = { webkitdirectory: true };

function ImportButtons({ model }: { readonly model: CorporaModel }) {
  const { t } = useWording();
  const onChange = (event: Event & { currentTarget: HTMLInputElement }) => {
    const input = event.currentTarget;
    void model.importFiles([...(input.files ?? [])]);
    input.value = "";
  };
  return (
    <div class="actions">
      <label>
        {t("importFiles")} <input type="file" multiple onChange={onChange} />
      </label>{" "}
      <label>
        {t("importFolder")} <input type="file" {...asFolder} onChange={onChange} />
      </label>
    </div>
  );
}
