import { useWording } from "../components/wording.ts";

/** Shows the button that opens the side panel. Browsers allow that only in click handlers. */
export function PanelButton({ onOpen }: { readonly onOpen: () => void }) {
  const { t } = useWording();
  return (
    <button type="button" class="icon-button" title={t("openSidePanel")} onClick={onOpen}>
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <path
          d="M1.5 2.5h13v11h-13zM10 2.5v11"
          fill="none"
          stroke="currentColor"
          stroke-width="1.25"
        />
      </svg>
      <span class="visually-hidden">{t("openSidePanel")}</span>
    </button>
  );
}
