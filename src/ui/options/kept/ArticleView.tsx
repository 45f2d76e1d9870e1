import { useEffect, useRef } from "preact/hooks";
import type { ArticleId } from "../../../engine/model/index.ts";
import type { KeptText } from "../../../messages/keptProtocol.ts";
import { ChangeList } from "../../components/ChangeList.tsx";
import { textAttributes } from "../../components/textDirection.ts";
import { useWording } from "../../components/wording.ts";
import { ArticleLinks } from "./ArticleLinks.tsx";
import type { ArticleModel } from "./articleModel.ts";
import { ArticleFacts } from "./KeptItem.tsx";
import { VersionList } from "./VersionList.tsx";

interface ArticleViewProps {
  readonly model: ArticleModel;
  readonly id: ArticleId;
}

/** Shows a saved article in any of its versions. */
export function ArticleView({ model, id }: ArticleViewProps) {
  const { t } = useWording();
  const text = model.text.value;
  useEffect(() => {
    void model.open(id, null);
  }, [id]);
  return (
    <section aria-labelledby="kept-heading">
      <p class="ways">
        <a href="#library">{t("keptBack")}</a>
      </p>
      {text === "missing" && <h2 id="kept-heading">{t("keptGone")}</h2>}
      {text !== null && text !== "missing" && (
        <Text text={text} onChoose={(version) => void model.open(id, version)} />
      )}
    </section>
  );
}

interface TextProps {
  readonly text: KeptText;
  readonly onChoose: (version: number) => void;
}

function Text({ text, onChoose }: TextProps) {
  const { article, title, paragraphs, changes, versions } = text;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const language = textAttributes(article.language);
  return (
    <>
      <h2 id="kept-heading" class="kept-heading" tabIndex={-1} ref={heading} {...language}>
        {title || article.outlet}
      </h2>
      {/* They are listed below. */}
      <ArticleFacts article={{ ...article, versionCount: 0 }} />
      <p class="kept-tools">
        <ArticleLinks article={article} />
      </p>
      {versions.length > 1 && <VersionList text={text} onChoose={onChoose} />}
      {changes !== null && <ChangeList {...changes} isOpen />}
      <div class="kept-text" {...language}>
        {paragraphs.map((paragraph, at) => (
          <p key={at}>{paragraph}</p>
        ))}
      </div>
    </>
  );
}
