import { useState } from "preact/hooks";
import { InLanguage } from "../components/InLanguage.tsx";
import { plural, useWording } from "../components/wording.ts";
import { byOutlet, type OutletEntry, otherLanguages } from "./crossReferences.ts";
import { Matrix } from "./Matrix.tsx";
import { PartedList } from "./PartedList.tsx";
import { PassageLine } from "./PassageLine.tsx";
import type { ReportActions, ViewProps } from "./viewProps.ts";

/** Shows which outlet prints which passage, as a drawing and by outlet. */
export function OutletsView({ listed, actions }: ViewProps) {
  const outlets = byOutlet(listed);
  return (
    <>
      <Matrix outlets={outlets} listed={listed} />
      {outlets.map((entry) => (
        <OutletSection key={entry.outlet} entry={entry} actions={actions} />
      ))}
    </>
  );
}

interface OutletSectionProps {
  readonly entry: OutletEntry;
  readonly actions: ReportActions;
}

/** Shows one outlet. Its passages are only in the document while it is open. */
function OutletSection({ entry, actions }: OutletSectionProps) {
  const { outlet, versions } = entry;
  const wording = useWording();
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="of-outlet" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <strong class="outlet">{outlet}</strong>{" "}
        <span class="count">{plural(wording, "passageCount", versions.length)}</span>
        {otherLanguages(entry).map((language) => (
          <InLanguage key={language} language={language} />
        ))}
      </summary>
      {isOpen && (
        <PartedList items={versions} keyOf={({ listed }) => listed.key} label={outlet}>
          {({ listed, reference }) => (
            <PassageLine key={listed.key} listed={listed} actions={actions} reference={reference} />
          )}
        </PartedList>
      )}
    </details>
  );
}
