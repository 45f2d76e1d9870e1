import type { RelationStyles } from "../components/markStyles.ts";
import type { CardActions } from "./cardActions.ts";
import type { CardHost, CardSurface } from "./cardHost.tsx";

/** Prepares a root of ours for cards, with the interface strings of the reader's language. */
export type CardMaker = (
  surface: CardSurface,
  styles: RelationStyles,
  actions: CardActions,
) => CardHost;

/** The symbol under which the card's script stores the maker in its frame's world. */
const makerKey = Symbol.for("second-source card");

/** Returns the maker in a world; undefined if the card's script has not run. */
export function cardMakerIn(world: object): CardMaker | undefined {
  return Reflect.get(world, makerKey) as CardMaker | undefined;
}

/** Stores a maker in a world, replacing one that an earlier version of ours stored. */
export function storeCardMaker(world: object, maker: CardMaker): void {
  Reflect.set(world, makerKey, maker);
}
