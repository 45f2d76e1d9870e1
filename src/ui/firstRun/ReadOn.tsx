import type { FollowedFeed } from "../../messages/feedProtocol.ts";
import { useWording } from "../components/wording.ts";
import { type StarterOutlet, starterLanguages } from "../starterFeeds/starterOutlets.ts";

interface ReadOnProps {
  readonly outlets: readonly StarterOutlet[];
  readonly followed: readonly FollowedFeed[];
  /** BCP 47 tags of the browser's languages, in order of preference. */
  readonly languages: readonly string[];
}

/** The most links; more would be a list to choose from. */
const mostLinks = 5;

/**
 * Links to the sites of the outlets that the reader follows, or of some in the reader's language.
 */
export function ReadOn({ outlets, followed, languages }: ReadOnProps) {
  const { t } = useWording();
  const [language] = starterLanguages(outlets, languages);
  const isFollowed = ({ feed }: StarterOutlet) => followed.some(({ url }) => url === feed);
  const own = outlets.filter(isFollowed);
  const offered = own.length > 0 ? own : outlets.filter((its) => its.language === language);
  return (
    <section class="read-on" aria-labelledby="read-on-heading">
      <h2 id="read-on-heading">{t("readOnTitle")}</h2>
      <p class="hint">{t("readOnText")}</p>
      <ul>
        {offered.slice(0, mostLinks).map(({ feed, site, outlet }) => (
          <li key={feed}>
            <a href={site} target="_blank" rel="noopener noreferrer">
              {outlet}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
