import { type ListOrder, type ListPlace, usualOrder } from "../../messages/usualChoices.ts";
import { browser } from "./api.ts";

const keyOf = (place: ListPlace) => `listOrder ${place}`;

/** How the reader wants passages listed there; what is stored otherwise is not looked at. */
export async function readListOrder(place: ListPlace): Promise<ListOrder> {
  const stored = (await browser.storage.local.get(keyOf(place)))[keyOf(place)];
  return stored === "weight" || stored === "page" ? stored : usualOrder[place];
}

/** Remembers it. */
export async function writeListOrder(place: ListPlace, order: ListOrder): Promise<void> {
  await browser.storage.local.set({ [keyOf(place)]: order });
}
