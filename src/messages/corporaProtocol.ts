import type { Omission, RefusalReason } from "../engine/model/index.ts";

/** The limits that the reader set. */
export interface LibraryLimits {
  /** The most bytes of article records and their segments. */
  readonly mostBytes: number;
  /** Articles that were only read are removed after this many days; null: never. */
  readonly readDays: number | null;
}

/** A pack in a list. */
export interface ListedPack {
  readonly id: string;
  readonly name: string;
  readonly publisher: string;
  readonly licence: string;
  readonly date: string;
  readonly version: string;
  readonly articleCount: number;
  /** The address that the reader fetched it from; null for a file. */
  readonly address: string | null;
  readonly isOn: boolean;
  /**
   * Id of the installed pack of the same name that it may replace, if the reader agrees; else null.
   */
  readonly waitsFor: string | null;
}

/**
 * Why an import stopped: libraryFull (the storage limit is reached) · storageFull (the browser
 * could not store any more) · failed (an error).
 */
export type ImportProblem = "libraryFull" | "storageFull" | "failed";

/**
 * The state of an import. "waiting": two starts made no progress, because their process ended, so
 * the reader decides.
 */
export type ImportState = "running" | "waiting" | "cancelled" | "done" | "failed";

/** An import in a list; `share` of its bytes is done, 0..1. */
export interface ListedImport {
  readonly id: string;
  readonly state: ImportState;
  readonly problem: ImportProblem | null;
  /** The first file's name, and how many there are. */
  readonly name: string;
  /** The file that is being read, or would be next. */
  readonly file: string;
  readonly fileCount: number;
  readonly share: number;
  readonly added: number;
  readonly changed: number;
  readonly known: number;
  readonly refusedCount: number;
  /** The first of them, with the reason. */
  readonly refused: readonly { readonly item: string; readonly reason: RefusalReason }[];
  /** Values that could not be read, of articles that were kept. */
  readonly omittedCount: number;
  /** The first of them. */
  readonly omitted: readonly (Omission & { readonly item: string })[];
}

/** Everything that the reader has besides the bundled articles. */
export interface CorporaStatus {
  readonly articles: number;
  readonly bytes: number;
  readonly limits: LibraryLimits;
  readonly packs: readonly ListedPack[];
  readonly imports: readonly ListedImport[];
  /** Records that could not be read as what they should be, and were set aside. */
  readonly setAside: number;
  /**
   * The version in whose form everything is stored. "later": a later version, whose form this one
   * cannot read. "earlier": an earlier version, because the conversion failed; it is only read.
   */
  readonly storedForm: "ours" | "later" | "earlier";
}

/** The result of adding a pack by its address. */
export type PackOutcome =
  | "added"
  /** A pack of its name from elsewhere is installed: it waits for the reader's answer. */
  | "waiting"
  | "notModified"
  /** Not a pack, or a damaged one. */
  | "notAPack"
  | "unreachable"
  /** The address redirects to another site, which was not followed. */
  | "redirected"
  | "storageFull";

/** The format of an export of the whole library. */
export type ExportFormat = "jsonl" | "ninjs";

/** Messages of our own pages to the background, about the reader's corpora. */
export interface CorporaMessages {
  "corpora/status": { request: Record<string, never>; reply: CorporaStatus };
  /** Continues all imports that are not done. */
  "corpora/import": { request: Record<string, never>; reply: Record<string, never> };
  "corpora/cancelImport": { request: { id: string }; reply: CorporaStatus };
  /** Continues one that failed or waits. */
  "corpora/retryImport": { request: { id: string }; reply: CorporaStatus };
  /** Continues a waiting import with its next file. */
  "corpora/skipImportFile": { request: { id: string }; reply: CorporaStatus };
  "corpora/forgetImport": { request: { id: string }; reply: CorporaStatus };
  /** Host permission was asked for by the caller, in its click handler. */
  "corpora/fetchPack": { request: { address: string }; reply: { outcome: PackOutcome } };
  "corpora/switchPack": { request: { id: string; isOn: boolean }; reply: CorporaStatus };
  /** Lets a waiting pack replace the installed one, or drops it. */
  "corpora/answerPack": { request: { id: string; isWanted: boolean }; reply: CorporaStatus };
  "corpora/removePack": { request: { id: string }; reply: CorporaStatus };
  /** Restores the pack that was removed last; possible until the browser is closed. */
  "corpora/restorePack": { request: Record<string, never>; reply: CorporaStatus };
  "corpora/setLimits": { request: LibraryLimits; reply: CorporaStatus };
  /** Writes a zip of all own articles; its bytes wait in storage under this id. */
  "corpora/export": { request: { format: ExportFormat }; reply: { id: string } };
  /** Returns everything that was set aside, as JSON. */
  "corpora/readSetAside": { request: Record<string, never>; reply: { text: string } };
  "corpora/forgetSetAside": { request: Record<string, never>; reply: CorporaStatus };
  "corpora/removeEverything": { request: Record<string, never>; reply: Record<string, never> };
}
