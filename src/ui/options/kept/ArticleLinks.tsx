import type { KeptArticle } from "../../../messages/keptProtocol.ts";
import { useWording } from "../../components/wording.ts";

/**
 * Links an article to its page and its story. Files can contain any address, so only web addresses
 * become links.
 */
export function ArticleLinks({ article }: { readonly article: KeptArticle }) {
  const { t } = useWording();
  const { id, title, url, outlet } = article;
  return (
    <>
      {url !== null && /^https?:\/\//i.test(url) && (
        <a
          href={url}
          target="_blank"
          rel="noopener noreferrer"
          aria-label={t("readOriginalOf", [title, outlet])}
        >
          {t("readOriginal")}
        </a>
      )}
      <a
        href={`story.html?article=${encodeURIComponent(id)}`}
        aria-label={t("storyNamed", [t("thisStory"), title || outlet])}
      >
        {t("thisStory")}
      </a>
    </>
  );
}
