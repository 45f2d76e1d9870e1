/**
 * The card's script. It is injected into a frame when the reader first comes to a mark, since most
 * pages are read without a card.
 */
import { message } from "../../platform/browser/words.ts";
import { createWording } from "../components/wording.ts";
import { createCardHost } from "./cardHost.tsx";
import { storeCardMaker } from "./cardMaker.ts";

storeCardMaker(globalThis, (surface, styles, actions) => {
  const wording = createWording(message, navigator.language);
  return createCardHost(surface, { wording, styles }, actions);
});
