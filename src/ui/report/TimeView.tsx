import type { First, PublicationDate } from "../../engine/model/index.ts";
import { besidePage } from "../components/publishedWords.ts";
import { useWording, type Wording } from "../components/wording.ts";
import { firstToPrint, inOrderOfPublication } from "./crossReferences.ts";
import { PartedList } from "./PartedList.tsx";
import { PassageLine } from "./PassageLine.tsx";
import { Timeline } from "./Timeline.tsx";
import type { ViewProps } from "./viewProps.ts";

/** Shows who printed the articles when, and for each passage who printed it first. */
export function TimeView({ report: { page }, listed, actions }: ViewProps) {
  const wording = useWording();
  return (
    <>
      <Timeline entries={inOrderOfPublication(listed, page)} />
      <h2 class="part-title">{wording.t("firstTitle")}</h2>
      <PartedList items={listed} keyOf={({ key }) => key} label={wording.t("firstTitle")}>
        {(item) => (
          <PassageLine key={item.key} listed={item} actions={actions}>
            <p class="first">
              {describeFirst(firstToPrint(item.match, page), page.published, wording)}
            </p>
          </PassageLine>
        )}
      </PartedList>
    </>
  );
}

function describeFirst(first: First, page: PublicationDate | null, wording: Wording): string {
  const { t, formats } = wording;
  switch (first.kind) {
    case "unknown":
      return t("firstUnknown");
    case "page":
      return t("firstThisPage");
    case "together":
      return t("firstTogether", [
        formats.list(first.outlets.map((outlet) => outlet ?? t("thisPageInList"))),
      ]);
    case "outlet": {
      const { outlet, published } = first.printing;
      const date = besidePage(formats.moment(published), published, page, wording);
      const parts = [outlet, date];
      return published.basis === "inferred" ? t("firstInferred", parts) : t("firstStated", parts);
    }
    default: {
      const never: never = first;
      return never;
    }
  }
}
