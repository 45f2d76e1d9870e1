import type { MatchReport } from "../engine/model/index.ts";
import type { PageText } from "./pageText.ts";

/** The archive that the reader has set up. Its key and password are kept elsewhere, and never travel. */
export interface ArchivePlace {
  /** Addresses of some nodes, without paths. */
  readonly nodes: readonly string[];
  /** The archive's name in the cluster. */
  readonly name: string;
  /** Null if the cluster knows no users. */
  readonly user: string | null;
}

/** Why an archive could not be asked, as a code: the interface has the words for it. */
export type ArchiveProblem =
  /** No node answers. */
  | "unreachable"
  /** Nodes answer, and parts of the archive do not. */
  | "unavailable"
  /** It took longer than a reader waits. */
  | "tooSlow"
  /** Name or password is missing or wrong. */
  | "notSignedIn"
  /** The user may not read it. */
  | "notAllowed"
  /** There is no archive of that name in the cluster. */
  | "notThere"
  | "wrongKey"
  /** It was pushed by another version of Second Source. */
  | "wrongVersion"
  /** What answers is no search cluster, or what it holds was changed. */
  | "badAnswer"
  /** No address of an archive was typed. */
  | "badAddress"
  /** The file holds no key of an archive. */
  | "notAKey"
  /** The browser does not let the extension ask its hosts. */
  | "noPermission"
  /** Its key could not be stored, or is not there any more. */
  | "notStored";

/** So many of the parts of an archive answered, of so many. */
export interface AnsweredParts {
  readonly answered: number;
  readonly of: number;
}

/** How asking the archive about a page stands. */
export type ArchiveState =
  | { readonly kind: "asking" }
  | { readonly kind: "answered" }
  | {
      readonly kind: "failed";
      readonly problem: ArchiveProblem;
      /** Null where that is not known. */
      readonly parts: AnsweredParts | null;
    };

/** What the archive says of a page by now. */
export type ArchiveAnswer =
  | Exclude<ArchiveState, { kind: "answered" }>
  | { readonly kind: "answered"; readonly report: MatchReport };

/** What a look at the archive found. */
export type ArchiveCheck =
  | {
      readonly kind: "connected";
      /** So many of the given nodes answer. */
      readonly nodes: number;
      readonly of: number;
      readonly articles: number;
    }
  | { readonly kind: "failed"; readonly problem: ArchiveProblem };

/** An archive as its reader gives it. */
export interface ArchiveSetup {
  /** As they were typed. */
  readonly addresses: readonly string[];
  /** What the key file holds. */
  readonly keyText: string;
  readonly user: string | null;
  readonly password: string | null;
}

/** How the reader's archive is set up. */
export interface ArchiveStatus {
  /** Null: there is none. */
  readonly place: ArchivePlace | null;
  readonly isOn: boolean;
}

/** Messages of the settings to the background, about the archive. */
export interface ArchiveMessages {
  "archive/status": { request: Record<string, never>; reply: ArchiveStatus };
  /**
   * Asks the archive once, and sets it up if it answers. Permission for its hosts is asked for by the
   * caller; `origins` are those that were granted for it.
   */
  "archive/setUp": {
    request: { setup: ArchiveSetup; origins: readonly string[] };
    reply: ArchiveCheck;
  };
  "archive/check": { request: Record<string, never>; reply: ArchiveCheck };
  "archive/switch": { request: { on: boolean }; reply: ArchiveStatus };
  /** Forgets it with its key; `origins` are those that were granted for it. */
  "archive/remove": { request: Record<string, never>; reply: { origins: readonly string[] } };
}

/** A page, and the archive that is asked about it. */
export interface ArchiveQuestion {
  readonly place: ArchivePlace;
  /** Names the asking document in its frame. */
  readonly document: string;
  readonly page: PageText;
  /** Whether the answer may wait a second for the archive's. */
  readonly waits: boolean;
}

/** Messages to the offscreen room, about the archive. */
export interface OffscreenArchiveMessages {
  /** Begins to ask, or tells how that stands. What nobody asks for any more is given up. */
  "offscreen/askArchive": { request: ArchiveQuestion; reply: ArchiveAnswer };
  /** Asks once; where that answers, key and password are stored, and `place` says where it is. */
  "offscreen/setUpArchive": {
    request: ArchiveSetup;
    reply: { check: ArchiveCheck; place: ArchivePlace | null };
  };
  "offscreen/checkArchive": { request: { place: ArchivePlace }; reply: ArchiveCheck };
  /** Stops asking, and forgets key and password if that is wanted. */
  "offscreen/stopArchive": { request: { forgets: boolean }; reply: Record<string, never> };
}
