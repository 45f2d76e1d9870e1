import type { LibraryStatus } from "../../messages/protocol.ts";
import { plural, useWording } from "../components/wording.ts";

interface LibraryProps {
  /** Null until it is known. */
  readonly library: LibraryStatus | null;
}

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
        <p key={problem}>{problem}</p>
      ))}
    </section>
  );
}

/** How much the page is compared with, and that it stays on the device. */
export function LibraryNote({ library }: LibraryProps) {
  const wording = useWording();
  if (library === null) return null;
  const articles = plural(wording, "articleCount", library.articles);
  const outlets = plural(wording, "libraryOutletCount", library.outlets);
  return <p>{wording.t("librarySize", [articles, outlets])}</p>;
}
