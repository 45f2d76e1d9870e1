import { useEffect, useRef } from "preact/hooks";
import { plural, useWording, type Wording } from "../../components/wording.ts";
import { type FeedsModel, type FeedsNotice, nameOf } from "./feedsModel.ts";

/** Shows the notice of the last action on feeds, with a button to undo a removal. */
export function FeedsNoticeLine({ model }: { readonly model: FeedsModel }) {
  const wording = useWording();
  const notice = model.notice.value;
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // True if the pressed button is gone with its feed.
    const isLost = document.activeElement === document.body;
    if (notice?.kind === "unfollowed" && isLost) undo.current?.focus({ preventScroll: true });
  }, [notice]);
  return (
    <div class="feeds-notice">
      <p role="status">{noticeText(notice, wording)}</p>
      {notice?.kind === "unfollowed" && (
        <button type="button" class="quiet" ref={undo} onClick={() => void model.undoUnfollow()}>
          {wording.t("undo")}
        </button>
      )}
    </div>
  );
}

function noticeText(notice: FeedsNotice | null, wording: Wording): string {
  switch (notice?.kind) {
    case undefined:
      return "";
    case "imported":
      return notice.count === 0
        ? wording.t("feedsImportedNone")
        : plural(wording, "feedsImported", notice.count);
    case "failed":
      return wording.t("optionsFailed");
    case "notAnAddress":
      return wording.t("feedNotAnAddress");
    case "notAList":
      return wording.t("feedsNotAList");
    case "unfollowed":
      return wording.t("feedUnfollowed", [nameOf(notice.feed)]);
    case "notGranted":
      return wording.t("permissionRefused");
    default: {
      const never: never = notice as never;
      return never;
    }
  }
}
