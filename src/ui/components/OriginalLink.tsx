import type { Reference } from "../../engine/model/index.ts";
import { useWording } from "./wording.ts";

/**
 * Links to the article. Records come from files that others made, so only web addresses become
 * links.
 */
export function OriginalLink({ article }: { readonly article: Reference["article"] }) {
  const { t } = useWording();
  if (article.url === null || !/^https?:\/\//i.test(article.url)) {
    return <p class="original">{t("originalUnknown")}</p>;
  }
  return (
    <p class="original">
      <a
        href={article.url}
        target="_blank"
        rel="noopener noreferrer"
        aria-label={t("readOriginalOf", [article.title, article.outlet])}
      >
        {t("readOriginal")}
      </a>
    </p>
  );
}
