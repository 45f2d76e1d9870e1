import { type Translate, useWording } from "../components/wording.ts";
import type { OptionsModel } from "./optionsModel.ts";
import { TypedForm } from "./TypedForm.tsx";

/** Lists the sites that are switched off, and those that the browser lets Second Source read. */
export function SitesSection({ model }: { readonly model: OptionsModel }) {
  const { t } = useWording();
  const { off, granted } = model.sites.value;
  return (
    <section aria-labelledby="sites-heading">
      <h2 id="sites-heading">{t("sitesTitle")}</h2>
      <h3>{t("sitesOff")}</h3>
      {off.length === 0 && <p class="hint">{t("sitesOffNone")}</p>}
      <ul class="sites">
        {off.map((host) => (
          <li key={host}>
            <span dir="ltr">{host}</span>
            <button
              type="button"
              class="quiet"
              aria-label={t("switchOnHost", [host])}
              onClick={() => void model.switchSite(host, true)}
            >
              {t("switchOnSite")}
            </button>
          </li>
        ))}
      </ul>
      <TypedForm
        id="host"
        label={t("switchOffLabel")}
        action={t("switchOffSite")}
        onSubmit={async (typed) => {
          await model.switchOff(typed);
          return model.notice.value === null;
        }}
      />
      <h3>{t("sitesGranted")}</h3>
      {granted.length === 0 && <p class="hint">{t("sitesGrantedNone")}</p>}
      <ul class="sites">
        {granted.map((origin) => (
          <li key={origin}>
            <span dir="auto">{pagesOf(origin, t)}</span>
            <button
              type="button"
              class="quiet"
              aria-label={t("removePermissionOf", [pagesOf(origin, t)])}
              onClick={() => void model.removePermission(origin)}
            >
              {t("removePermission")}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Returns the pages of a match pattern in words: all, or one site's. */
function pagesOf(origin: string, t: Translate): string {
  const [, scheme = "", host] = /^([^:]+):\/\/([^/]+)\/\*$/.exec(origin) ?? [];
  if (host === undefined) return origin;
  return host === "*" ? t("everyPageOf", [scheme]) : `${scheme}://${host}`;
}
