import { useEffect, useMemo } from "preact/hooks";
import type { NothingFound } from "./FollowMore.tsx";
import { KeepSection } from "./KeepSection.tsx";
import { createKeepingModel, type KeepingPorts } from "./keepingModel.ts";

interface KeepingProps {
  readonly ports: KeepingPorts;
  readonly nothingFound: NothingFound | null;
}

/** Shows the section on saving the tab's page, which loads its state when it is first rendered. */
export function Keeping({ ports, nothingFound }: KeepingProps) {
  const model = useMemo(() => createKeepingModel(ports), [ports]);
  useEffect(() => void model.load(), [model]);
  return <KeepSection model={model} nothingFound={nothingFound} />;
}
