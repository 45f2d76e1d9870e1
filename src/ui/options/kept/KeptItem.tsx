import type { KeptArticle } from "../../../messages/keptProtocol.ts";
import { publishedWords } from "../../components/publishedWords.ts";
import { TakenFrom } from "../../components/TakenFrom.tsx";
import { textAttributes } from "../../components/textDirection.ts";
import { dayOf } from "../../components/timeOf.ts";
import { plural, useWording } from "../../components/wording.ts";
import { ArticleLinks } from "./ArticleLinks.tsx";
import { articleAddress } from "./articleModel.ts";
import { originKeys } from "./originWords.ts";

interface KeptItemProps {
  readonly article: KeptArticle;
  readonly isSelected: boolean;
  readonly onSelect: (isSelected: boolean) => void;
  readonly onRemove: () => void;
}

/** Shows an article of the list: its title, origin and actions. */
export function KeptItem({ article, isSelected, onSelect, onRemove }: KeptItemProps) {
  const { t } = useWording();
  const { id } = article;
  const name = nameOf(article);
  return (
    <li class="kept">
      <input
        type="checkbox"
        aria-label={t("keptSelect", [name])}
        checked={isSelected}
        onChange={(event) => onSelect(event.currentTarget.checked)}
      />
      <div>
        <a
          class="kept-title"
          id={`kept-${id}`}
          href={articleAddress(id)}
          {...textAttributes(article.language)}
        >
          {name}
        </a>
        <ArticleFacts article={article} />
        <div class="kept-tools">
          <ArticleLinks article={article} />
          <button
            type="button"
            class="quiet"
            aria-label={t("removeKeptNamed", [name])}
            onClick={onRemove}
          >
            {t("removeKept")}
          </button>
        </div>
      </div>
    </li>
  );
}

/** Returns the name of an article: its title, else its address or outlet, or the file that it was in. */
export function nameOf({ title, url, outlet, source }: KeptArticle): string {
  return title || url || outlet || (source?.name ?? "");
}

/** Shows an article's outlet, date and origin. */
export function ArticleFacts({ article }: { readonly article: KeptArticle }) {
  const wording = useWording();
  const { outlet, published, origin, addedAt, versionCount, source } = article;
  return (
    <p class="hint">
      {outlet !== "" && (
        <>
          <bdi class="outlet">{outlet}</bdi> ·{" "}
        </>
      )}
      {publishedWords(published, wording)} ·{" "}
      {wording.t(originKeys[origin], [dayOf(wording, addedAt)])}
      <TakenFrom source={source} />
      {versionCount > 0 && ` · ${plural(wording, "keptVersionCount", versionCount + 1)}`}
    </p>
  );
}
