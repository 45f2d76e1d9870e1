import type { MatchReport } from "../engine/model/index.ts";
import type { PageText } from "./pageText.ts";

/**
 * The archive that the reader has set up. Its key and password are stored elsewhere and are not
 * part of messages.
 */
export interface ArchiveLocation {
  /** Addresses of some nodes, without paths. */
  readonly nodes: readonly string[];
  /** The archive's name in the cluster. */
  readonly name: string;
  /** Null if the cluster has no users. */
  readonly user: string | null;
}

/** Why an archive could not be asked, as a code; the interface has the words for it. */
export type ArchiveProblem =
  /** No node answers. */
  | "unreachable"
  /** Nodes answer, but parts of the archive do not. */
  | "unavailable"
  /** It took longer than a reader waits. */
  | "tooSlow"
  /** The name or the password is missing or wrong. */
  | "notSignedIn"
  /** The user has no permission to read it. */
  | "notAllowed"
  /** There is no archive of that name in the cluster. */
  | "notThere"
  | "wrongKey"
  /** It was pushed by another version of Second Source. */
  | "wrongVersion"
  /** The answer is not from a search cluster, or the archive's data were changed. */
  | "badAnswer"
  /** The input is not the address of an archive. */
  | "badAddress"
  /** The file is not the key of an archive. */
  | "notAKey"
  /** The extension has no permission for its hosts. */
  | "noPermission"
  /** Its key could not be stored, or is gone. */
  | "notStored";

/** The number of an archive's parts that answered, and their total. */
export interface AnsweredParts {
  readonly answered: number;
  readonly of: number;
}

/** The state of the archive's answer about a page. */
export type ArchiveState =
  | { readonly kind: "asking" }
  | {
      readonly kind: "answered";
      /** The parts that answered, if some did not; else null. */
      readonly parts: AnsweredParts | null;
    }
  | { readonly kind: "failed"; readonly problem: ArchiveProblem };

/** The archive's present answer about a page. */
export type ArchiveAnswer =
  | Exclude<ArchiveState, { kind: "answered" }>
  | (Extract<ArchiveState, { kind: "answered" }> & { readonly report: MatchReport });

/** The result of checking the archive. */
export type ArchiveCheck =
  | {
      readonly kind: "connected";
      /** The number of given nodes that answer. */
      readonly nodes: number;
      readonly of: number;
      readonly articles: number;
    }
  | { readonly kind: "failed"; readonly problem: ArchiveProblem };

/** An archive as the reader enters it. */
export interface ArchiveSetup {
  /** The addresses as typed. */
  readonly addresses: readonly string[];
  /** The contents of the key file. */
  readonly keyText: string;
  readonly user: string | null;
  readonly password: string | null;
}

/** The status of the reader's archive. */
export interface ArchiveStatus {
  /** Null if there is none. */
  readonly place: ArchiveLocation | null;
  readonly isOn: boolean;
}

/** Messages of the settings to the background about the archive. */
export interface ArchiveMessages {
  "archive/status": { request: Record<string, never>; reply: ArchiveStatus };
  /**
   * Asks the archive once, and sets it up if it answers. The caller has asked for permission for
   * its hosts; `origins` are those that were granted for it.
   */
  "archive/setUp": {
    request: { setup: ArchiveSetup; origins: readonly string[] };
    reply: ArchiveCheck;
  };
  "archive/check": { request: Record<string, never>; reply: ArchiveCheck };
  "archive/switch": { request: { on: boolean }; reply: ArchiveStatus };
  /** Deletes the settings and the key; `origins` are those that were granted for it. */
  "archive/remove": { request: Record<string, never>; reply: { origins: readonly string[] } };
}

/** A page, and the archive to ask about it. */
export interface ArchiveQuestion {
  readonly place: ArchiveLocation;
  /** Identifies the asking document in its frame. */
  readonly document: string;
  readonly page: PageText;
  /** True if the answer may wait a second for the archive's. */
  readonly waits: boolean;
}

/** Messages to the offscreen document about the archive. */
export interface OffscreenArchiveMessages {
  /**
   * Starts a request or returns its state. Requests that no page asks about any more are cancelled.
   */
  "offscreen/askArchive": { request: ArchiveQuestion; reply: ArchiveAnswer };
  /** Asks once and, if that succeeds, stores key and password; `place` is the archive's address. */
  "offscreen/setUpArchive": {
    request: ArchiveSetup;
    reply: { check: ArchiveCheck; place: ArchiveLocation | null };
  };
  "offscreen/checkArchive": { request: { place: ArchiveLocation }; reply: ArchiveCheck };
  /** Stops all requests; deletes key and password if `forgets`. */
  "offscreen/stopArchive": { request: { forgets: boolean }; reply: Record<string, never> };
}
