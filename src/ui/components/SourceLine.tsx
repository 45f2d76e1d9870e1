import { useContext } from "preact/hooks";
import type { Reference } from "../../engine/model/index.ts";
import { InLanguage } from "./InLanguage.tsx";
import { PagePublished } from "./pagePublished.ts";
import { momentBesidePage } from "./publishedWords.ts";
import { TakenFrom } from "./TakenFrom.tsx";
import { type Translate, useWording } from "./wording.ts";

/**
 * Shows the first lines of a reference: outlet, date and language, where the article was taken
 * from, who said it, and through whom it came.
 */
export function SourceLine({ reference }: { readonly reference: Reference }) {
  const { article } = reference;
  return (
    <>
      <p class="source">
        <strong class="outlet">{article.outlet}</strong> <PublishedDate article={article} />
        <InLanguage language={article.language} />
        <TakenFrom source={article.source} />
      </p>
      <Voices reference={reference} />
    </>
  );
}

/**
 * Shows who said it and through which sources it came. Renders nothing if the outlet names nobody.
 */
export function Voices({ reference }: { readonly reference: Reference }) {
  const { t } = useWording();
  const { via } = reference;
  const voices = [
    ...describeSpeaker(t, reference),
    ...(via.length === 0 ? [] : [t("viaChain", [joinSources(t, via)])]),
  ];
  return voices.length === 0 ? null : <p class="voice">{voices.join(", ")}</p>;
}

/** Returns the speaker in words: of a quote its speaker, of a claim its source. */
function describeSpeaker(t: Translate, { kind, speaker, role }: Reference): readonly string[] {
  if (speaker === null) return [];
  const name = role ? `${speaker}, ${role}` : speaker;
  return [kind === "quote" ? t("saidBy", [name]) : t("accordingTo", [name])];
}

/** Joins sources, the nearest first: "Anadolu Agency, citing the presidency". */
function joinSources(t: Translate, via: readonly string[]): string {
  return via.reduceRight((farther, nearer) => t("viaNext", [nearer, farther]));
}

function PublishedDate({ article: { published } }: { readonly article: Reference["article"] }) {
  const wording = useWording();
  const page = useContext(PagePublished);
  const { t } = wording;
  if (published === null) return <span class="published">{t("dateUnknown")}</span>;
  return (
    <span class="published">
      <time dateTime={published.value}>{momentBesidePage(published, page, wording)}</time>
      {published.basis === "inferred" && (
        <>
          {" "}
          <em class="inferred">({t("dateInferred")})</em>
        </>
      )}
    </span>
  );
}
