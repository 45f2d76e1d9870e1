import { useWording, type Wording } from "../components/wording.ts";
import { type First, firstToPrint, inTime } from "./crossReferences.ts";
import { PartedList } from "./PartedList.tsx";
import { PassageLine } from "./PassageLine.tsx";
import { Timeline } from "./Timeline.tsx";
import type { ViewProps } from "./viewProps.ts";

/** Who printed it when, and for each passage who printed it first. */
export function TimeView({ report: { page }, listed, actions }: ViewProps) {
  const wording = useWording();
  return (
    <>
      <Timeline entries={inTime(listed, page)} />
      <h2 class="part-title">{wording.t("firstTitle")}</h2>
      <PartedList items={listed} keyOf={({ key }) => key} label={wording.t("firstTitle")}>
        {(item) => (
          <PassageLine key={item.key} listed={item} actions={actions}>
            <p class="first">{describeFirst(firstToPrint(item.match, page), wording)}</p>
          </PassageLine>
        )}
      </PartedList>
    </>
  );
}

function describeFirst(first: First, { t, formats }: Wording): string {
  switch (first.kind) {
    case "unknown":
      return t("firstUnknown");
    case "page":
      return t("firstThisPage");
    case "outlet": {
      const { outlet, published } = first.printing;
      const parts = [outlet, formats.day(published)];
      return published.basis === "inferred" ? t("firstInferred", parts) : t("firstStated", parts);
    }
    default: {
      const never: never = first;
      return never;
    }
  }
}
