import { type ReadonlySignal, signal } from "@preact/signals";
import type { MatchReport, PageMatch, Reference } from "../../engine/model/index.ts";
import {
  type BackgroundClient,
  problemOf,
  type TabClient,
  UnansweredError,
} from "../../messages/client.ts";
import { dismissedVersion } from "../../messages/dismissedVersion.ts";
import type {
  AskedPassage,
  DismissedVersion,
  LibraryStatus,
  PageState,
  ProblemCode,
  TabStatus,
} from "../../messages/protocol.ts";
import type { SavedFile } from "../report/viewProps.ts";

/** What the popup shows of the page. */
export type PopupView =
  /** `words`: how many are being compared; null while the page is still read. */
  | { readonly kind: "reading"; readonly words: number | null }
  | { readonly kind: "matched"; readonly report: MatchReport; readonly placed: readonly boolean[] }
  /** The site is on, but the page was not taken for an article. */
  | { readonly kind: "notChecked" }
  | { readonly kind: "offHere" }
  | { readonly kind: "offEverywhere" }
  | { readonly kind: "onClick" }
  | { readonly kind: "noPermission" }
  | { readonly kind: "notAllowed" }
  | { readonly kind: "failed"; readonly problem: ProblemCode };

/** What just happened, said once in the popup's live region. */
export type Notice =
  | "jumped"
  | "unplaced"
  | "permissionRefused"
  | "dismissed"
  | "copied"
  | "copyFailed"
  | "searchFailed"
  | null;

/** What the popup needs from the browser, given by main.tsx. */
export interface PopupPorts {
  readonly background: BackgroundClient;
  readonly tab: TabClient;
  readonly tabId: number;
  /** Host of the tab's page; null for what is not a web page or not known. */
  readonly host: string | null;
  /** Asks the browser for permission to read one site; must be called in a click handler. */
  requestHost(host: string): Promise<boolean>;
  /** Asks for permission to read every web page; must be called in a click handler. */
  requestEveryPage(): Promise<boolean>;
  wait(delayMs: number): Promise<void>;
  /** What the reader asked to see from a card of this tab, once; null if nothing. */
  takeAsked(): Promise<AskedPassage | null>;
  /** Calls back whenever the reader asks for a passage, until the signal aborts. */
  watchAsked(callback: () => void, signal: AbortSignal): void;
  /** Puts text on the clipboard. */
  copy(text: string): Promise<void>;
  /** Hands words to the reader's search engine. */
  search(words: string): Promise<void>;
  /** Hands a file to the browser's downloads. */
  save(file: SavedFile): void;
}

/** The popup's state and what can be done with it. Nothing is kept: it is asked again at each opening. */
export interface PopupModel {
  readonly view: ReadonlySignal<PopupView>;
  readonly library: ReadonlySignal<LibraryStatus | null>;
  readonly notice: ReadonlySignal<Notice>;
  /** Index of the match that the page shows at the moment; only kept by `follow`. */
  readonly inView: ReadonlySignal<number | null>;
  /** The passage that the reader asked for from its card; null after it has been shown. */
  readonly asked: ReadonlySignal<AskedPassage | null>;
  readonly host: string | null;
  /** Asks page and background how things stand; resolves when the view is final. */
  load(): Promise<void>;
  /** Shows what is asked for from a card from now on. */
  listen(signal: AbortSignal): void;
  /** Catches up with the page: where the reader is, and whether other matches are shown by now. */
  follow(): Promise<void>;
  /** Reads the page now, article or not. */
  check(): Promise<void>;
  switchSite(on: boolean): Promise<void>;
  /** Switches Second Source off on all pages, or on again where it was on before. */
  switchEverywhere(on: boolean): Promise<void>;
  jumpTo(index: number): Promise<void>;
  /** Leaves a version out from now on; `undoDismissal` takes the last one back. */
  dismiss(match: PageMatch, reference: Reference): Promise<void>;
  undoDismissal(): Promise<void>;
  copy(text: string): Promise<void>;
  search(words: string): Promise<void>;
  save(file: SavedFile): void;
  /** Click handlers only. Asks for this site, and has it checked from now on. */
  alwaysHere(): Promise<void>;
  /** Click handlers only. Asks for every page, as the reader's choice needs. */
  allowEveryPage(): Promise<void>;
}

/** Short enough to feel at once, long enough not to keep a slow page busy. */
const pollDelayMs = 150;
/** A content script that has been put into a page answers within this many polls, or not at all. */
const patiencePolls = 40;

export function createPopupModel(ports: PopupPorts): PopupModel {
  const view = signal<PopupView>({ kind: "reading", words: null });
  const library = signal<LibraryStatus | null>(null);
  const notice = signal<Notice>(null);
  const inView = signal<number | null>(null);
  const asked = signal<AskedPassage | null>(null);
  const { background, tab, tabId, host } = ports;
  /** Of the report that is shown; null when it is not known. */
  let revision: number | null = null;
  let lastDismissed: DismissedVersion | null = null;

  async function load(): Promise<void> {
    const [next] = await Promise.all([currentView(), loadLibrary()]);
    view.value = next;
    await takeAsked();
  }

  async function takeAsked(): Promise<void> {
    asked.value = (await ports.takeAsked().catch(() => null)) ?? asked.value;
  }

  /** The page's own word, else what the background knows of the tab. */
  async function currentView(): Promise<PopupView> {
    try {
      const state = await pageState();
      if (state !== null && state.kind !== "off") return viewOfPage(state);
      // That it is off the page knows, and why, the background.
      const status = await background("tab/status", { tabId });
      return state !== null && status.kind === "on" ? viewOfPage(state) : viewOfTab(status);
    } catch (error) {
      return failure(error);
    }
  }

  /** Null if there is nobody in the page. */
  async function pageState(): Promise<PageState | null> {
    try {
      return await settledPage();
    } catch (error) {
      if (error instanceof UnansweredError) return null;
      throw error;
    }
  }

  /** Throws UnansweredError at once if there is nobody in the page. */
  async function settledPage(): Promise<PageState> {
    for (;;) {
      const state = await tab("page/describe", {});
      if (state.kind !== "reading") return state;
      view.value = { kind: "reading", words: state.words };
      await ports.wait(pollDelayMs);
    }
  }

  async function loadLibrary(): Promise<void> {
    try {
      library.value = await background("library/status", {});
    } catch {
      // The view of the page says what is wrong; the foot only leaves its line out.
      library.value = null;
    }
  }

  async function follow(): Promise<void> {
    if (view.value.kind === "reading") return;
    try {
      const position = await tab("page/position", {});
      if (position.revision !== revision) {
        revision = position.revision;
        view.value = await currentView();
      }
      if (inView.value !== null && position.index !== inView.value) asked.value = null;
      inView.value = position.index;
    } catch {
      // The page has gone, or was never read: what the background knows is asked once.
      inView.value = null;
      if (revision === null) return;
      revision = null;
      view.value = await currentView();
    }
  }

  async function check(): Promise<void> {
    notice.value = null;
    view.value = { kind: "reading", words: null };
    try {
      await background("tab/check", { tabId });
      view.value = viewOfPage(await startedPage());
    } catch (error) {
      view.value = failure(error);
    }
    if (library.value === null) await loadLibrary();
  }

  /** As settledPage, but gives a script that was just put into the page time to answer. */
  async function startedPage(): Promise<PageState> {
    for (let polls = 0; ; polls += 1) {
      try {
        return await settledPage();
      } catch (error) {
        if (!(error instanceof UnansweredError) || polls >= patiencePolls) throw error;
        await ports.wait(pollDelayMs);
      }
    }
  }

  async function switchSite(on: boolean): Promise<void> {
    if (host === null) return;
    notice.value = null;
    try {
      await background("site/switch", { host, on });
    } catch (error) {
      view.value = failure(error);
      return;
    }
    if (on) await check();
    else view.value = { kind: "offHere" };
  }

  async function switchEverywhere(on: boolean): Promise<void> {
    notice.value = null;
    try {
      await background("everywhere/switch", { on });
    } catch (error) {
      view.value = failure(error);
      return;
    }
    if (on) await check();
    else view.value = { kind: "offEverywhere" };
  }

  async function jumpTo(index: number): Promise<void> {
    notice.value = null;
    try {
      const { placed } = await tab("page/jumpTo", { index });
      notice.value = placed ? "jumped" : "unplaced";
    } catch (error) {
      view.value = failure(error);
    }
  }

  /** What is shown leaves it out at once; the page is waited for, since its report has other indices then. */
  async function dismiss(match: PageMatch, reference: Reference): Promise<void> {
    const version = dismissedVersion(match, reference);
    if (view.value.kind === "matched") view.value = withoutReference(view.value, match, reference);
    await changeChoices(() => background("match/dismiss", version));
    lastDismissed = version;
    notice.value = "dismissed";
  }

  async function undoDismissal(): Promise<void> {
    const version = lastDismissed;
    if (version === null) return;
    lastDismissed = null;
    notice.value = null;
    await changeChoices(() => background("match/restore", version));
  }

  /** Waits until the page has been matched with the new choices. */
  async function changeChoices(change: () => Promise<unknown>): Promise<void> {
    try {
      const before = await tab("page/position", {});
      await change();
      for (let polls = 0; polls < patiencePolls; polls += 1) {
        revision = (await tab("page/position", {})).revision;
        if (revision !== before.revision) break;
        await ports.wait(pollDelayMs);
      }
      view.value = await currentView();
    } catch (error) {
      view.value = failure(error);
    }
  }

  async function copy(text: string): Promise<void> {
    notice.value = null;
    notice.value = await ports.copy(text).then(
      () => "copied" as const,
      () => "copyFailed" as const,
    );
  }

  async function search(words: string): Promise<void> {
    notice.value = null;
    await ports.search(words).catch(() => {
      notice.value = "searchFailed";
    });
  }

  /** The browser is asked first of all, while the click still counts as the reader's. */
  async function isGrantedBy(asked: Promise<boolean>): Promise<boolean> {
    notice.value = null;
    const isGranted = await asked.catch(() => false);
    if (!isGranted) notice.value = "permissionRefused";
    return isGranted;
  }

  async function alwaysHere(): Promise<void> {
    if (host === null || !(await isGrantedBy(ports.requestHost(host)))) return;
    try {
      await background("workMode/choose", { mode: "chosenSites" });
    } catch (error) {
      view.value = failure(error);
      return;
    }
    await check();
  }

  async function allowEveryPage(): Promise<void> {
    if (await isGrantedBy(ports.requestEveryPage())) await check();
  }

  return {
    view,
    library,
    notice,
    inView,
    asked,
    host,
    load,
    listen: (signal) => ports.watchAsked(() => void takeAsked(), signal),
    follow,
    check,
    switchSite,
    switchEverywhere,
    jumpTo,
    dismiss,
    undoDismissal,
    copy,
    search,
    save: ports.save,
    alwaysHere,
    allowEveryPage,
  };
}

type MatchedView = Extract<PopupView, { kind: "matched" }>;

/** A match keeps its place in the report, also when it has no reference left: places are what the page knows. */
function withoutReference(
  { report, placed }: MatchedView,
  from: PageMatch,
  reference: Reference,
): MatchedView {
  const matches = report.matches.map((match) => {
    if (match.start !== from.start || match.in !== from.in) return match;
    const references = match.references.filter(
      ({ passage }) => passage.id !== reference.passage.id,
    );
    return { ...match, references, relation: references[0]?.relation ?? match.relation };
  });
  return { kind: "matched", report: { ...report, matches }, placed };
}

function viewOfPage(state: PageState): PopupView {
  switch (state.kind) {
    case "reading":
      return state;
    case "off":
      return { kind: "offHere" };
    case "failed":
      return { kind: "failed", problem: state.problem };
    case "matched":
      return { kind: "matched", report: state.report, placed: state.placed };
    default: {
      const never: never = state;
      return never;
    }
  }
}

/** "on" without an answering page means that the gate did not take it for an article. */
function viewOfTab(status: TabStatus): PopupView {
  return status.kind === "on" ? { kind: "notChecked" } : { kind: status.kind };
}

function failure(error: unknown): PopupView {
  return { kind: "failed", problem: problemOf(error) };
}
