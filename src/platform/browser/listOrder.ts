import { browser } from "./api.ts";

/** Where passages are listed: the popup shows what matters first, the panel follows the page. */
export type ListPlace = "popup" | "sidePanel";

type Order = "weight" | "page";

const usual: Readonly<Record<ListPlace, Order>> = { popup: "weight", sidePanel: "page" };

const keyOf = (place: ListPlace) => `listOrder ${place}`;

/** How the reader wants passages listed there; what is stored otherwise is not looked at. */
export async function readListOrder(place: ListPlace): Promise<Order> {
  const stored = (await browser.storage.local.get(keyOf(place)))[keyOf(place)];
  return stored === "weight" || stored === "page" ? stored : usual[place];
}

/** Remembers it. */
export async function writeListOrder(place: ListPlace, order: Order): Promise<void> {
  await browser.storage.local.set({ [keyOf(place)]: order });
}
