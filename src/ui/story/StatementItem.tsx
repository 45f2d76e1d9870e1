import {
  type Difference,
  isOtherLanguage,
  type StoryArticle,
  type StoryStatement,
  type StoryVersion,
} from "../../engine/model/index.ts";
import { publishedWords } from "../components/publishedWords.ts";
import { RelationLabel } from "../components/RelationLabel.tsx";
import { Voices } from "../components/SourceLine.tsx";
import { textAttributes } from "../components/textDirection.ts";
import { WordDiff } from "../components/WordDiff.tsx";
import { useWording } from "../components/wording.ts";
import { changeWords } from "./changeWords.ts";
import { nameOf } from "./outletNames.ts";
import { matchOf, referenceOf } from "./versionAsReference.ts";

interface StatementItemProps {
  readonly statement: StoryStatement;
  readonly articles: readonly StoryArticle[];
}

/** Shows a statement in all its versions, in order of time, with the differences highlighted. */
export function StatementItem({ statement, articles }: StatementItemProps) {
  return (
    <li class="statement">
      <ol>
        {statement.versions.map((version) => (
          <Version
            key={version.article}
            version={version}
            statement={statement}
            articles={articles}
          />
        ))}
      </ol>
    </li>
  );
}

interface VersionProps extends StatementItemProps {
  readonly version: StoryVersion;
}

function Version({ version, statement, articles }: VersionProps) {
  const wording = useWording();
  const { t } = wording;
  const article = articles[version.article]!;
  const other = statement.versions[version.compared?.with ?? -1];
  return (
    <li class="version" data-relation={version.compared?.relation}>
      <p class="source">
        <strong class="outlet">{nameOf(article, t)}</strong>{" "}
        <span class="published">{publishedWords(article.published, wording)}</span>
        {version.in === "title" && <span class="place"> · {t("inTheTitle")}</span>}
      </p>
      {other === undefined ? (
        <blockquote class="wording" {...textAttributes(article.language)}>
          {version.text}
        </blockquote>
      ) : (
        <Compared version={version} other={other} articles={articles} />
      )}
      <Voices reference={referenceOf(version, article)} />
    </li>
  );
}

interface ComparedProps {
  readonly version: StoryVersion;
  readonly other: StoryVersion;
  readonly articles: readonly StoryArticle[];
}

function Compared({ version, other, articles }: ComparedProps) {
  const { t } = useWording();
  const [own, its] = [articles[version.article]!, articles[other.article]!];
  const areTwoLanguages = isOtherLanguage(own.language, its.language);
  return (
    <>
      <p class="compared">
        <RelationLabel match={matchOf(other)} reference={referenceOf(version, own, its)} />{" "}
        <span class="hint">{t("storyComparedWith", [nameOf(its, t)])}</span>
      </p>
      <ChangeLines differences={version.compared?.differences ?? []} />
      {version.text === other.text ? (
        <p class="same">{t("sameWords")}</p>
      ) : (
        <blockquote class="wording" {...textAttributes(own.language)}>
          {areTwoLanguages ? version.text : <WordDiff page={other.text} corpus={version.text} />}
        </blockquote>
      )}
    </>
  );
}

function ChangeLines({ differences }: { readonly differences: readonly Difference[] }) {
  const { t } = useWording();
  const told = differences.filter(({ kind }) => kind !== "wording");
  if (told.length === 0) return null;
  return (
    <ul class="change-lines">
      {told.map((difference) => (
        <li key={`${difference.kind} ${difference.page} ${difference.corpus}`}>
          {changeWords(difference, t)}
        </li>
      ))}
    </ul>
  );
}
