import { useState } from "preact/hooks";
import { ReferenceItem } from "../components/ReferenceItem.tsx";
import { RelationLabel } from "../components/RelationLabel.tsx";
import { useWording } from "../components/wording.ts";
import { type Example, examples } from "./exampleMatches.ts";

/**
 * Shows marked passages, each with its note. If there is a margin, it shows the note of the passage
 * under the pointer, as beside a page; otherwise each note is below its passage. The marks are
 * links to their notes, since links wrap like the text around them.
 */
export function LiveExample() {
  const { t } = useWording();
  const [shown, setShown] = useState<Example>(examples[0]!);
  return (
    <section class="example" aria-labelledby="example-heading">
      <h2 id="example-heading">{t("firstRunExample")}</h2>
      <p class="hint">{t("firstRunExampleHint")}</p>
      <div class="spread">
        {examples.map((example) => (
          <Excerpt
            key={example.outlet}
            example={example}
            isShown={example === shown}
            onShow={() => setShown(example)}
          />
        ))}
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
  const note = `note-${match.relation}`;
  return (
    <>
      <div class="excerpt">
        <p class="credit">{t("firstRunExampleArticle", [outlet, formats.day(published)])}</p>
        <p class="words" lang="en" dir="ltr" data-relation={match.relation}>
          {before}
          <a
            class="marked"
            href={`#${note}`}
            aria-current={isShown}
            aria-describedby={note}
            onMouseEnter={onShow}
            onFocus={onShow}
          >
            {match.exact}
          </a>
          {after}
        </p>
      </div>
      <div
        id={note}
        class="margin-note"
        role="note"
        aria-label={t("firstRunNote")}
        data-relation={match.relation}
        data-shown={isShown}
      >
        <RelationLabel match={match} reference={match.references[0]!} />
        <ul>
          {match.references.map((reference) => (
            <ReferenceItem key={reference.passage.id} match={match} reference={reference} />
          ))}
        </ul>
      </div>
    </>
  );
}
