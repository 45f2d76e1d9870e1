import { describe, expect, it } from "vitest";
import { isPrivateHost } from "../../../src/platform/network/privateHost.ts";

const hostOf = (address: string) => new URL(address).hostname;

describe("a host", () => {
  it.each([
    "http://localhost/",
    "http://news.localhost/",
    "http://printer/",
    "http://router.local/",
    "http://nas.home.arpa./",
    "http://127.0.0.1/",
    "http://0x7f.1/",
    "http://2130706433/",
    "http://0.0.0.0/",
    "http://10.1.2.3/",
    "http://172.31.0.1/",
    "http://192.168.1.1/",
    "http://169.254.169.254/",
    "http://100.64.0.1/",
    "http://[::1]/",
    "http://[fe80::1]/",
    "http://[fd00::1]/",
    "http://[::ffff:192.168.1.1]/",
  ])("of the reader's own network is private: %s", (address) => {
    expect(isPrivateHost(hostOf(address))).toBe(true);
  });

  it.each([
    "https://news.example/",
    "https://localhost.example/",
    "http://172.32.0.1/",
    "http://8.8.8.8/",
    "http://[2606:4700::1111]/",
    "http://[::ffff:8.8.8.8]/",
  ])("of the internet is not: %s", (address) => {
    expect(isPrivateHost(hostOf(address))).toBe(false);
  });
});
