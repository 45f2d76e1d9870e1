import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { useWording } from "../components/wording.ts";

const tabs = [
  { name: "passages", label: "viewPassages" },
  { name: "outlets", label: "viewOutlets" },
  { name: "time", label: "viewTime" },
  { name: "sources", label: "viewSources" },
] as const;

/** The views of a page's cross-references. */
export type ViewName = (typeof tabs)[number]["name"];

interface ViewTabsProps {
  readonly chosen: ViewName;
  readonly onChoose: (name: ViewName) => void;
  /** The chosen view. */
  readonly children: ComponentChildren;
}

/**
 * Shows tabs as the ARIA practices describe them: one stop for Tab; arrow keys, Home and End
 * choose.
 */
export function ViewTabs({ chosen, onChoose, children }: ViewTabsProps) {
  const { t } = useWording();
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const to = targetOf(event.key, chosen, t("textDirection") === "rtl");
    if (to === null) return;
    event.preventDefault();
    onChoose(tabs[to]!.name);
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[to]?.focus();
  };
  return (
    <>
      <div
        class="views"
        role="tablist"
        aria-label={t("viewsLabel")}
        ref={list}
        onKeyDown={onKeyDown}
      >
        {tabs.map(({ name, label }) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`tab-${name}`}
            aria-selected={name === chosen}
            aria-controls="view"
            tabIndex={name === chosen ? 0 : -1}
            onClick={() => onChoose(name)}
          >
            {t(label)}
          </button>
        ))}
      </div>
      <div id="view" role="tabpanel" aria-labelledby={`tab-${chosen}`}>
        {children}
      </div>
    </>
  );
}

/** Returns the tab that a key selects; null for other keys. */
function targetOf(key: string, chosen: ViewName, isRightToLeft: boolean): number | null {
  const at = tabs.findIndex(({ name }) => name === chosen);
  const ahead = isRightToLeft ? "ArrowLeft" : "ArrowRight";
  const back = isRightToLeft ? "ArrowRight" : "ArrowLeft";
  if (key === ahead) return (at + 1) % tabs.length;
  if (key === back) return (at + tabs.length - 1) % tabs.length;
  if (key === "Home") return 0;
  return key === "End" ? tabs.length - 1 : null;
}
