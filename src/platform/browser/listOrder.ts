import { defaultOrder, type ListOrder, type ListSurface } from "../../messages/defaultChoices.ts";
import { browser } from "./api.ts";

const keyOf = (place: ListSurface) => `listOrder ${place}`;

/** Returns the order that the reader chose for a list; ignores other stored values. */
export async function readListOrder(place: ListSurface): Promise<ListOrder> {
  const stored = (await browser.storage.local.get(keyOf(place)))[keyOf(place)];
  return stored === "weight" || stored === "page" ? stored : defaultOrder[place];
}

/** Stores the order that the reader chose for a list. */
export async function writeListOrder(place: ListSurface, order: ListOrder): Promise<void> {
  await browser.storage.local.set({ [keyOf(place)]: order });
}
