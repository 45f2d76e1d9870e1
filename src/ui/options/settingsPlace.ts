import { type ReadonlySignal, signal } from "@preact/signals";
import type { SettingsSection, SettingsSections } from "./settingsSections.tsx";

/** Returns the part after "#" in the address: the place that the reader asked for. */
export function watchPlace(view: Window): ReadonlySignal<string> {
  const read = () => decoded(view.location.hash.slice(1));
  const place = signal(read());
  view.addEventListener("hashchange", () => {
    place.value = read();
  });
  return place;
}

/** Returns the section of a place; the first one if none has it. */
export function sectionAt(place: string, sections: SettingsSections): SettingsSection {
  const [beginning = ""] = place.split("/");
  const isIn = ({ id, places = [] }: SettingsSection) => [id, ...places].includes(beginning);
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
