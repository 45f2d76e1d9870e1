/** The state of a page, as the button shows it. */
export type BadgeState =
  /** The page is being compared with the library. */
  | { readonly kind: "reading" }
  | {
      readonly kind: "matches";
      readonly count: number;
      /** Null if unknown, because several frames are counted. */
      readonly outlets: number | null;
      /** True if a part of the library was damaged; the popup says what was done. */
      readonly isRepaired: boolean;
    }
  /** The library is empty. */
  | { readonly kind: "libraryEmpty" }
  | { readonly kind: "notChecked" }
  | { readonly kind: "off" }
  | { readonly kind: "failed" };
