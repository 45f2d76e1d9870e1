import { useEffect, useRef } from "preact/hooks";
import type { KeptOrigin } from "../../../messages/keptProtocol.ts";
import { ChangeList } from "../../components/ChangeList.tsx";
import { dayOf } from "../../components/timeOf.ts";
import { useWording } from "../../components/wording.ts";
import { FeedOffer } from "./FeedOffer.tsx";
import { FollowMore, type NothingFound } from "./FollowMore.tsx";
import type { KeepingModel, KeepingNotice } from "./keepingModel.ts";

const keptKeys: Readonly<Record<KeptOrigin, string>> = {
  saved: "keptSaved",
  import: "keptImported",
  feed: "keptFromFeed",
  read: "keptRead",
};

const noticeKeys: Readonly<Record<KeepingNotice, string>> = {
  new: "saveNew",
  changed: "saveChanged",
  known: "saveKnown",
  empty: "saveEmpty",
  full: "saveFull",
  storageFull: "storageFull",
  failed: "saveFailed",
  removed: "keptRemoved",
  undoGone: "undoGone",
  followed: "feedFollowed",
  notGranted: "permissionRefused",
};

interface KeepSectionProps {
  readonly model: KeepingModel;
  /** Set if nothing was found on the page: outlets to follow are then shown first. */
  readonly nothingFound?: NothingFound | null;
}

/** Shows the saving of the page, its saved version and changes since, and its feeds. */
export function KeepSection({ model, nothingFound = null }: KeepSectionProps) {
  const wording = useWording();
  const { t } = wording;
  const kept = model.kept.value;
  const changes = model.changes.value;
  if (!model.isWebPage) return null;
  return (
    <section class="keep" aria-label={t("keepTitle")}>
      {nothingFound !== null && <FollowMore model={model} {...nothingFound} />}
      <div class="keep-page">
        {kept !== null && <p>{t(keptKeys[kept.origin], [dayOf(wording, kept.addedAt)])}</p>}
        <SaveButton model={model} hasChanged={changes !== null && changes.changes?.length !== 0} />
        {kept !== null && (
          <button type="button" class="quiet" onClick={() => void model.remove()}>
            {t("removeKept")}
          </button>
        )}
      </div>
      {changes !== null && <ChangeList {...changes} />}
      {nothingFound === null &&
        model.feeds.value.map((feed) => (
          <FeedOffer key={feed.url} feed={feed} onFollow={() => void model.follow(feed)} />
        ))}
      <KeepNotice
        notice={model.notice.value}
        canUndo={model.canUndo.value}
        onUndo={() => void model.undoRemoval()}
      />
    </section>
  );
}

interface SaveButtonProps {
  readonly model: KeepingModel;
  readonly hasChanged: boolean;
}

/** Shows the button that saves the page; nothing if the page is saved and unchanged. */
function SaveButton({ model, hasChanged }: SaveButtonProps) {
  const { t } = useWording();
  const isSaved = model.kept.value?.origin === "saved";
  if (isSaved && !hasChanged) return null;
  return (
    <button type="button" class="secondary" onClick={() => void model.save()}>
      {t(isSaved ? "saveNewVersion" : "savePage")}
    </button>
  );
}

interface KeepNoticeProps {
  readonly notice: KeepingNotice | null;
  readonly canUndo: boolean;
  readonly onUndo: () => void;
}

function KeepNotice({ notice, canUndo, onUndo }: KeepNoticeProps) {
  const { t } = useWording();
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The pressed button is gone with what it removed.
    if (canUndo) undo.current?.focus({ preventScroll: true });
  }, [canUndo]);
  return (
    <div class="keep-notice">
      <p role="status">{notice === null ? "" : t(noticeKeys[notice])}</p>
      {canUndo && (
        <button type="button" class="quiet" ref={undo} onClick={onUndo}>
          {t("undo")}
        </button>
      )}
    </div>
  );
}
