import { type ComponentChild, render } from "preact";
import type { PageMatch } from "../../engine/model/index.ts";
import type { RelationStyles } from "../components/markStyles.ts";
import { relationWordsOf } from "../components/relationWords.ts";
import { type Wording, WordingContext } from "../components/wording.ts";
import { CardNote } from "./CardNote.tsx";
import type { CardActions } from "./cardActions.ts";
import { placeCard, type Rectangle } from "./cardPlacement.ts";
import { type CardContent, HoverCard } from "./HoverCard.tsx";
import { hoverCardCss } from "./hoverCardCss.ts";

/** The place of a card: an element of ours on the page, and its closed root. */
export interface CardSurface {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
}

/** The interface strings of a card, and its look of relations. */
export interface CardAppearance {
  readonly wording: Wording;
  readonly styles: RelationStyles;
}

/** The words next to which the card is shown. */
export interface CardAnchor {
  /** Returns the present lines of the words, in the viewport. */
  readonly lines: () => readonly Rectangle[];
  /** The pointer's x position; null for the keyboard. */
  readonly pointerX: number | null;
  /** True if a finger opened the card, so that there are no pointer events until the next touch. */
  readonly isTouched: boolean;
}

/** Controls a card. */
export interface CardHost {
  readonly isOpen: boolean;
  show(content: CardContent, anchor: CardAnchor, tone: "light" | "dark"): void;
  /** Says, also to a screen reader, that nothing was found in the reader's selection. */
  showNothingFound(anchor: CardAnchor, tone: "light" | "dark"): void;
  /** Moves the card with its words; closes it when they are out of sight. */
  follow(): void;
  hide(): void;
  /**
   * Moves the keyboard focus into the card, to the arrow that the reader used, so that it can be
   * pressed again.
   */
  focusStep(by: 1 | -1): void;
  /** Makes a screen reader announce the reader's position; null clears the announcement. */
  announce(match: PageMatch | null): void;
  /**
   * Passes a pointer event to the card; returns true if it is over the card. The page's hit testing
   * (`elementFromPoint`) finds the card only while the pointer is over it, so a page cannot use it
   * to learn whether its words are marked.
   */
  meet(event: MouseEvent): boolean;
  /** Removes the card from its root. */
  remove(): void;
}

/** Prepares a root of ours for showing cards. */
export function createCardHost(
  { element: host, root }: CardSurface,
  { wording, styles }: CardAppearance,
  actions: CardActions,
): CardHost {
  const document = host.ownerDocument;
  addStyles(root, document, styles);
  refuseFakedEvents(root);
  const mount = root.appendChild(document.createElement("div"));
  const spoken = root.appendChild(document.createElement("div"));
  spoken.className = "spoken";
  spoken.setAttribute("role", "status");
  let anchor: CardAnchor | null = null;
  let returnTo: Element | null = null;

  function draw(card: ComponentChild): void {
    render(
      card && <WordingContext.Provider value={wording}>{card}</WordingContext.Provider>,
      mount,
    );
  }

  function open(card: ComponentChild, nextAnchor: CardAnchor): void {
    // Starts with a new card, without what was unfolded or scrolled in the last one.
    draw(null);
    draw(card);
    anchor = nextAnchor;
    reach(nextAnchor.isTouched);
    self.follow();
  }

  function reach(isInReach: boolean): void {
    mount.style.pointerEvents = isInReach ? "auto" : "none";
  }

  const self: CardHost = {
    get isOpen() {
      return anchor !== null;
    },
    show(content, nextAnchor, tone) {
      open(<HoverCard content={content} tone={tone} actions={actions} />, nextAnchor);
    },
    showNothingFound(nextAnchor, tone) {
      const text = wording.t("selectionNothing");
      open(<CardNote text={text} tone={tone} />, nextAnchor);
      spoken.textContent = text;
    },
    follow() {
      const card = cardIn(mount);
      if (!anchor || !card) return;
      if (!standBy(card, host, anchor)) self.hide();
    },
    hide() {
      if (anchor === null) return;
      anchor = null;
      spoken.textContent = "";
      draw(null);
      if (returnTo instanceof HTMLElement && returnTo.isConnected) {
        returnTo.focus({ preventScroll: true });
      }
      returnTo = null;
    },
    focusStep(by) {
      returnTo ??= document.activeElement === host ? null : document.activeElement;
      const [previous, next] = mount.querySelectorAll<HTMLElement>(".steps button");
      ((by < 0 ? previous : next) ?? cardIn(mount))?.focus({ preventScroll: true });
    },
    announce(match) {
      spoken.textContent = match === null ? "" : announcement(match, wording);
    },
    meet(event) {
      const card = cardIn(mount);
      const isOver = event.target === host || (card !== null && isWithin(event, card));
      reach(isOver || anchor?.isTouched === true);
      return isOver;
    },
    remove() {
      self.hide();
      render(null, mount);
      mount.remove();
      spoken.remove();
    },
  };
  return self;
}

function announcement(match: PageMatch, { t }: Wording): string {
  const best = match.references[0];
  if (!best) return "";
  const relation = t(relationWordsOf(match, best).labelKey);
  return t("cardAnnouncement", [match.exact, relation, best.article.outlet]);
}

function isWithin({ clientX, clientY }: MouseEvent, card: Element): boolean {
  const { left, right, top, bottom } = card.getBoundingClientRect();
  return clientX >= left && clientX < right && clientY >= top && clientY < bottom;
}

function cardIn(mount: Element): HTMLElement | null {
  return mount.querySelector<HTMLElement>(".card");
}

/** Moves the card to its words; returns false if they are out of sight. */
function standBy(card: HTMLElement, host: Element, { lines, pointerX }: CardAnchor): boolean {
  const { documentElement } = card.ownerDocument;
  const viewport = { width: documentElement.clientWidth, height: innerHeightOf(card) };
  card.style.maxHeight = "none";
  // If the page zooms its root by a style, the card would be zoomed as well, and its place twice.
  card.style.zoom = String(1 / host.currentCSSZoom);
  const size = { width: card.offsetWidth, height: card.offsetHeight };
  const place = placeCard(lines(), size, viewport, pointerX);
  if (place === null) return false;
  // If the page transforms its root, "fixed" is not relative to the window.
  const origin = host.getBoundingClientRect();
  card.style.left = `${place.left - origin.left}px`;
  card.style.top = `${place.top - origin.top}px`;
  card.style.maxHeight = `${place.maxHeight}px`;
  return true;
}

function innerHeightOf(card: Element): number {
  return card.ownerDocument.defaultView?.innerHeight ?? 0;
}

function addStyles(root: ShadowRoot, document: Document, styles: RelationStyles): void {
  const view = document.defaultView as (Window & typeof globalThis) | null;
  const sheet = new (view ?? globalThis).CSSStyleSheet();
  sheet.replaceSync(hoverCardCss(styles));
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

/** Ignores events that scripts created. The closed root already keeps the page's scripts out. */
function refuseFakedEvents(root: ShadowRoot): void {
  for (const type of ["click", "keydown", "pointerdown"]) {
    root.addEventListener(
      type,
      (event) => {
        if (event.isTrusted) return;
        event.stopImmediatePropagation();
        event.preventDefault();
      },
      { capture: true },
    );
  }
}
