/** The element that Second Source adds to a page, as a script of the page finds it. */
export const hostSelector = "[data-second-source]";
