import { type ReadonlySignal, signal } from "@preact/signals";
import type { SettingsSection, SettingsSections } from "./settingsSections.tsx";

/** Returns the part after "#" in the address: the place that the reader asked for. */
export function watchFragment(view: Window): ReadonlySignal<string> {
  const read = () => decoded(view.location.hash.slice(1));
  const fragment = signal(read());
  view.addEventListener("hashchange", () => {
    fragment.value = read();
  });
  return fragment;
}

/** Returns the section of a place; the first one if none has it. */
export function sectionAt(fragment: string, sections: SettingsSections): SettingsSection {
  const [beginning = ""] = fragment.split("/");
  const isIn = ({ id, fragments = [] }: SettingsSection) => [id, ...fragments].includes(beginning);
  return sections.find(isIn) ?? sections[0];
}

/** Returns the decoded hash; "" if it is malformed, since anybody can write an address. */
function decoded(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    return "";
  }
}
