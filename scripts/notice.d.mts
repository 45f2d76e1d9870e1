/** A package of which something is in a bundle. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX. */
  readonly licence: string;
  /** Where its source is. */
  readonly source: string;
  readonly text: string;
}

/** A section of what is no package. */
export interface NoticePart {
  readonly title: string;
  readonly text: string;
}

/** A bundled package cannot be shipped as it is, and what to do. */
export class LicenceError extends Error {}

/** The packages that bundles were made of. Throws LicenceError. */
export function bundledPackages(
  root: string,
  inputs: readonly string[],
  textsFolder: string,
): readonly BundledPackage[];

/** The whole text of a NOTICE. */
export function noticeText(
  packages: readonly BundledPackage[],
  parts: readonly NoticePart[],
): string;
