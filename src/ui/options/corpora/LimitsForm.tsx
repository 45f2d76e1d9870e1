import type { Ref } from "preact";
import { useRef } from "preact/hooks";
import type { CorporaStatus } from "../../../messages/corporaProtocol.ts";
import { useWording } from "../../components/wording.ts";
import type { CorporaModel } from "./corporaModel.ts";

interface LimitsFormProps {
  readonly model: CorporaModel;
  readonly status: CorporaStatus;
}

const bytesOfMegabyte = 1_000_000;

/** Shows the storage limit of the reader's own articles, and how long read ones are kept. */
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
        <NumberField
          field={megabytes}
          label={t("limitMegabytes")}
          most={100_000}
          value={Math.round(mostBytes / bytesOfMegabyte)}
          onChange={onChange}
        />
      </p>
      <p>
        <NumberField
          field={days}
          label={t("limitDays")}
          most={36_500}
          value={readDays}
          onChange={onChange}
        />{" "}
        <span class="hint">{t("limitDaysText")}</span>
      </p>
    </fieldset>
  );
}

interface NumberFieldProps {
  readonly field: Ref<HTMLInputElement>;
  readonly label: string;
  readonly most: number;
  /** Null if the field is empty. */
  readonly value: number | null;
  readonly onChange: () => void;
}

function NumberField({ field, label, most, value, onChange }: NumberFieldProps) {
  return (
    <label>
      {label}{" "}
      <input
        ref={field}
        type="number"
        min={1}
        max={most}
        defaultValue={value === null ? "" : String(value)}
        onChange={onChange}
      />
    </label>
  );
}
