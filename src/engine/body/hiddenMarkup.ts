import type { MarkedElement } from "./regions.ts";

/** Class names with which pages hide text from the eye and keep it for screen readers. */
const hiddenNames =
  /(?:^|[\s_-])(?:sr-only|screen-?reader(?:-text|-only)?|visually-?hidden|visuallyhidden|offscreen|u-hidden|element-invisible|assistive-text)(?:$|[\s_-])/i;

/**
 * True for an element whose text is hidden, as far as its attributes and names show; computes no
 * style. Closed `<details>` are not hidden, because the reader can open them.
 */
export function isHiddenByMarkup(element: MarkedElement): boolean {
  if (!element.hasAttributes()) return false;
  if (element.hasAttribute("hidden") && element.getAttribute("hidden") !== "until-found") {
    return true;
  }
  const names = element.getAttribute("class");
  return names !== null && names.length < 400 && hiddenNames.test(names);
}
