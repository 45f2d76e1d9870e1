import type { ListOrder } from "../../messages/defaultChoices.ts";
import { useWording } from "../components/wording.ts";

interface OrderChoiceProps {
  readonly order: ListOrder;
  readonly onChoose: (order: ListOrder) => void;
}

const orders = [
  { order: "weight", label: "orderByWeight" },
  { order: "page", label: "orderOfPage" },
] as const;

/** Shows the choice of the passages' order. */
export function OrderChoice({ order, onChoose }: OrderChoiceProps) {
  const { t } = useWording();
  return (
    <fieldset class="order">
      <legend class="visually-hidden">{t("orderLabel")}</legend>
      {orders.map((its) => (
        <button
          key={its.order}
          type="button"
          class="quiet"
          aria-pressed={its.order === order}
          onClick={() => onChoose(its.order)}
        >
          {t(its.label)}
        </button>
      ))}
    </fieldset>
  );
}
