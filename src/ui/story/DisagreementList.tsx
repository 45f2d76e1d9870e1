import type { StoryReport } from "../../engine/model/index.ts";
import { textAttributes } from "../components/textDirection.ts";
import { useWording } from "../components/wording.ts";
import { detailKeys } from "./changeWords.ts";
import { namesOf } from "./outletNames.ts";

/** Lists each detail in which outlets disagree: the sentence, and who prints which value. */
export function DisagreementList({ report }: { readonly report: StoryReport }) {
  const { t, formats } = useWording();
  const { articles, statements } = report;
  return (
    <ul class="disputes">
      {report.disagreements.map(({ kind, statement, values }, at) => {
        const first = statements[statement]!.versions[0]!;
        return (
          <li key={at} class="dispute">
            <blockquote class="wording" {...textAttributes(articles[first.article]?.language)}>
              {first.text}
            </blockquote>
            <table>
              <thead>
                <tr>
                  <th scope="col">{t(detailKeys[kind])}</th>
                  <th scope="col">{t("columnOutlet")}</th>
                </tr>
              </thead>
              <tbody>
                {values.map(({ text, articles: places }) => (
                  <tr key={text}>
                    <th scope="row" class="value">
                      <bdi>{text}</bdi>
                    </th>
                    <td>{formats.list(namesOf(places, articles, t))}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </li>
        );
      })}
    </ul>
  );
}
