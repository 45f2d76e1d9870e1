import { useEffect, useMemo } from "preact/hooks";
import type { NothingFound } from "./FollowMore.tsx";
import { KeepSection } from "./KeepSection.tsx";
import { createKeepingModel, type KeepingPorts } from "./keepingModel.ts";

interface KeepingProps {
  readonly ports: KeepingPorts;
  readonly nothingFound: NothingFound | null;
}

/** The section on keeping the page of the tab, which asks how things stand when it is first drawn. */
export function Keeping({ ports, nothingFound }: KeepingProps) {
  const model = useMemo(() => createKeepingModel(ports), [ports]);
  useEffect(() => void model.load(), [model]);
  return <KeepSection model={model} nothingFound={nothingFound} />;
}
