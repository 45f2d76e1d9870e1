import { type ReadonlySignal, signal } from "@preact/signals";
import type { BackgroundClient } from "../../../messages/client.ts";
import type {
  CorporaStatus,
  ExportFormat,
  LibraryLimits,
  PackOutcome,
} from "../../../messages/corporaProtocol.ts";

import type { SavedFile } from "../../report/viewProps.ts";

/** The notice of the last action. */
export type CorporaNotice =
  | PackOutcome
  | ("failed" | "unreadable" | "notAnAddress" | "notGranted" | "exported")
  /** Can be undone. */
  | "packRemoved";

/** What the section needs from the browser, given by main.tsx. */
export interface CorporaPorts {
  readonly background: BackgroundClient;
  /** Stores files for an import; afterwards none of them can get lost. */
  enqueue(files: readonly File[]): Promise<"stored" | "storageFull">;
  /** Asks the browser for permission to read a site; must be called in a click handler. */
  requestHost(host: string): Promise<boolean>;
  /** Saves the zip that is stored under this id to the downloads folder. */
  saveExport(id: string, format: ExportFormat): Promise<void>;
  /** Saves a file to the downloads folder. */
  save(file: SavedFile): void;
  /** Resolves when the progress of an import is due to be read again. */
  rest(): Promise<void>;
}

/** The reader's corpora as the settings show them. */
export interface CorporaModel {
  /** Null until it is known. */
  readonly status: ReadonlySignal<CorporaStatus | null>;
  readonly notice: ReadonlySignal<CorporaNotice | null>;
  /** Loads the status; afterwards it is updated until no import is running. */
  load(): Promise<void>;
  importFiles(files: readonly File[]): Promise<void>;
  cancelImport(id: string): Promise<void>;
  /** Continues an import that failed or waits. */
  retryImport(id: string): Promise<void>;
  /** Continues a waiting import with its next file. */
  skipImportFile(id: string): Promise<void>;
  forgetImport(id: string): Promise<void>;
  /**
   * Adds a pack by its address. Must be called in submit or click handlers, since it asks for
   * permission.
   */
  fetchPack(typed: string): Promise<void>;
  switchPack(id: string, isOn: boolean): Promise<void>;
  removePack(id: string): Promise<void>;
  /** Restores what the notice says was removed. */
  undoRemoval(): Promise<void>;
  /** Lets a waiting pack replace the installed one, or drops it. */
  answerPack(id: string, isWanted: boolean): Promise<void>;
  setLimits(limits: LibraryLimits): Promise<void>;
  exportAll(format: ExportFormat): Promise<void>;
  /** Saves the records that were set aside as a file; `forgetSetAside` deletes them. */
  saveSetAside(): Promise<void>;
  forgetSetAside(): Promise<void>;
}

/** Returns the model of the section on corpora. */
export function createCorporaModel(ports: CorporaPorts): CorporaModel {
  const { background } = ports;
  const status = signal<CorporaStatus | null>(null);
  const notice = signal<CorporaNotice | null>(null);
  let isWatching = false;

  async function look(): Promise<void> {
    status.value = await background("corpora/status", {});
  }

  /** Updates the progress of imports until none is running. */
  async function watch(): Promise<void> {
    if (isWatching) return;
    isWatching = true;
    try {
      while (status.value?.imports.some(({ state }) => state === "running")) {
        await ports.rest();
        await look();
      }
    } finally {
      isWatching = false;
    }
  }

  /** Runs an action of the reader and shows a notice if it fails. */
  async function attempt(run: () => Promise<CorporaNotice | null>): Promise<void> {
    notice.value = null;
    try {
      notice.value = await run();
    } catch {
      notice.value = "failed";
    }
    await orUnreadable(look);
    await orUnreadable(watch);
  }

  /**
   * Runs an action and reports if the status cannot be read, since a completely full disk may keep
   * the browser from reading, too.
   */
  async function orUnreadable(run: () => Promise<void>): Promise<void> {
    await run().catch(() => {
      notice.value = "unreadable";
    });
  }

  const change = (run: () => Promise<CorporaStatus>) =>
    attempt(async () => {
      status.value = await run();
      return null;
    });

  const removal = (run: () => Promise<CorporaStatus>) =>
    attempt(async () => {
      status.value = await run();
      return "packRemoved";
    });

  return {
    status,
    notice,
    async load() {
      await orUnreadable(look);
      void orUnreadable(watch);
    },
    importFiles: (files) =>
      attempt(async () => {
        if (files.length === 0) return null;
        if ((await ports.enqueue(files)) === "storageFull") return "storageFull";
        await background("corpora/import", {});
        return null;
      }),
    cancelImport: (id) => change(() => background("corpora/cancelImport", { id })),
    retryImport: (id) => change(() => background("corpora/retryImport", { id })),
    skipImportFile: (id) => change(() => background("corpora/skipImportFile", { id })),
    forgetImport: (id) => change(() => background("corpora/forgetImport", { id })),
    fetchPack: (typed) =>
      attempt(async () => {
        const address = webAddressIn(typed);
        if (address === null) return "notAnAddress";
        const isGranted = await ports.requestHost(address.hostname).catch(() => false);
        if (!isGranted) return "notGranted";
        return (await background("corpora/fetchPack", { address: address.href })).outcome;
      }),
    switchPack: (id, isOn) => change(() => background("corpora/switchPack", { id, isOn })),
    answerPack: (id, isWanted) =>
      isWanted
        ? change(() => background("corpora/answerPack", { id, isWanted }))
        : removal(() => background("corpora/answerPack", { id, isWanted })),
    removePack: (id) => removal(() => background("corpora/removePack", { id })),
    undoRemoval: () => change(() => background("corpora/restorePack", {})),
    setLimits: (limits) => change(() => background("corpora/setLimits", limits)),
    exportAll: (format) =>
      attempt(async () => {
        const { id } = await background("corpora/export", { format });
        await ports.saveExport(id, format);
        return "exported";
      }),
    saveSetAside: () =>
      attempt(async () => {
        const { text } = await background("corpora/readSetAside", {});
        ports.save({ name: "set-aside.json", mediaType: "application/json", text });
        return "exported";
      }),
    forgetSetAside: () => change(() => background("corpora/forgetSetAside", {})),
  };
}

function webAddressIn(typed: string): URL | null {
  const text = typed.trim();
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  return url.protocol === "https:" || url.protocol === "http:" ? url : null;
}
