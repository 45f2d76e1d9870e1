import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { ArticleId, PageMatch, Reference } from "../../engine/model/index.ts";
import type { ArchiveState } from "../../messages/archiveProtocol.ts";
import type { ListOrder } from "../../messages/defaultChoices.ts";
import { dismissedVersion } from "../../messages/dismissedVersion.ts";
import type {
  AskedPassage,
  DismissedVersion,
  LibraryStatus,
  MeaningProgress,
} from "../../messages/protocol.ts";
import type { RetrievalTimes } from "../report/exportFacts.ts";
import type { SavedFile } from "../report/viewProps.ts";
import type { PopupPorts } from "./popupPorts.ts";
import { failure, hasMatches, type PopupView, withoutReference } from "./popupView.ts";
import { createTabReading } from "./tabReading.ts";

/** The notice of the last action, for the popup's live region. */
export type Notice =
  | "jumped"
  | "unplaced"
  | "permissionRefused"
  | "dismissed"
  | "copied"
  | "copyFailed"
  | "searchFailed"
  | null;

/** The popup's state and actions. Nothing is stored: the state is requested at each opening. */
export interface PopupModel {
  readonly view: ReadonlySignal<PopupView>;
  readonly library: ReadonlySignal<LibraryStatus | null>;
  readonly notice: ReadonlySignal<Notice>;
  /** The progress of comparing by meaning; null if only words are compared. */
  readonly meaning: ReadonlySignal<MeaningProgress | null>;
  /** The state of the archive's answer; null if none is asked. */
  readonly archive: ReadonlySignal<ArchiveState | null>;
  /** True while either is unfinished, so that more may be found. */
  readonly isComparing: ReadonlySignal<boolean>;
  /** Index of the match that the page shows now; only updated by `follow`. */
  readonly inView: ReadonlySignal<number | null>;
  /** The passage that the reader opened from its card; null after it has been shown. */
  readonly asked: ReadonlySignal<AskedPassage | null>;
  /** The order of the passages. */
  readonly order: ReadonlySignal<ListOrder>;
  readonly host: string | null;
  /** Loads the state from page and background; resolves when the view is final. */
  load(): Promise<void>;
  /** Shows passages that the reader opens from cards, until the signal aborts. */
  listen(signal: AbortSignal): void;
  /** Updates the reader's position, and the matches if they changed. */
  follow(): Promise<void>;
  /** Reads the page now, article or not. */
  check(): Promise<void>;
  switchSite(on: boolean): Promise<void>;
  /** Switches Second Source off on all pages, or back to what was chosen. */
  switchEverywhere(on: boolean): Promise<void>;
  /** Changes the order of the passages permanently. */
  setOrder(order: ListOrder): void;
  jumpTo(index: number): Promise<void>;
  /** Dismisses a version permanently; `undoDismissal` restores the last one. */
  dismiss(match: PageMatch, reference: Reference): Promise<void>;
  undoDismissal(): Promise<void>;
  copy(text: string): Promise<void>;
  search(words: string): Promise<void>;
  save(file: SavedFile): void;
  /** Resolves to the times when articles came into the library. */
  retrieved(articles: readonly ArticleId[]): Promise<RetrievalTimes>;
  /** Asks for permission for this site, and checks it from now on. Click handlers only. */
  alwaysHere(): Promise<void>;
  /** Asks for permission for every page, as the reader's choice needs. Click handlers only. */
  allowEveryPage(): Promise<void>;
}

/** Returns the model of the popup, without loading anything. */
export function createPopupModel(ports: PopupPorts): PopupModel {
  const view = signal<PopupView>({ kind: "reading", words: null });
  const meaning = signal<MeaningProgress | null>(null);
  const archive = signal<ArchiveState | null>(null);
  const isComparing = computed(
    () =>
      archive.value?.kind === "asking" ||
      (meaning.value !== null && meaning.value.done < meaning.value.of),
  );
  const library = signal<LibraryStatus | null>(null);
  const notice = signal<Notice>(null);
  const inView = signal<number | null>(null);
  const asked = signal<AskedPassage | null>(null);
  const order = signal(ports.order);
  const { background, tab, host } = ports;
  const reading = createTabReading(ports, (words) => show({ kind: "reading", words }));
  /** The revision of the report that is shown; null if unknown. */
  let revision: number | null = null;
  let lastDismissed: DismissedVersion | null = null;

  function show(next: PopupView): void {
    view.value = next;
    meaning.value = next.kind === "matched" ? next.meaning : null;
    archive.value = next.kind === "matched" ? next.archive : null;
  }

  async function load(): Promise<void> {
    const status = loadLibrary();
    // Asked first: what changes in between has a later revision, and is fetched by following.
    const asking = tab("page/position", {}).catch(() => null);
    const [next, position] = await Promise.all([reading.current(), asking, takeAsked()]);
    revision = position?.revision ?? null;
    // Without matches, the text depends on what was compared; a list does not wait.
    if (!hasMatches(next)) await status;
    show(next);
  }

  async function takeAsked(): Promise<void> {
    asked.value = (await ports.takeAsked().catch(() => null)) ?? asked.value;
  }

  async function loadLibrary(): Promise<void> {
    // The view of the page reports problems; the footer only leaves its line out.
    library.value = await background("library/status", {}).catch(() => null);
  }

  async function follow(): Promise<void> {
    if (view.value.kind === "reading") return;
    try {
      const position = await tab("page/position", {});
      const isSameReport = position.revision === revision;
      if (!isSameReport) {
        revision = position.revision;
        show(await reading.current());
      } else if (inView.value !== null && position.index !== inView.value) {
        asked.value = null;
      }
      meaning.value = position.meaning;
      archive.value = position.archive;
      inView.value = position.index;
    } catch {
      // The page is gone or was never read, so the background is asked once.
      inView.value = null;
      if (revision === null) return;
      revision = null;
      show(await reading.current());
    }
  }

  async function check(): Promise<void> {
    notice.value = null;
    show({ kind: "reading", words: null });
    show(await reading.check());
    if (library.value === null) await loadLibrary();
  }

  /**
   * Lets the background change where pages are read; the page is read again if that includes it.
   */
  async function change(
    request: () => Promise<unknown>,
    instead: PopupView | null = null,
  ): Promise<void> {
    notice.value = null;
    try {
      await request();
    } catch (error) {
      show(failure(error));
      return;
    }
    if (instead === null) await check();
    else show(instead);
  }

  async function jumpTo(shownAt: number): Promise<void> {
    notice.value = null;
    try {
      const index = isComparing.value ? await currentIndexOf(shownAt) : shownAt;
      const { placed } = await tab("page/jumpTo", { index });
      notice.value = placed ? "jumped" : "unplaced";
    } catch (error) {
      show(failure(error));
    }
  }

  /**
   * Returns the present index in the page's report of a shown match, which may change while more is
   * found.
   */
  async function currentIndexOf(shownAt: number): Promise<number> {
    const before = matchesShown()[shownAt];
    await follow();
    const at = matchesShown().findIndex((match) => before && isSamePassage(match, before));
    return at < 0 ? shownAt : at;
  }

  function matchesShown(): readonly PageMatch[] {
    return view.value.kind === "matched" ? view.value.report.matches : [];
  }

  /**
   * Removes the version from the view at once, then waits for the page, whose report has other
   * indices afterwards.
   */
  async function dismiss(match: PageMatch, reference: Reference): Promise<void> {
    const version = dismissedVersion(match, reference);
    if (view.value.kind === "matched") show(withoutReference(view.value, match, reference));
    show(await reading.rematched(() => background("match/dismiss", version)));
    lastDismissed = version;
    notice.value = "dismissed";
  }

  async function undoDismissal(): Promise<void> {
    const version = lastDismissed;
    if (version === null) return;
    lastDismissed = null;
    notice.value = null;
    show(await reading.rematched(() => background("match/restore", version)));
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

  /**
   * Resolves to the answer to a permission question, which was asked while the click still counted
   * as the reader's.
   */
  async function isGrantedBy(question: Promise<boolean>): Promise<boolean> {
    notice.value = null;
    const isGranted = await question.catch(() => false);
    if (!isGranted) notice.value = "permissionRefused";
    return isGranted;
  }

  return {
    view,
    library,
    notice,
    meaning,
    archive,
    isComparing,
    inView,
    asked,
    order,
    host,
    load,
    listen: (signal) => ports.watchAsked(() => void takeAsked(), signal),
    follow,
    check,
    async switchSite(on) {
      if (host === null) return;
      await change(() => background("site/switch", { host, on }), on ? null : { kind: "offHere" });
    },
    switchEverywhere: (on) =>
      change(() => background("everywhere/switch", { on }), on ? null : { kind: "offEverywhere" }),
    setOrder(next) {
      order.value = next;
      ports.keepOrder(next);
    },
    jumpTo,
    dismiss,
    undoDismissal,
    copy,
    search,
    save: ports.save,
    retrieved: (ids) => background("kept/times", { ids }),
    async alwaysHere() {
      if (host === null || !(await isGrantedBy(ports.requestHost(host)))) return;
      await change(() => background("workMode/choose", { mode: "chosenSites" }));
    },
    async allowEveryPage() {
      if (await isGrantedBy(ports.requestEveryPage())) await check();
    },
  };
}

function isSamePassage(a: PageMatch, b: PageMatch): boolean {
  return a.in === b.in && a.start === b.start && a.end === b.end && a.exact === b.exact;
}
