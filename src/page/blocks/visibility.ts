import { tagOf } from "../../engine/body/regions.ts";

/** True for fields that the reader writes in, whose text is the reader's. */
export function isEditable(element: Element): boolean {
  if (!element.hasAttributes()) return false;
  const editable = element.getAttribute("contenteditable");
  if (editable !== null && editable.toLowerCase() !== "false") return true;
  const role = element.getAttribute("role");
  return role === "textbox" || role === "searchbox" || role === "combobox";
}

/**
 * True unless the element, or one around it, is not displayed or is invisible. Asks the browser for
 * the style; without layout (a parsed document), everything is shown.
 */
export function isShown(element: Element): boolean {
  if (typeof element.checkVisibility !== "function") return true;
  return element.checkVisibility({ visibilityProperty: true, opacityProperty: false });
}

/**
 * True if the element's box begins a new line although its tag does not: a part of a headline
 * styled as a block. A floating initial is not a line of its own. False without layout.
 */
export function breaksLine(element: Element): boolean {
  const style = element.ownerDocument.defaultView?.getComputedStyle?.(element);
  if (style?.cssFloat !== "none" || style.position === "absolute") return false;
  return /^(?:block|flex|grid|list-item|table|flow-root)/.test(style.display);
}

/** True for a closed `<details>`: its content is not displayed, but can be. */
export function isClosedDetails(element: Element): boolean {
  return tagOf(element) === "DETAILS" && !element.hasAttribute("open");
}
