import type { BackgroundClient, TabClient } from "../../messages/client.ts";
import type { AskedPassage } from "../../messages/protocol.ts";
import type { ListOrder } from "../../messages/usualChoices.ts";
import type { SavedFile } from "../report/viewProps.ts";
import type { StarterOutlet } from "../starterFeeds/starterOutlets.ts";

/** What the popup needs from the browser, given by main.tsx. */
export interface PopupPorts {
  readonly background: BackgroundClient;
  readonly tab: TabClient;
  readonly tabId: number;
  /** Host of the tab's page; null for what is not a web page or not known. */
  readonly host: string | null;
  /** How passages are listed at first: as the reader chose here last. */
  readonly order: ListOrder;
  /** Remembers how passages are to be listed here. */
  keepOrder(order: ListOrder): void;
  /** Asks the browser for permission to read one site; must be called in a click handler. */
  requestHost(host: string): Promise<boolean>;
  /** Asks for permission to read every web page; must be called in a click handler. */
  requestEveryPage(): Promise<boolean>;
  /** The outlets that a reader can begin with. */
  readStarters(): Promise<readonly StarterOutlet[]>;
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
