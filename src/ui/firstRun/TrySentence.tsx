import { useRef } from "preact/hooks";
import type { MatchReport } from "../../engine/model/index.ts";
import { sentenceChars } from "../../messages/protocol.ts";
import { MatchItem } from "../components/MatchItem.tsx";
import { plural, useWording } from "../components/wording.ts";
import type { Tried, TryModel } from "./tryModel.ts";

/** Shows a field for any sentence, and who else printed it. */
export function TrySentence({ model }: { readonly model: TryModel }) {
  const { t } = useWording();
  const field = useRef<HTMLTextAreaElement>(null);
  const onSubmit = (event: Event) => {
    event.preventDefault();
    void model.lookUp(field.current?.value ?? "");
  };
  return (
    <section class="try" aria-labelledby="try-heading">
      <h2 id="try-heading">{t("tryTitle")}</h2>
      <form onSubmit={onSubmit}>
        <label for="try-sentence" class="hint">
          {t("tryLabel")}
        </label>
        <textarea
          id="try-sentence"
          ref={field}
          rows={3}
          dir="auto"
          spellcheck={false}
          maxLength={sentenceChars}
        >
          {t("tryExample")}
        </textarea>
        <button type="submit" class="primary">
          {t("tryNow")}
        </button>
      </form>
      <Outcome tried={model.tried.value} />
    </section>
  );
}

function Outcome({ tried }: { readonly tried: Tried }) {
  const wording = useWording();
  const { t } = wording;
  const report = "report" in tried ? tried.report : null;
  const matches = (report?.matches ?? []).filter(({ references }) => references.length > 0);
  const isNothing = tried.kind === "found" && matches.length === 0;
  return (
    <>
      <p class="tried" role="status">
        {tried.kind === "failed" && t("actionFailed")}
        {isNothing && t("tryNothing")}
        {matches.length > 0 &&
          t("tryFound", [plural(wording, "libraryOutletCount", outletsIn(matches))])}
        {tried.kind === "looking" && ` ${t("tryLooking")}`}
      </p>
      {isNothing && <a href="#starters-heading">{t("nextStarters")}</a>}
      {matches.length > 0 && (
        <ol class="matches">
          {matches.map((match) => (
            <MatchItem key={match.start} match={match} isPlaced={false} />
          ))}
        </ol>
      )}
    </>
  );
}

function outletsIn(matches: MatchReport["matches"]): number {
  const outlets = matches.flatMap(({ references }) => references.map((its) => its.article.outlet));
  return new Set(outlets).size;
}
