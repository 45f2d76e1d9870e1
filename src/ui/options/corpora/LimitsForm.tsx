import { useRef } from "preact/hooks";
import type { CorporaStatus } from "../../../messages/corporaProtocol.ts";
import { useWording } from "../../components/wording.ts";
import type { CorporaModel } from "./corporaModel.ts";

interface LimitsFormProps {
  readonly model: CorporaModel;
  readonly status: CorporaStatus;
}

const bytesOfMegabyte = 1_000_000;

/** How much room the reader's own articles may take, and how long read ones are kept. */
export function LimitsForm({ model, status }: LimitsFormProps) {
  const { t } = useWording();
  const { mostBytes, readDays } = status.limits;
  const megabytes = useRef<HTMLInputElement>(null);
  const days = useRef<HTMLInputElement>(null);
  const onChange = () => {
    const most = Number(megabytes.current?.value);
    const kept = Number(days.current?.value);
    if (!(most >= 1)) return;
    const limits = { mostBytes: most * bytesOfMegabyte, readDays: kept >= 1 ? kept : null };
    void model.setLimits(limits);
  };
  return (
    <fieldset>
      <legend>{t("limitsTitle")}</legend>
      <p>
        <label>
          {t("limitMegabytes")}{" "}
          <input
            ref={megabytes}
            type="number"
            min={1}
            max={100_000}
            defaultValue={String(Math.round(mostBytes / bytesOfMegabyte))}
            onChange={onChange}
          />
        </label>
      </p>
      <p>
        <label>
          {t("limitDays")}{" "}
          <input
            ref={days}
            type="number"
            min={1}
            max={36_500}
            defaultValue={readDays === null ? "" : String(readDays)}
            onChange={onChange}
          />
        </label>{" "}
        <span class="hint">{t("limitDaysText")}</span>
      </p>
    </fieldset>
  );
}
