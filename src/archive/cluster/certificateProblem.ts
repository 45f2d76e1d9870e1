import { isObject } from "./answers.ts";

const unknownAuthority =
  "has a certificate of an unknown authority; name the authority's certificate in NODE_EXTRA_CA_CERTS";

/** What is wrong with a certificate, by Node's code for it; browsers do not say. */
const problems: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: unknownAuthority,
  SELF_SIGNED_CERT_IN_CHAIN: unknownAuthority,
  UNABLE_TO_GET_ISSUER_CERT: unknownAuthority,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: unknownAuthority,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: unknownAuthority,
  CERT_HAS_EXPIRED: "has a certificate that has expired",
  ERR_TLS_CERT_ALTNAME_INVALID: "has a certificate for another host; check the address",
};

/** Returns what is wrong with a node's certificate, by what `fetch` threw; null for another error. */
export function certificateProblem(error: unknown): string | null {
  const cause = error instanceof TypeError ? error.cause : null;
  const code = isObject(cause) ? cause.code : null;
  return typeof code === "string" ? (problems[code] ?? null) : null;
}
