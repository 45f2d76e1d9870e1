import type { BackgroundClient, TabClient } from "../../messages/client.ts";
import type { ListOrder } from "../../messages/defaultChoices.ts";
import type { AskedPassage } from "../../messages/protocol.ts";
import type { SavedFile } from "../report/viewProps.ts";
import type { StarterOutlet } from "../starterFeeds/starterOutlets.ts";

/** What the popup needs from the browser, given by main.tsx. */
export interface PopupPorts {
  readonly background: BackgroundClient;
  readonly tab: TabClient;
  readonly tabId: number;
  /** Host of the tab's page; null if it is not a web page or unknown. */
  readonly host: string | null;
  /** The initial order of passages: the reader's last choice here. */
  readonly order: ListOrder;
  /** Stores the order of passages. */
  keepOrder(order: ListOrder): void;
  /** Asks the browser for permission to read one site; must be called in a click handler. */
  requestHost(host: string): Promise<boolean>;
  /** Asks for permission to read every web page; must be called in a click handler. */
  requestEveryPage(): Promise<boolean>;
  /** Resolves to the outlets that can be offered. */
  readStarters(): Promise<readonly StarterOutlet[]>;
  wait(delayMs: number): Promise<void>;
  /**
   * Resolves, once, to the passage that the reader opened from a card of this tab; null if there is
   * none.
   */
  takeAsked(): Promise<AskedPassage | null>;
  /** Calls back whenever the reader asks for a passage, until the signal aborts. */
  watchAsked(callback: () => void, signal: AbortSignal): void;
  /** Copies text to the clipboard. */
  copy(text: string): Promise<void>;
  /** Searches for words with the reader's search engine. */
  search(words: string): Promise<void>;
  /** Saves a file to the downloads folder. */
  save(file: SavedFile): void;
}
