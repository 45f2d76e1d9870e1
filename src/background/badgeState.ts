/** What the button tells of a page. */
export type BadgeState =
  /** Being compared with the library. */
  | { readonly kind: "reading" }
  | {
      readonly kind: "matches";
      readonly count: number;
      /** Null where it is not known: several frames are counted. */
      readonly outlets: number | null;
      /** A part of the library was damaged; the popup says what was done. */
      readonly isRepaired: boolean;
    }
  /** There is nothing to compare with. */
  | { readonly kind: "libraryEmpty" }
  | { readonly kind: "notChecked" }
  | { readonly kind: "off" }
  | { readonly kind: "failed" };
