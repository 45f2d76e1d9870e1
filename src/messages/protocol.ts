/**
 * The request and reply of each message. Longer than 300 lines, because it is one map of
 * signatures.
 */
import type {
  ArticleId,
  BlockFeatures,
  BlockLabel,
  MatchReport,
  Outlet,
  PageStatements,
  PassageId,
  PassageSpan,
  PublicationDate,
  QuoteContext,
  Relation,
} from "../engine/model/index.ts";
import type { ArchiveMessages, ArchiveState } from "./archiveProtocol.ts";
import type { CorporaMessages } from "./corporaProtocol.ts";
import type { EncodingMessages } from "./encodingProtocol.ts";
import type { FeedMessages } from "./feedProtocol.ts";
import type { KeptMessages } from "./keptProtocol.ts";
import type { MarkLook } from "./markLook.ts";
import type { PageText } from "./pageText.ts";
import type { StoryMessages } from "./storyProtocol.ts";

export type { PageText } from "./pageText.ts";

/** A page as it is displayed: what it states about itself, and its blocks. */
export interface PageContents {
  readonly statements: PageStatements;
  /** Empty if only a selection is read. */
  readonly blocks: readonly BlockFeatures[];
}

/** What the background understands of a page's contents. */
export interface PageUnderstanding {
  /** From the page's metadata. */
  readonly title: string | null;
  readonly url: string | null;
  readonly outlet: Outlet | null;
  readonly published: PublicationDate | null;
  readonly language: string | null;
  /** The number of words that the page states for its article; null if it does not. */
  readonly statedWords: number | null;
  /** One label per block, in order. */
  readonly labels: readonly BlockLabel[];
}

/**
 * A passage that public corpora have, with its relation, independent of what the reader keeps or
 * chose.
 */
export interface PublicMatch extends PassageSpan {
  readonly relation: Relation;
}

/**
 * The first answer: what the page's own scripts may see. It is made before anything private is
 * read, so that not even its timing depends on that.
 */
export interface PublicAnswer {
  /** In page order; the same for every reader with the same public corpora. */
  readonly matches: readonly PublicMatch[];
  /** False if the reader has chosen what is shown, or how: public marks then have no style. */
  readonly isSeen: boolean;
  /** The second answer, if there is nothing private to add; null if it must be requested. */
  readonly whole: PageAnswer | null;
}

/** The second answer: what the reader sees. */
export interface PageAnswer {
  readonly report: MatchReport;
  /**
   * All passages of the page, matched or not, so that each is measured and drawn in the same way;
   * null if the public marks show the whole report.
   */
  readonly passages: readonly PassageSpan[] | null;
}

/** The number of a page's passages that have been compared by meaning. */
export interface MeaningProgress {
  readonly done: number;
  readonly of: number;
}

/** The answer by meaning that follows the second answer, in several parts; `of` is 0 if nothing is compared by meaning. */
export interface MeaningAnswer extends MeaningProgress {
  /** Replaces the answer before; null if that one is still valid. */
  readonly answer: PageAnswer | null;
  /** Null if no archive is asked. */
  readonly archive: ArchiveState | null;
}

/** The reader's settings, as far as a content script needs them. */
export interface FrameSettings {
  /** False if the reader has switched off the frame's site, its tab's, or everything. */
  readonly isOn: boolean;
  readonly look: MarkLook;
}

/** The number of words of an article that were read, and the number that its page states. */
export interface ReadExtent {
  readonly words: number;
  readonly of: number;
}

/** What the popup knows of the page in a tab. */
export type PageState =
  /** `words`: the number of words sent to be compared; null while the page is still read. */
  | { readonly kind: "reading"; readonly words: number | null }
  | { readonly kind: "off" }
  | { readonly kind: "failed"; readonly problem: ProblemCode }
  | {
      readonly kind: "matched";
      readonly report: MatchReport;
      /** For each match of the report: true if it could be placed on the page. */
      readonly placed: readonly boolean[];
      /** For each match: the text around its passage. */
      readonly contexts?: readonly QuoteContext[];
      /** Null if nothing is compared by meaning. */
      readonly meaning: MeaningProgress | null;
      /** Null if no archive is asked. */
      readonly archive: ArchiveState | null;
      /** Set only if far less was read than the page states: the rest may be for subscribers. */
      readonly part?: ReadExtent;
    };

/** Where the reader is on a page. */
export interface PagePosition {
  /** Increases whenever the matches change; the page then has to be described again. */
  readonly revision: number;
  /** Index in the report of the topmost marked passage in view; null if there is none. */
  readonly index: number | null;
  /** As in PageState. */
  readonly meaning: MeaningProgress | null;
  readonly archive: ArchiveState | null;
}

/** Whether the extension reads a tab, and the reason if it does not. */
export type TabStatus =
  | { readonly kind: "on" }
  /** The reader has switched Second Source off everywhere for the time being. */
  | { readonly kind: "offEverywhere" }
  /** The reader has switched this site off. */
  | { readonly kind: "offHere" }
  /** The reader chose "only when I click", or this site is not among the chosen ones. */
  | { readonly kind: "onClick" }
  /**
   * The reader's choice needs a host permission that the browser has not granted, or has revoked.
   */
  | { readonly kind: "noPermission" }
  /** The browser does not let extensions read this page. */
  | { readonly kind: "notAllowed" };

/** The code of a problem; the interface has the words for it. */
export type ProblemCode =
  /** Neither the page nor the background answered. */
  | "silent"
  /** The browser does not let extensions read the page. */
  | "pageForbidden"
  /** The extension's own articles cannot be read; only reinstalling helps. */
  | "bundledUnreadable"
  /** A fault of the extension; the details are logged. */
  | "unexpected";

/**
 * What was wrong with the library and what was done. "bundledRebuilt": a segment was set aside and
 * rebuilt from its articles. "ownUnreadable": the browser cannot read what is stored.
 * "ownOfLaterVersion": a later version of the extension stored it. With either of these, pages are
 * compared with the bundled articles alone. "ownNotUpdated": an earlier version stored it and it
 * could not be converted, so it is searched but nothing can be added.
 */
export interface LibraryProblem {
  readonly code: "bundledRebuilt" | "ownUnreadable" | "ownOfLaterVersion" | "ownNotUpdated";
  /** The fault, as a technical word ("truncated"). */
  readonly fault: string;
}

/** The library that is searched, and its problems. */
export interface LibraryStatus {
  readonly articles: number;
  readonly outlets: number;
  readonly problems: readonly LibraryProblem[];
  /** True if an archive is asked about pages, besides the library. */
  readonly asksArchive?: boolean;
}

/**
 * A corpus passage that the reader removed from a match, identified by its words, because ids
 * change with the index.
 */
export interface DismissedVersion {
  /** The page's words, cut to `identifyingChars`. */
  readonly page: string;
  readonly article: ArticleId;
  readonly outlet: string;
  /** The corpus passage's words, cut likewise. */
  readonly corpus: string;
}

/** The characters of a passage that are enough to identify it. */
export const identifyingChars = 300;

/** The most characters of a typed text that are looked up: some sentences. */
export const sentenceChars = 2_000;

/**
 * A passage that the reader opens in the list from its card. It is identified by its words, because
 * indices change.
 */
export interface AskedPassage {
  /** The page's words, cut to `identifyingChars`. */
  readonly page: string;
  /** The version to compare with the page's words at once; null to show just the passage. */
  readonly compare: PassageId | null;
}

/** The reader's choices of what is shown. */
export interface ReportChoices {
  /** 0..1: matches with a lower score are doubtful, and shown on request. */
  readonly leastScore: number;
  readonly relationsHidden: readonly Relation[];
  /** Dismissed versions, the newest last. */
  readonly dismissed: readonly DismissedVersion[];
}

/**
 * Messages of the scripts in pages to the background. A page may only have itself matched, and its
 * cards may do what they offer.
 */
export interface PageMessages {
  /** gate → background: this page looks like an article. */
  "gate/articleSeen": { request: Record<string, never>; reply: { started: boolean } };
  /** content → background: which of these blocks are the article's, and which article it is. */
  "page/understand": { request: { page: PageContents }; reply: PageUnderstanding };
  /**
   * content → background: match this page with the public corpora. `isAgain`: it was asked before
   * about this text, so that this is no other visit.
   */
  "page/matchPublic": { request: { page: PageText; isAgain: boolean }; reply: PublicAnswer };
  /**
   * content → background: match this page with all corpora. Sent if the first answer is not
   * complete.
   */
  "page/match": { request: { page: PageText; isAgain: boolean }; reply: PageAnswer };
  /**
   * content → background: compare the next passages by meaning, starting at an offset in the body,
   * and ask the archive. `answered` is the `done` of the last answer that had one, 0 before;
   * `isCompared`: comparing by meaning is finished and only the archive is awaited. Null if there
   * is neither.
   */
  "page/meaning": {
    request: { page: PageText; from: number; answered: number; isCompared: boolean };
    reply: MeaningAnswer | null;
  };
  /** content → background: the reader's settings for my frame. */
  "frame/settings": { request: Record<string, never>; reply: FrameSettings };
  /** content → background: put the card's script into my frame; answered when it has run. */
  "card/fetch": { request: Record<string, never>; reply: { fetched: boolean } };
  /** card → background: open the list, in popup or side panel, at this passage. */
  "list/open": { request: AskedPassage; reply: { opened: boolean } };
}

/** Messages to the background from cards in pages and from our own pages. */
export interface DismissalMessages {
  /** card, popup → background: dismisses a version permanently; `match/restore` reverses it. */
  "match/dismiss": { request: DismissedVersion; reply: ReportChoices };
  "match/restore": { request: DismissedVersion; reply: ReportChoices };
}

/** Messages of our own pages to the background, about pages and the choices for them. */
export interface ControlMessages {
  /** popup → background: the status of a tab. */
  "tab/status": { request: { tabId: number }; reply: TabStatus };
  /** popup → background: read this tab now, article or not. */
  "tab/check": { request: { tabId: number }; reply: { started: boolean } };
  /** popup → background: switch the site of a tab on or off. */
  "site/switch": { request: { host: string; on: boolean }; reply: { on: boolean } };
  /**
   * popup, settings → background: switches the extension off on all pages, whatever was chosen for
   * them, or on again.
   */
  "everywhere/switch": { request: { on: boolean }; reply: { on: boolean } };
  /**
   * first run → background: who else printed this sentence? By its words, or by its meaning too;
   * null if that is off.
   */
  "sentence/match": {
    request: { text: string; byMeaning: boolean };
    reply: MatchReport | null;
  };
  "library/status": { request: Record<string, never>; reply: LibraryStatus };
  "choices/read": { request: Record<string, never>; reply: ReportChoices };
  "choices/change": {
    request: { leastScore: number; relationsHidden: readonly Relation[] };
    reply: ReportChoices;
  };
  /**
   * first run → background: sets where to work. The caller has asked for host permission in its
   * click handler.
   */
  "workMode/choose": { request: { mode: WorkMode }; reply: { mode: WorkMode } };
}

/** Messages to the background: name → request and reply. New messages are added here first. */
export interface BackgroundMessages
  extends ArchiveMessages,
    ControlMessages,
    CorporaMessages,
    DismissalMessages,
    EncodingMessages,
    FeedMessages,
    KeptMessages,
    PageMessages,
    StoryMessages {}

/**
 * "everywhere": every news page; "chosenSites": the sites that the reader granted; "onClick": none
 * until asked.
 */
export type WorkMode = "everywhere" | "chosenSites" | "onClick";

/** Messages to the content script of a tab. */
export interface TabMessages {
  "page/describe": { request: Record<string, never>; reply: PageState };
  /**
   * The reader's position; cheap enough to be requested twice a second by a list that follows the
   * page.
   */
  "page/position": { request: Record<string, never>; reply: PagePosition };
  /** Scrolls to the match with this index in the report and flashes it. */
  "page/jumpTo": { request: { index: number }; reply: { placed: boolean } };
  /**
   * Moves to the next or previous marked passage, opens its card and gives it the keyboard focus.
   */
  "page/step": { request: StepRequest; reply: { placed: boolean } };
}

/** What has changed: settings, choices of what is shown, or what is searched. */
export type FrameChange = "settings" | "choices" | "library";

/** Messages of the background to the content scripts of all tabs. */
export interface FrameMessages {
  /** What the frame shows depends on something that has changed; the frame asks again. */
  "frame/changed": { request: { what: FrameChange }; reply: Record<string, never> };
}

/** A step from mark to mark, in one frame of a page. */
export interface StepRequest {
  readonly by: 1 | -1;
  /** True if the step comes from another frame: the first or last mark is next. */
  readonly isEntering: boolean;
  /**
   * True if no other frame has marks, so that the first mark follows the last. Otherwise the frame
   * says that there is no further one.
   */
  readonly isAlone: boolean;
}

/** The reply that is sent: never an Error object. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: ProblemCode };

/** A message as it is sent: its name and its request. */
export interface Envelope {
  readonly secondSource: string;
  readonly request: unknown;
}
