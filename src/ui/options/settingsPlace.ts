import { type ReadonlySignal, signal } from "@preact/signals";
import type { SettingsSection, SettingsSections } from "./settingsSections.tsx";

/** What follows "#" in the address: the place that the reader asked for. */
export function watchPlace(view: Window): ReadonlySignal<string> {
  const read = () => decoded(view.location.hash.slice(1));
  const place = signal(read());
  view.addEventListener("hashchange", () => {
    place.value = read();
  });
  return place;
}

/** The section that a place is or stands in; the first one, where it is in none. */
export function sectionAt(place: string, sections: SettingsSections): SettingsSection {
  const [beginning = ""] = place.split("/");
  const isIn = ({ id, places = [] }: SettingsSection) => [id, ...places].includes(beginning);
  return sections.find(isIn) ?? sections[0];
}

/** Anybody can write an address: a malformed one names nothing. */
function decoded(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    return "";
  }
}
