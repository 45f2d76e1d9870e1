/** The texts that name the project's version. */
export interface VersionedFiles {
  readonly "package.json": string;
  readonly "package-lock.json": string;
  readonly "manifest.json": string;
  readonly "CHANGELOG.md": string;
}

/** Thrown if the version cannot be raised, with the reason in words. */
export class VersionError extends Error {
  override readonly name = "VersionError";
}

const unreleased = "## Unreleased\n";

/**
 * Returns the texts with the new version, and the changelog's "Unreleased" section under its
 * heading. Throws VersionError if the version is not above the present one, the heading does not
 * begin with it, or nothing is unreleased.
 */
export function raisedVersion(
  files: VersionedFiles,
  version: string,
  heading: string,
): VersionedFiles {
  const before = versionIn(files["package.json"]);
  if (!isAbove(version, before)) {
    throw new VersionError(`${version} is no version above ${before}: it has three numbers`);
  }
  if (!heading.startsWith(`${version} — `)) {
    throw new VersionError(`the heading must begin with "${version} — "; it was "${heading}"`);
  }
  if (!files["CHANGELOG.md"].includes(unreleased)) {
    throw new VersionError(
      'CHANGELOG.md has no heading "## Unreleased": write below it what a reader will notice',
    );
  }
  return {
    "package.json": replaced(files["package.json"], before, version, 1),
    // Once for the project, once for its root package; both come before all others.
    "package-lock.json": replaced(files["package-lock.json"], before, version, 2),
    "manifest.json": replaced(files["manifest.json"], before, version, 1),
    "CHANGELOG.md": files["CHANGELOG.md"].replace(unreleased, `## ${heading}\n`),
  };
}

function versionIn(packageJson: string): string {
  return (JSON.parse(packageJson) as { version: string }).version;
}

function isAbove(version: string, before: string): boolean {
  if (!/^\d+\.\d+\.\d+$/.test(version)) return false;
  const [its, old] = [version, before].map((one) => one.split(".").map(Number)) as [
    number[],
    number[],
  ];
  const at = its.findIndex((part, place) => part !== old[place]);
  return at >= 0 && its[at]! > old[at]!;
}

/** Replaces only the first `times` occurrences: dependencies may have the same version. */
function replaced(text: string, before: string, version: string, times: number): string {
  const [from, to] = [before, version].map((its) => `"version": "${its}"`) as [string, string];
  let changed = text;
  for (let done = 0; done < times; done++) changed = changed.replace(from, to);
  return changed;
}
