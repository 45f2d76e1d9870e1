import type { ArchiveState } from "../../messages/archiveProtocol.ts";
import type { LibraryProblem, LibraryStatus } from "../../messages/protocol.ts";
import { plural, useWording } from "../components/wording.ts";

interface LibraryProps {
  /** Null until it is known. */
  readonly library: LibraryStatus | null;
}

interface LibraryNoteProps extends LibraryProps {
  /** True if the tab's page has been compared with the library. */
  readonly isCompared: boolean;
  /** The state of the archive's answer; null if none is asked. */
  readonly archive?: ArchiveState | null;
}

const problemWords = {
  bundledRebuilt: "libraryRebuilt",
  ownUnreadable: "libraryUnreadable",
  ownOfLaterVersion: "libraryOfLaterVersion",
  ownNotUpdated: "storageNotUpdated",
} as const satisfies Record<LibraryProblem["code"], string>;

/** Message keys for the library alone, and with an archive. */
const comparedWords = ["librarySize", "librarySizeArchive"] as const;
const heldWords = ["libraryHolds", "libraryHoldsArchive"] as const;

/** Shows problems of the library, and what was done about them. */
export function LibraryProblems({ library }: LibraryProps) {
  const { t } = useWording();
  if (library === null || library.problems.length === 0) return null;
  return (
    <section class="problems" aria-label={t("libraryProblem")}>
      <p>
        <strong>{t("libraryProblem")}</strong>
      </p>
      {library.problems.map((problem) => (
        <p key={problem.fault} title={problem.fault}>
          {t(problemWords[problem.code])}
        </p>
      ))}
    </section>
  );
}

/**
 * Shows how many articles pages are compared with, and, unless an archive is asked, that pages stay
 * on the device.
 */
export function LibraryNote({ library, isCompared, archive = null }: LibraryNoteProps) {
  const wording = useWording();
  if (library === null) return null;
  const articles = plural(wording, "articleCount", library.articles);
  const outlets = plural(wording, "libraryOutletCount", library.outlets);
  const isAsked = isCompared ? archive !== null : library.asksArchive === true;
  const [alone, withArchive] = isCompared ? comparedWords : heldWords;
  return <p>{wording.t(isAsked ? withArchive : alone, [articles, outlets])}</p>;
}
