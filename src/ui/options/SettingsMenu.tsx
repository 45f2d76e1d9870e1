import { useWording } from "../components/wording.ts";
import type { SettingsSection } from "./settingsSections.tsx";

interface SettingsMenuProps {
  readonly sections: readonly SettingsSection[];
  readonly shown: SettingsSection;
}

/** Lists the sections as links, so that each has an address and back and forward work. */
export function SettingsMenu({ sections, shown }: SettingsMenuProps) {
  const { t } = useWording();
  return (
    <nav class="sections" aria-label={t("optionsTitle")}>
      <ul>
        {sections.map(({ id, name }) => (
          <li key={id}>
            <a href={`#${id}`} {...(id === shown.id ? { "aria-current": "page" as const } : {})}>
              {t(name)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
