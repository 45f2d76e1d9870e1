import type { LibraryProblem, LibraryStatus } from "../../messages/protocol.ts";
import { plural, useWording } from "../components/wording.ts";

interface LibraryProps {
  /** Null until it is known. */
  readonly library: LibraryStatus | null;
}

interface LibraryNoteProps extends LibraryProps {
  /** Whether the page of the tab has been compared with the library. */
  readonly isCompared: boolean;
}

const problemWords = {
  bundledRebuilt: "libraryRebuilt",
  ownUnreadable: "libraryUnreadable",
  ownOfLaterVersion: "libraryOfLaterVersion",
  ownNotUpdated: "storageNotUpdated",
} as const satisfies Record<LibraryProblem["code"], string>;

/** What was wrong with the library, and what was done about it. */
export function LibraryProblems({ library }: LibraryProps) {
  const { t } = useWording();
  if (library === null || library.problems.length === 0) return null;
  return (
    <section class="problems" aria-label={t("libraryProblem")}>
      <p>
        <strong>{t("libraryProblem")}</strong>
      </p>
      {library.problems.map((problem) => (
        <p key={problem.fault}>{t(problemWords[problem.code], [problem.fault])}</p>
      ))}
    </section>
  );
}

/** How much pages are compared with, and that they stay on the device. */
export function LibraryNote({ library, isCompared }: LibraryNoteProps) {
  const wording = useWording();
  if (library === null) return null;
  const articles = plural(wording, "articleCount", library.articles);
  const outlets = plural(wording, "libraryOutletCount", library.outlets);
  return <p>{wording.t(isCompared ? "librarySize" : "libraryHolds", [articles, outlets])}</p>;
}
