import { useState } from "preact/hooks";
import type { StoryAlone, StoryArticle, StoryReport } from "../../engine/model/index.ts";
import { textAttributes } from "../components/textDirection.ts";
import { plural, useWording } from "../components/wording.ts";
import { nameOf } from "./outletNames.ts";

/** The number shown at first: the most informative ones. */
const shownAtFirst = 3;

/** Lists by outlet what no other outlet of the story has. */
export function OnlyOne({ report }: { readonly report: StoryReport }) {
  return (
    <ul class="alone">
      {report.alone
        .filter(({ count }) => count > 0)
        .map((alone) => (
          <AloneItem key={alone.article} alone={alone} article={report.articles[alone.article]!} />
        ))}
    </ul>
  );
}

interface AloneItemProps {
  readonly alone: StoryAlone;
  readonly article: StoryArticle;
}

function AloneItem({ alone: { passages, count }, article }: AloneItemProps) {
  const wording = useWording();
  const { t } = wording;
  const [isUnfolded, setUnfolded] = useState(false);
  const shown = isUnfolded ? passages : passages.slice(0, shownAtFirst);
  const more = passages.length - shownAtFirst;
  const name = nameOf(article, t);
  return (
    <li>
      <h3>
        <bdi>{name}</bdi> <span class="hint">{plural(wording, "statementCount", count)}</span>
      </h3>
      <ul class="sentences">
        {shown.map(({ id, text }) => (
          <li key={id}>
            <blockquote class="wording" {...textAttributes(article.language)}>
              {text}
            </blockquote>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <button
          type="button"
          class="quiet"
          aria-expanded={isUnfolded}
          onClick={() => setUnfolded(!isUnfolded)}
        >
          {isUnfolded ? t("fewerReferences") : plural(wording, "moreReferences", more)}{" "}
          <span class="visually-hidden">{name}</span>
        </button>
      )}
    </li>
  );
}
