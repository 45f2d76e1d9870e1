import type { StoryReport, TollKind } from "../../engine/model/index.ts";
import { textAttributes } from "../components/textDirection.ts";
import { useWording } from "../components/wording.ts";
import { nameOf } from "./outletNames.ts";

/** Lists the numbers of people that outlets print: each with its outlet, when it appeared, and its sentence. */
export function TollList({ report }: { readonly report: StoryReport }) {
  const { t, formats } = useWording();
  return (
    <>
      <p class="hint">{t("storyTollsText")}</p>
      <ul class="disputes">
        {report.tolls.map(({ kind, values }, at) => (
          <li key={at} class="dispute">
            <table>
              <thead>
                <tr>
                  <th scope="col">{t(tollKeys[kind])}</th>
                  <th scope="col">{t("columnOutlet")}</th>
                </tr>
              </thead>
              <tbody>
                {values.map(({ article, text, passage, sentence }) => {
                  const printed = report.articles[article]!;
                  return (
                    <tr key={passage}>
                      <th scope="row" class="value">
                        <bdi>{text}</bdi>
                      </th>
                      <td>
                        <bdi class="outlet">{nameOf(printed, t)}</bdi>
                        {printed.published && ` · ${formats.moment(printed.published)}`}
                        <blockquote class="wording" {...textAttributes(printed.language)}>
                          {sentence}
                        </blockquote>
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Message keys of the kinds of tolls. */
export const tollKeys = {
  dead: "tollDead",
  hurt: "tollHurt",
  missing: "tollMissing",
  arrested: "tollArrested",
} as const satisfies Record<TollKind, string>;
