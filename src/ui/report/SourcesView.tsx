import { useWording } from "../components/wording.ts";
import { ChainDrawing } from "./ChainDrawing.tsx";
import { chains } from "./crossReferences.ts";
import type { ViewProps } from "./viewProps.ts";

/** Whom each outlet names as its source: the chain of attribution, outlet by outlet. */
export function SourcesView({ listed }: ViewProps) {
  const { t } = useWording();
  const steps = chains(listed);
  if (steps.length === 0) return <p class="note">{t("noChains")}</p>;
  return <ChainDrawing steps={steps} />;
}
