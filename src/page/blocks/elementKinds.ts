import { tagOf } from "../../engine/body/regions.ts";
import type { BlockElement } from "../../engine/model/index.ts";
import { isHost } from "../closedHost.ts";

/**
 * How an element affects reading, by its tag alone: `block` begins a block, `inline` continues the
 * open one, `skip` has no text to read.
 */
export type ElementKind = "block" | "inline" | "skip" | "lineBreak" | "rule";

const skipped =
  "SCRIPT STYLE NOSCRIPT TEMPLATE CANVAS VIDEO AUDIO OBJECT EMBED IFRAME FRAME SELECT OPTION " +
  "TEXTAREA INPUT BUTTON DATALIST METER PROGRESS MAP HEAD TITLE META LINK PICTURE IMG SVG MATH RP RT";
const blocks =
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION " +
  "FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP HTML LEGEND LI MAIN MENU NAV OL P PRE SEARCH " +
  "SECTION SUMMARY TABLE TBODY THEAD TFOOT TR TD TH CAPTION UL";

const kinds: ReadonlyMap<string, ElementKind> = new Map([
  ...skipped.split(" ").map((tag) => [tag, "skip"] as const),
  ...blocks.split(" ").map((tag) => [tag, "block"] as const),
  ["BR", "lineBreak"],
  ["HR", "rule"],
]);

/**
 * Returns the kind of an element, by its HTML name; anything unknown is inline. Our own host is
 * skipped.
 */
export function kindOf(element: Element): ElementKind {
  const tag = tagOf(element);
  if (tag === "DIV" && isHost(element)) return "skip";
  return kinds.get(tag) ?? "inline";
}

const phrasing: ReadonlySet<string> = new Set("P H1 H2 H3 H4 H5 H6 PRE SUMMARY".split(" "));

/**
 * True for elements whose content is one run of text by the rules of HTML: a block found inside
 * (put there by a script) interrupts the text and does not end it.
 */
export function holdsOneText(element: Element): boolean {
  return phrasing.has(tagOf(element));
}

/** Returns the kind of the blocks inside an element, or null if it does not decide. */
export function blockElementOf(element: Element): BlockElement | null {
  switch (tagOf(element)) {
    case "LI":
    case "DD":
    case "DT":
      return "listItem";
    case "TD":
    case "TH":
      return "cell";
    case "BLOCKQUOTE":
      return "blockquote";
    case "FIGCAPTION":
    case "CAPTION":
      return "caption";
    case "PRE":
      return "preformatted";
    default:
      return headingLevelOf(element) > 0 ? "heading" : null;
  }
}

/** 1..6 for a heading, else 0. */
export function headingLevelOf(element: Element): number {
  const tag = tagOf(element);
  if (tag.length === 2 && tag.charCodeAt(0) === 0x48 && tag !== "HR") return Number(tag[1]) || 0;
  if (element.getAttribute("role") !== "heading") return 0;
  return Math.min(6, Math.max(1, Number(element.getAttribute("aria-level")) || 2));
}
