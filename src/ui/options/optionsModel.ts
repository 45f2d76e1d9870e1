import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { Relation } from "../../engine/model/index.ts";
import type { BackgroundClient } from "../../messages/client.ts";
import { defaultChoices } from "../../messages/defaultChoices.ts";
import { defaultLook, type MarkLook } from "../../messages/markLook.ts";
import type { DismissedVersion, ReportChoices } from "../../messages/protocol.ts";
import { attemptsOf } from "../components/attempt.ts";
import type { FirstRunModel } from "../firstRun/firstRunModel.ts";

/** The sites with a choice of the reader. */
export interface Sites {
  /** Hosts that are switched off. */
  readonly off: readonly string[];
  /** Match patterns that the browser lets Second Source read. */
  readonly granted: readonly string[];
}

/** The amount of stored choices and articles. */
export interface Gathered {
  readonly articles: number;
  readonly packs: number;
  readonly feeds: number;
}

/** The settings for all pages. */
export interface EveryPage {
  readonly isOffEverywhere: boolean;
  readonly look: MarkLook;
}

/** What the page needs from the browser, given by main.tsx. */
export interface OptionsPorts {
  readonly background: BackgroundClient;
  readSites(): Promise<Sites>;
  readEveryPage(): Promise<EveryPage>;
  writeLook(look: MarkLook): Promise<void>;
  /** Returns a permission to the browser. */
  removePermission(origin: string): Promise<boolean>;
  /** Asks the browser for the permission again; must be called in a click handler. */
  requestPermission(origin: string): Promise<boolean>;
  openShortcuts(): Promise<void>;
  /** Deletes everything that is stored for the reader, and returns all page permissions. */
  deleteAll(): Promise<void>;
}

/** The notice of the last action. */
export type OptionsNotice = "allDeleted" | "optionsFailed" | "notAHost" | "keptRemoved" | null;

/** The contents and actions of the settings page. */
export interface OptionsModel {
  /** The choice of where to work, as on the first page. */
  readonly where: FirstRunModel;
  readonly sites: ReadonlySignal<Sites>;
  readonly isOffEverywhere: ReadonlySignal<boolean>;
  readonly look: ReadonlySignal<MarkLook>;
  readonly choices: ReadonlySignal<ReportChoices>;
  /** The last count; null before, and if counting failed. */
  readonly gathered: ReadonlySignal<Gathered | null>;
  readonly notice: ReadonlySignal<OptionsNotice>;
  /** True if the last removal can be undone. */
  readonly canUndo: ReadonlySignal<boolean>;
  /**
   * Undoes the last removal. Must be called in click handlers, since it may ask for a permission.
   */
  undo(): Promise<void>;
  load(): Promise<void>;
  /** Switches all pages off, or back to what was chosen. */
  switchEverywhere(on: boolean): Promise<void>;
  setLook(change: Partial<MarkLook>): Promise<void>;
  switchSite(host: string, on: boolean): Promise<void>;
  /** Switches off the site that the reader typed: a host or an address. */
  switchOff(typed: string): Promise<void>;
  removePermission(origin: string): Promise<void>;
  setLeastScore(leastScore: number): Promise<void>;
  showRelation(relation: Relation, isShown: boolean): Promise<void>;
  restore(version: DismissedVersion): Promise<void>;
  openShortcuts(): Promise<void>;
  countGathered(): Promise<void>;
  deleteAll(): Promise<void>;
}

/** Returns the model of the settings page. */
export function createOptionsModel(ports: OptionsPorts, where: FirstRunModel): OptionsModel {
  const sites = signal<Sites>({ off: [], granted: [] });
  const isOffEverywhere = signal(false);
  const look = signal(defaultLook);
  const choices = signal<ReportChoices>(defaultChoices);
  const gathered = signal<Gathered | null>(null);
  const notice = signal<OptionsNotice>(null);
  /** Undoes the last removal. */
  const undoing = signal<(() => Promise<unknown>) | null>(null);
  const canUndo = computed(() => undoing.value !== null);
  const { background } = ports;

  const attemptOnly = attemptsOf<OptionsNotice>(notice, "optionsFailed");
  /** Runs an action of the reader, after which the removal before cannot be undone. */
  function attempt(run: () => Promise<void>): Promise<void> {
    undoing.value = null;
    return attemptOnly(run);
  }

  /** Removes something from a list; `back` restores it. */
  const remove = (run: () => Promise<unknown>, back: () => Promise<unknown>) =>
    attempt(async () => {
      await run();
      await readAll();
      notice.value = "keptRemoved";
      undoing.value = back;
    });

  async function readAll(): Promise<void> {
    const everyPage = ports.readEveryPage();
    [sites.value, choices.value] = await Promise.all([
      ports.readSites(),
      background("choices/read", {}),
    ]);
    ({ isOffEverywhere: isOffEverywhere.value, look: look.value } = await everyPage);
  }

  async function changeChoices(
    change: Partial<Pick<ReportChoices, "leastScore" | "relationsHidden">>,
  ): Promise<void> {
    const { leastScore, relationsHidden } = { ...choices.value, ...change };
    choices.value = await background("choices/change", { leastScore, relationsHidden });
  }

  const setSite = (host: string, on: boolean) => background("site/switch", { host, on });

  const switchSite = (host: string, on: boolean) =>
    on
      ? remove(
          () => setSite(host, true),
          () => setSite(host, false),
        )
      : attempt(async () => {
          await setSite(host, false);
          sites.value = await ports.readSites();
        });

  return {
    where,
    sites,
    isOffEverywhere,
    look,
    choices,
    gathered,
    notice,
    load: () => attempt(readAll),
    switchSite,
    switchEverywhere: (on) =>
      attempt(async () => {
        await background("everywhere/switch", { on });
        isOffEverywhere.value = !on;
      }),
    setLook: (change) =>
      attempt(async () => {
        const changed = { ...look.value, ...change };
        await ports.writeLook(changed);
        look.value = changed;
      }),
    async switchOff(typed) {
      const host = hostIn(typed);
      if (host === null) notice.value = "notAHost";
      else await switchSite(host, false);
    },
    removePermission: (origin) =>
      remove(
        () => ports.removePermission(origin),
        () => ports.requestPermission(origin),
      ),
    canUndo,
    undo() {
      // Must come first, while the click still counts as the reader's.
      const back = undoing.value?.();
      return attempt(async () => {
        await back;
        await readAll();
      });
    },
    setLeastScore: (leastScore) => attempt(() => changeChoices({ leastScore })),
    showRelation: (relation, isShown) =>
      attempt(() => {
        const others = choices.value.relationsHidden.filter((hidden) => hidden !== relation);
        return changeChoices({ relationsHidden: isShown ? others : [...others, relation] });
      }),
    restore: (version) =>
      remove(
        () => background("match/restore", version),
        () => background("match/dismiss", version),
      ),
    openShortcuts: () => attempt(ports.openShortcuts),
    countGathered: () =>
      attempt(async () => {
        gathered.value = null;
        const [{ articles, packs }, feeds] = await Promise.all([
          background("corpora/status", {}),
          background("feeds/list", {}),
        ]);
        gathered.value = { articles, packs: packs.length, feeds: feeds.length };
      }),
    deleteAll: () =>
      attempt(async () => {
        await ports.deleteAll();
        await readAll();
        notice.value = "allDeleted";
      }),
  };
}

/**
 * Returns the host in what somebody typed ("news.example", "https://news.example/a"); null if there
 * is none.
 */
export function hostIn(typed: string): string | null {
  const text = typed.trim();
  try {
    const { hostname, protocol } = new URL(/^[a-z]+:\/\//i.test(text) ? text : `https://${text}`);
    const isWeb = protocol === "https:" || protocol === "http:";
    return isWeb && /^[^\s]+$/.test(text) && hostname !== "" ? hostname : null;
  } catch {
    return null;
  }
}
