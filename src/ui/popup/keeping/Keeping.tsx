import { useEffect, useMemo } from "preact/hooks";
import { KeepSection } from "./KeepSection.tsx";
import { createKeepingModel, type KeepingPorts } from "./keepingModel.ts";

/** The section on keeping the page of the tab, which asks how things stand when it is first drawn. */
export function Keeping({ ports }: { readonly ports: KeepingPorts }) {
  const model = useMemo(() => createKeepingModel(ports), [ports]);
  useEffect(() => void model.load(), [model]);
  return <KeepSection model={model} />;
}
