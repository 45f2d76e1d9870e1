import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { ProblemCode, ReadExtent } from "../../messages/protocol.ts";
import { plural, useWording } from "../components/wording.ts";
import { DoubtfulMatches } from "../report/DoubtfulMatches.tsx";
import { ReportView } from "../report/ReportView.tsx";
import type { ReportActions } from "../report/viewProps.ts";
import { ArchiveNote } from "./ArchiveNote.tsx";
import type { NothingFound } from "./keeping/FollowMore.tsx";
import { LibraryNote, LibraryProblems } from "./LibraryNote.tsx";
import { MeaningNote } from "./MeaningNote.tsx";
import { PartNote } from "./PartNote.tsx";
import type { Notice, PopupModel } from "./popupModel.ts";
import { hasMatches, type PopupView } from "./popupView.ts";
import { SiteSwitch } from "./SiteSwitch.tsx";
import { StateNote } from "./StateNote.tsx";

/** The parts of the popup besides its model. */
export interface PopupProps {
  readonly model: PopupModel;
  /** Shown beside the name: additional controls. */
  readonly tools?: ComponentChildren;
  /** Renders what is below the list: saving the page, its saved version, its feeds. */
  readonly keeping?: (nothingFound: NothingFound | null) => ComponentChildren;
  /** True if the list follows the page. */
  readonly isFollowing?: boolean;
}

/** Shows the popup or the side panel: what is known of the tab's page, and the actions for it. */
export function Popup({ model, tools, keeping, isFollowing = false }: PopupProps) {
  const { t } = useWording();
  const view = model.view.value;
  const main = useFocusedHeading(view.kind);
  return (
    <>
      <header class="bar">
        <p class="name">{t("extensionName")}</p>
        {tools}
        {!withoutSwitch.includes(view.kind) && (
          <SiteSwitch model={model} isOn={view.kind !== "offHere"} />
        )}
      </header>
      <main ref={main} aria-busy={view.kind === "reading"}>
        <Shown view={view} model={model} inView={isFollowing ? model.inView.value : null} />
        <NoticeLine notice={model.notice.value} onUndo={() => void model.undoDismissal()} />
      </main>
      {keeping?.(nothingFoundIn(view, model))}
      <footer class="foot">
        <LibraryProblems library={model.library.value} />
        <LibraryNote
          library={model.library.value}
          isCompared={view.kind === "matched"}
          archive={model.archive.value}
        />
        <p class="ways">
          <a href="options.html" target="_blank" rel="noopener">
            {t("optionsTitle")}
          </a>
          {view.kind !== "offEverywhere" && (
            <button type="button" class="quiet" onClick={() => void model.switchEverywhere(false)}>
              {t("switchOffEverywhere")}
            </button>
          )}
        </p>
      </footer>
    </>
  );
}

interface ShownProps {
  readonly view: PopupView;
  readonly model: PopupModel;
  readonly inView: number | null;
}

function Shown({ view, model, inView }: ShownProps) {
  const wording = useWording();
  const { t } = wording;
  if (view.kind === "failed") {
    return <StateNote kind="failed" model={model} reason={<p>{t(problemKeys[view.problem])}</p>} />;
  }
  if (view.kind === "reading" && view.words !== null) {
    const reason = plural(wording, "stateComparingText", view.words);
    return <StateNote kind="reading" model={model} reason={<p>{reason}</p>} />;
  }
  if (view.kind !== "matched") return <StateNote kind={view.kind} model={model} />;
  const { report, part = null } = view;
  if (!hasMatches(view)) {
    return (
      <>
        <WithoutMatches model={model} part={part} />
        <DoubtfulMatches report={report} />
      </>
    );
  }
  return (
    <ReportView
      report={report}
      placed={view.placed}
      {...(view.contexts && { contexts: view.contexts })}
      actions={actionsOf(model)}
      inView={inView}
      asked={model.asked.value}
      order={model.order.value}
      onOrder={model.setOrder}
      note={
        <>
          <PartNote part={part} />
          <FurtherNotes model={model} />
        </>
      }
    >
      <button type="button" class="secondary again" onClick={() => void model.check()}>
        {t("checkAgain")}
      </button>
    </ReportView>
  );
}

interface PartProps {
  readonly part: ReadExtent | null;
}

/** Returns null if something was found or may still be found. */
function nothingFoundIn(view: PopupView, model: PopupModel): NothingFound | null {
  if (view.kind !== "matched" || model.isComparing.value) return null;
  const { language } = view.report.page;
  return hasMatches(view) ? null : { language };
}

/** Shows that there is nothing to compare with, or that nothing was found, or not yet. */
function WithoutMatches({ model, part }: Pick<ShownProps, "model"> & PartProps) {
  const { t } = useWording();
  if (model.library.value?.articles === 0) return <StateNote kind="libraryEmpty" model={model} />;
  if (!model.isComparing.value) {
    const reason = (
      <>
        {part === null ? <p>{t("stateNothingText")}</p> : <PartNote part={part} />}
        <ArchiveNote model={model} />
      </>
    );
    return <StateNote kind="nothing" model={model} reason={reason} />;
  }
  return <StateNote kind="comparing" model={model} reason={<FurtherNotes model={model} />} />;
}

/** Shows the state of comparing by meaning and with the archive. */
function FurtherNotes({ model }: Pick<ShownProps, "model">) {
  return (
    <>
      <MeaningNote model={model} />
      <ArchiveNote model={model} />
    </>
  );
}

function actionsOf(model: PopupModel): Omit<ReportActions, "compare"> {
  return {
    jumpTo: (index) => void model.jumpTo(index),
    dismiss: (match, reference) => void model.dismiss(match, reference),
    copy: (text) => void model.copy(text),
    search: (words) => void model.search(words),
    save: model.save,
    retrieved: model.retrieved,
  };
}

const problemKeys: Readonly<Record<ProblemCode, string>> = {
  silent: "stateSilentText",
  pageForbidden: "stateNotAllowedText",
  bundledUnreadable: "problemBundledUnreadable",
  unexpected: "stateFailedText",
};

/** The views without a site switch: the reader has to be asked first, or nothing can be read. */
const withoutSwitch: readonly PopupView["kind"][] = [
  "onClick",
  "noPermission",
  "notAllowed",
  "offEverywhere",
];

const noticeKeys: Readonly<Record<Exclude<Notice, null>, string>> = {
  jumped: "jumped",
  unplaced: "unplaced",
  permissionRefused: "permissionRefused",
  dismissed: "dismissed",
  copied: "copied",
  copyFailed: "copyFailed",
  searchFailed: "searchFailed",
};

interface NoticeLineProps {
  readonly notice: Notice;
  readonly onUndo: () => void;
}

/** Shows the notice of the last action where it is visible however the list is scrolled. */
function NoticeLine({ notice, onUndo }: NoticeLineProps) {
  const { t } = useWording();
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The pressed button is gone with what it dismissed.
    if (notice === "dismissed") undo.current?.focus({ preventScroll: true });
  }, [notice]);
  return (
    <div class="notice">
      <p role="status">{notice === null ? "" : t(noticeKeys[notice])}</p>
      {notice === "dismissed" && (
        <button type="button" class="quiet" ref={undo} onClick={onUndo}>
          {t("undo")}
        </button>
      )}
    </div>
  );
}

/**
 * Moves the focus to the new view's heading when the pressed button is gone with its view. The
 * first view after opening takes no focus, since nothing was pressed.
 */
function useFocusedHeading(kind: PopupView["kind"]) {
  const main = useRef<HTMLElement>(null);
  const lastKind = useRef<PopupView["kind"] | null>(null);
  useEffect(() => {
    const isFirst = lastKind.current === null;
    if (kind === "reading" && isFirst) return;
    lastKind.current = kind;
    const { ownerDocument } = main.current ?? {};
    if (isFirst || ownerDocument?.activeElement !== ownerDocument?.body) return;
    main.current?.querySelector<HTMLElement>("h1")?.focus();
  }, [kind]);
  return main;
}
