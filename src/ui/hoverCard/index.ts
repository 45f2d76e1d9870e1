export { relationStyles } from "../components/tokens.ts";
export { createWording, type Wording } from "../components/wording.ts";
export {
  type CardAnchor,
  type CardHost,
  createCardHost,
  removeHosts,
} from "./cardHost.tsx";
