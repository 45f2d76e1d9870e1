import type { ReadonlySignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { PageHead } from "../components/PageHead.tsx";
import { useWording } from "../components/wording.ts";
import type { OptionsModel } from "./optionsModel.ts";
import { SettingsMenu } from "./SettingsMenu.tsx";
import { sectionAt } from "./settingsFragment.ts";
import type { SettingsSection, SettingsSections } from "./settingsSections.tsx";
import { UndoLine } from "./UndoLine.tsx";

interface OptionsProps {
  readonly model: OptionsModel;
  readonly sections: SettingsSections;
  /** The part after "#" in the address. */
  readonly fragment: ReadonlySignal<string>;
}

/** Shows all settings, a section at a time. Changes take effect at once, without confirmation. */
export function Options({ model, sections, fragment }: OptionsProps) {
  const { t } = useWording();
  const section = sectionAt(fragment.value, sections);
  const notice = model.notice.value;
  return (
    <main>
      <PageHead title={t("optionsTitle")}>
        <p class="hint">{t("optionsLead")}</p>
      </PageHead>
      <SettingsMenu sections={sections} shown={section} />
      <ShownPart section={section} fragment={fragment.value} />
      <UndoLine
        said={notice === null ? "" : t(noticeKeys[notice])}
        canUndo={model.canUndo.value}
        onUndo={() => void model.undo()}
      />
    </main>
  );
}

/** Message keys of the notices in sections that have none of their own. */
const noticeKeys = {
  allDeleted: "allDeleted",
  optionsFailed: "optionsFailed",
  notAHost: "notAHost",
  keptRemoved: "keptRemoved",
} as const;

interface ShownPartProps {
  readonly section: SettingsSection;
  readonly fragment: string;
}

/** Shows the current section, and moves the focus to it or to the requested place in it. */
function ShownPart({ section, fragment }: ShownPartProps) {
  const { t } = useWording();
  const part = useRef<HTMLDivElement>(null);
  const before = useRef<SettingsSection | null>(null);
  useEffect(() => {
    document.title = `${t(section.name)} – ${t("optionsTitle")}`;
    const isOther = before.current !== null && before.current.id !== section.id;
    before.current = section;
    const within = fragment === section.id ? null : document.getElementById(fragment);
    const target = within ?? (isOther ? (part.current?.querySelector("h2") ?? null) : null);
    if (target === null) return;
    target.tabIndex = -1;
    target.focus();
    within?.scrollIntoView?.();
  }, [section.id, fragment]);
  return (
    <div class="part" id={section.id} key={section.id} ref={part}>
      {section.view(fragment)}
    </div>
  );
}
