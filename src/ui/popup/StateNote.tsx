import type { ComponentChildren } from "preact";
import { useWording } from "../components/wording.ts";
import type { PopupModel } from "./popupModel.ts";
import type { PopupView } from "./popupView.ts";

/** The states without a list: every view but "matched", and a report without matches. */
export type NoteKind =
  | Exclude<PopupView["kind"], "matched">
  | "comparing"
  | "nothing"
  | "libraryEmpty";

interface StateText {
  readonly title: string;
  readonly text: string;
  readonly actions: readonly Action[];
  /** A link to a page of ours that helps. */
  readonly link?: { readonly label: string; readonly href: string };
}

interface Action {
  readonly label: string;
  /** Runs in the click handler itself, since permissions may only be asked for there. */
  readonly run: (model: PopupModel) => Promise<void>;
  /** True if the page's host is needed. */
  readonly needsHost?: true;
}

const check: Action = { label: "checkNow", run: (model) => model.check() };
const alwaysHere: Action = {
  label: "alwaysHere",
  run: (model) => model.alwaysHere(),
  needsHost: true,
};

/** The texts of each state, and its buttons, the main one first. */
const stateTexts: Readonly<Record<NoteKind, StateText>> = {
  reading: { title: "stateReading", text: "stateReadingText", actions: [] },
  comparing: { title: "stateComparing", text: "stateReadingText", actions: [] },
  nothing: { title: "stateNothing", text: "stateNothingText", actions: [] },
  libraryEmpty: {
    title: "stateLibraryEmpty",
    text: "stateLibraryEmptyText",
    actions: [],
    link: { label: "addArticles", href: "options.html#starters" },
  },
  notChecked: { title: "stateNotChecked", text: "stateNotCheckedText", actions: [check] },
  offHere: {
    title: "stateOffHere",
    text: "stateOffHereText",
    actions: [
      { label: "switchOn", run: (model: PopupModel) => model.switchSite(true), needsHost: true },
    ],
  },
  offEverywhere: {
    title: "stateOffEverywhere",
    text: "stateOffEverywhereText",
    actions: [
      { label: "switchOnEverywhere", run: (model: PopupModel) => model.switchEverywhere(true) },
    ],
  },
  onClick: { title: "stateOnClick", text: "stateOnClickText", actions: [check, alwaysHere] },
  notAllowed: { title: "stateNotAllowed", text: "stateNotAllowedText", actions: [] },
  noPermission: {
    title: "stateNoPermission",
    text: "stateNoPermissionText",
    actions: [
      { label: "allowEveryPage", run: (model: PopupModel) => model.allowEveryPage() },
      check,
    ],
  },
  failed: {
    title: "stateFailed",
    text: "stateFailedText",
    actions: [{ label: "tryAgain", run: (model: PopupModel) => model.check() }],
  },
};

interface StateNoteProps {
  readonly kind: NoteKind;
  readonly model: PopupModel;
  /** Replaces the state's own text. */
  readonly reason?: ComponentChildren;
}

/** Shows a state without a list, and what can be done. */
export function StateNote({ kind, model, reason }: StateNoteProps) {
  const { t } = useWording();
  const state = stateTexts[kind];
  const actions = state.actions.filter(({ needsHost }) => !needsHost || model.host !== null);
  return (
    <div class="state" data-state={kind}>
      <h1 class="headline" tabIndex={-1}>
        {t(state.title)}
      </h1>
      {(kind === "reading" || kind === "comparing") && <div class="progress" aria-hidden="true" />}
      {reason ?? <p>{t(state.text)}</p>}
      {actions.length > 0 && (
        <div class="actions">
          {actions.map(({ label, run }, index) => (
            <button
              key={label}
              type="button"
              class={index === 0 ? "primary" : "secondary"}
              onClick={() => void run(model)}
            >
              {t(label)}
            </button>
          ))}
        </div>
      )}
      {state.link && (
        <p>
          <a href={state.link.href} target="_blank" rel="noopener">
            {t(state.link.label)}
          </a>
        </p>
      )}
    </div>
  );
}
