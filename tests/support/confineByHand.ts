/** A confined way to the web for Node, which shows where redirects lead: they are followed by hand. */
import type { Confine } from "../../src/platform/network/confine.ts";

const mostRedirects = 5;

export const confineByHand: Confine = (origins, use) => {
  let isRefused = false;
  const follow = async (address: string, init: RequestInit | undefined): Promise<Response> => {
    let url = address;
    for (let redirects = 0; redirects <= mostRedirects; redirects++) {
      const response = await fetch(url, { ...init, redirect: "manual" });
      const location = response.headers.get("location");
      if (location === null) return at(url, response);
      const next = new URL(location, url);
      isRefused = !origins.includes(next.origin);
      if (isRefused) throw new TypeError("refused");
      url = next.href;
    }
    throw new TypeError("too many redirects");
  };
  return use({
    fetch: (address, init) => follow(String(address), init),
    refusedRedirect: async () => isRefused,
  });
};

function at(url: string, response: Response): Response {
  return Object.defineProperty(response, "url", { value: url });
}
