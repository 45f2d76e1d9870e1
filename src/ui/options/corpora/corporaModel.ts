import { type ReadonlySignal, signal } from "@preact/signals";
import type { BackgroundClient } from "../../../messages/client.ts";
import type {
  CorporaStatus,
  CorpusLimits,
  ExportFormat,
  PackOutcome,
} from "../../../messages/corporaProtocol.ts";

import type { SavedFile } from "../../report/viewProps.ts";

/** What just happened, said once. */
export type CorporaNotice =
  | PackOutcome
  | ("failed" | "unreadable" | "notAnAddress" | "notGranted" | "exported")
  /** Can be undone. */
  | "packRemoved";

/** What the section needs from the browser, given by main.tsx. */
export interface CorporaPorts {
  readonly background: BackgroundClient;
  /** Stores files to be imported; from then on nothing of them is lost. */
  enqueue(files: readonly File[]): Promise<"stored" | "storageFull">;
  /** Asks the browser for permission to read a site; must be called in a click handler. */
  requestHost(host: string): Promise<boolean>;
  /** Hands the zip that waits in storage under this id to the browser's downloads. */
  saveExport(id: string): Promise<void>;
  /** Hands a file to the browser's downloads. */
  save(file: SavedFile): void;
  /** Resolves after the time between two looks at an import's progress. */
  rest(): Promise<void>;
}

/** The reader's corpora, as the settings show them. */
export interface CorporaModel {
  /** Null until it is known. */
  readonly status: ReadonlySignal<CorporaStatus | null>;
  readonly notice: ReadonlySignal<CorporaNotice | null>;
  /** Looks again until no import is running. */
  /** Resolves when the status is known; an import that runs is shown from then on. */
  load(): Promise<void>;
  importFiles(files: readonly File[]): Promise<void>;
  cancelImport(id: string): Promise<void>;
  /** Has an import that failed or waits go on. */
  retryImport(id: string): Promise<void>;
  /** Has an import that waits go on with its next file. */
  skipImportFile(id: string): Promise<void>;
  forgetImport(id: string): Promise<void>;
  /** Submit and click handlers only: permission is asked for. */
  fetchPack(typed: string): Promise<void>;
  switchPack(id: string, isOn: boolean): Promise<void>;
  removePack(id: string): Promise<void>;
  /** Puts back what the notice says was removed. */
  undoRemoval(): Promise<void>;
  /** Whether a pack that waits takes the place of the installed one, or goes. */
  answerPack(id: string, isWanted: boolean): Promise<void>;
  setLimits(limits: CorpusLimits): Promise<void>;
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

  /** Shows how imports get on, until none is running. */
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

  /** Runs something that the reader asked for, and says so when it fails. */
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

  /** A disk that is full to the last byte may keep the browser from reading, too. */
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
        await ports.saveExport(id);
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
