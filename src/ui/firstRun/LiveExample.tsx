import { useState } from "preact/hooks";
import { ReferenceItem } from "../components/ReferenceItem.tsx";
import { RelationLabel } from "../components/RelationLabel.tsx";
import { useWording } from "../components/wording.ts";
import { type Example, examples } from "./exampleMatches.ts";

/**
 * Marked passages beside the note of the one that the reader rests on, as on a page. The marks
 * are links to the note: they break over lines like the text they stand in, and where the note
 * stands below, they lead to it.
 */
export function LiveExample() {
  const { t } = useWording();
  const [shown, setShown] = useState<Example>(examples[0]!);
  return (
    <section class="example" aria-labelledby="example-heading">
      <h2 id="example-heading">{t("firstRunExample")}</h2>
      <p class="hint">{t("firstRunExampleHint")}</p>
      <div class="spread">
        <div class="column">
          {examples.map((example) => (
            <Excerpt
              key={example.outlet}
              example={example}
              isShown={example === shown}
              onShow={() => setShown(example)}
            />
          ))}
        </div>
        <aside
          id="example-note"
          class="margin-note"
          aria-live="polite"
          aria-label={t("firstRunNote")}
          data-relation={shown.match.relation}
        >
          <RelationLabel match={shown.match} reference={shown.match.references[0]!} />
          <ul>
            {shown.match.references.map((reference) => (
              <ReferenceItem key={reference.passage.id} match={shown.match} reference={reference} />
            ))}
          </ul>
        </aside>
      </div>
    </section>
  );
}

interface ExcerptProps {
  readonly example: Example;
  readonly isShown: boolean;
  readonly onShow: () => void;
}

function Excerpt({ example, isShown, onShow }: ExcerptProps) {
  const { outlet, published, match, before, after } = example;
  const { t, formats } = useWording();
  return (
    <div class="excerpt">
      <p class="credit">{t("firstRunExampleArticle", [outlet, formats.day(published)])}</p>
      <p class="words" lang="en" dir="ltr" data-relation={match.relation}>
        {before}
        <a
          class="marked"
          href="#example-note"
          aria-current={isShown}
          onMouseEnter={onShow}
          onFocus={onShow}
        >
          {match.exact}
        </a>
        {after}
      </p>
    </div>
  );
}
