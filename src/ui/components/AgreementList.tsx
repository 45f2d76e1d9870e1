import type { Agreement, Reference } from "../../engine/model/index.ts";
import { textAttributes } from "./textDirection.ts";
import { useWording } from "./wording.ts";

/**
 * Lists the names, numbers and dates that two wordings in different languages share. Renders
 * nothing if there are none.
 */
export function AgreementList({ reference }: { readonly reference: Reference }) {
  const { t } = useWording();
  const { agreements = [], article } = reference;
  if (agreements.length === 0) return null;
  return (
    <dl class="differences">
      <div>
        <dt>{t("agreementsLabel")}</dt>
        <dd>
          {agreements.map((agreement, at) => (
            <span key={at}>
              {at > 0 && " · "}
              <Pair agreement={agreement} language={article.language} />
            </span>
          ))}
        </dd>
      </div>
    </dl>
  );
}

interface PairProps {
  readonly agreement: Agreement;
  readonly language: string | undefined;
}

/** Renders "Lawrow / Lavrov"; a text that is equal in both is shown once. */
function Pair({ agreement: { page, corpus }, language }: PairProps) {
  if (page === corpus) return <bdi>{page}</bdi>;
  return (
    <>
      <bdi>{page}</bdi> / <bdi {...textAttributes(language)}>{corpus}</bdi>
    </>
  );
}
