import type { RelationStyles } from "../components/markStyles.ts";
import type { CardActions } from "./cardActions.ts";
import type { CardHost, CardSurface } from "./cardHost.tsx";

/** Makes a root of ours ready to show cards, in the words of the reader's language. */
export type CardMaker = (
  surface: CardSurface,
  styles: RelationStyles,
  actions: CardActions,
) => CardHost;

/** Under this symbol's name the card's script leaves the maker in its frame's world. */
const makerKey = Symbol.for("second-source card");

/** The maker in a world; undefined where the card's script has not run. */
export function cardMakerIn(world: object): CardMaker | undefined {
  return Reflect.get(world, makerKey) as CardMaker | undefined;
}

/** Leaves a maker in a world, in place of one that an earlier version of ours left there. */
export function leaveCardMaker(world: object, maker: CardMaker): void {
  Reflect.set(world, makerKey, maker);
}
