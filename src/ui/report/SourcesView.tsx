import { useWording } from "../components/wording.ts";
import { ChainDrawing } from "./ChainDrawing.tsx";
import { chains } from "./crossReferences.ts";
import type { ViewProps } from "./viewProps.ts";

/** Shows the sources that each outlet names: the chain of attribution by outlet. */
export function SourcesView({ listed }: ViewProps) {
  const { t } = useWording();
  const steps = chains(listed);
  if (steps.length === 0) return <p class="note">{t("noChains")}</p>;
  return <ChainDrawing steps={steps} />;
}
