import type { CardHost } from "../ui/hoverCard/cardHost.tsx";

/** A card that is made at the first request, and then does what it was told before. */
export interface LazyCard extends CardHost {
  /** The reader is at a mark: the card may be wanted soon. */
  prepare(): void;
}

type Act = (card: CardHost) => void;

/**
 * Returns a card that is made at the first request, and passes on what it was told meanwhile.
 * @param make rejects if the script of the card cannot be loaded; the next request tries again
 */
export function createLazyCard(make: () => Promise<CardHost>): LazyCard {
  let card: CardHost | null = null;
  let isBeingMade = false;
  let isRemoved = false;
  /** True if the card is open, or will be when it is made. */
  let isAwaited = false;
  let waiting: readonly Act[] = [];

  function prepare(): void {
    if (card !== null || isBeingMade || isRemoved) return;
    isBeingMade = true;
    make().then(take, giveUp);
  }

  function take(made: CardHost): void {
    if (isRemoved) {
      made.remove();
      return;
    }
    card = made;
    const acts = waiting;
    forget();
    for (const act of acts) act(made);
  }

  function giveUp(reason: unknown): void {
    isBeingMade = false;
    forget();
    console.error("Second Source", reason);
  }

  function forget(): void {
    waiting = [];
    isAwaited = false;
  }

  function whenMade(act: Act): void {
    if (card !== null) {
      act(card);
      return;
    }
    waiting = [...waiting, act];
    prepare();
  }

  return {
    prepare,
    get isOpen() {
      return card === null ? isAwaited : card.isOpen;
    },
    show(content, anchor, tone) {
      isAwaited = true;
      whenMade((made) => made.show(content, anchor, tone));
    },
    showNothingFound(anchor, tone) {
      isAwaited = true;
      whenMade((made) => made.showNothingFound(anchor, tone));
    },
    follow: () => card?.follow(),
    hide() {
      forget();
      card?.hide();
    },
    focusStep: (by) => whenMade((made) => made.focusStep(by)),
    announce: (match) => whenMade((made) => made.announce(match)),
    meet: (event) => card?.meet(event) ?? false,
    remove() {
      isRemoved = true;
      forget();
      card?.remove();
    },
  };
}
