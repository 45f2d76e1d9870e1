// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type {
  ArchiveCheck,
  ArchiveLocation,
  ArchiveStatus,
} from "../../../src/messages/archiveProtocol.ts";
import type { BackgroundClient } from "../../../src/messages/client.ts";
import { WordingContext } from "../../../src/ui/components/wording.ts";
import { ArchiveSection } from "../../../src/ui/options/archive/ArchiveSection.tsx";
import { createArchiveModel } from "../../../src/ui/options/archive/archiveModel.ts";
import { englishWording } from "../support/englishWording.ts";
import { expectAccessible } from "../support/expectAccessible.ts";

const place: ArchiveLocation = {
  nodes: ["https://one.example:9200", "https://two.example:9200"],
  ...{ name: "politics", user: null },
};
const connected: ArchiveCheck = { kind: "connected", nodes: 2, of: 2, articles: 12_345 };

/** Background and browser; `log` is told what is asked of them, in order. */
class World {
  readonly log: string[] = [];
  status: ArchiveStatus = { place: null, isOn: false };
  check: ArchiveCheck = connected;
  isGranted = true;
  granted: readonly string[] = ["https://one.example/*"];
  feeds: readonly { readonly url: string }[] = [];
  isGone = false;

  readonly background = (async (name: string, request: Record<string, unknown>) => {
    if (this.isGone) throw new Error("gone");
    if (!["archive/status", "feeds/list"].includes(name))
      this.log.push(`${name} ${JSON.stringify(request)}`);
    switch (name) {
      case "archive/setUp":
        if (this.check.kind === "connected") this.status = { place, isOn: true };
        return this.check;
      case "archive/check":
        return this.check;
      case "archive/switch":
        this.status = { ...this.status, isOn: request.on === true };
        return this.status;
      case "archive/remove":
        this.status = { place: null, isOn: false };
        return { origins: this.granted };
      case "feeds/list":
        return this.feeds;
      default:
        return this.status;
    }
  }) as unknown as BackgroundClient;

  readonly model = createArchiveModel({
    background: this.background,
    requestHosts: async (hosts) => {
      this.log.push(`permission ${hosts.join(" ")}`);
      return { isGranted: this.isGranted, granted: this.granted };
    },
    giveBack: async (origins) => void this.log.push(`given back ${origins.join(" ")}`),
  });
}

let world: World;

beforeEach(() => {
  document.documentElement.lang = "en";
  document.title = "Settings";
  world = new World();
});
afterEach(cleanup);

async function open(status: Partial<ArchiveStatus> = {}): Promise<void> {
  world.status = { ...world.status, ...status };
  await world.model.load();
  render(
    <WordingContext.Provider value={englishWording()}>
      <main>
        <h1>Settings</h1>
        <ArchiveSection model={world.model} />
      </main>
    </WordingContext.Provider>,
  );
}

function type(label: string, value: string): void {
  fireEvent.input(screen.getByLabelText(new RegExp(`^${label}`)), { target: { value } });
}

function chooseKey(text: string): void {
  const file = new File([text], "archive.key");
  // jsdom's files cannot be read by this.
  Object.assign(file, { text: async () => text });
  fireEvent.change(screen.getByLabelText(/^Key file/), { target: { files: [file] } });
}

const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));
const says = (words: string | RegExp) =>
  waitFor(() => expect(screen.getByRole("status").textContent).toMatch(words));

describe("the archive in the settings", () => {
  it("tells what leaves, and what its operator can find out, before anything is asked", async () => {
    await open();
    expect(screen.getByText(/hashes of its words, names, numbers and dates/)).toBeTruthy();
    expect(screen.getByText(/nothing is ever sent from private windows/)).toBeTruthy();
    expect(screen.getByText(/identify 92 out of every 100 hashed names/)).toBeTruthy();
    expect(world.log).toEqual([]);
    await expectAccessible();
  });

  it("is set up by addresses, key file, name and password; the hosts' permission is asked for first", async () => {
    await open();
    type("Node addresses", "https://one.example:9200/politics, http://two.example:9200/politics");
    chooseKey("abc-123");
    type("User name", "reader");
    type("Password", "hush");
    press("Connect");
    await says("Connected: 2 nodes, 12,345 articles");
    const setup = {
      addresses: ["https://one.example:9200/politics", "http://two.example:9200/politics"],
      ...{ keyText: "abc-123", user: "reader", password: "hush" },
    };
    expect(world.log).toEqual([
      "permission one.example two.example",
      `archive/setUp ${JSON.stringify({ setup, origins: world.granted })}`,
    ]);
    expect(screen.getByText(/^Archive “politics” at https:\/\/one/)).toBeTruthy();
    // Key and password are nowhere to be seen any more.
    expect(document.body.innerHTML).not.toMatch(/abc-123|hush/);
    await expectAccessible();
  });

  it.each([
    ["wrongKey", "This key does not open this archive."],
    ["unreachable", "The archive cannot be reached."],
    ["notSignedIn", "The archive does not accept this user name and password."],
    ["notAllowed", "This user is not allowed to read the archive."],
    ["wrongVersion", "The archive was built by another version of Second Source."],
    ["notAKey", "No key file was chosen, or the file has no key."],
  ] as const)("names what is wrong (%s), and gives the permission back", async (problem, words) => {
    world.check = { kind: "failed", problem };
    await open();
    type("Node addresses", "https://one.example:9200");
    press("Connect");
    await says(words);
    expect(world.log.at(-1)).toBe("given back https://one.example/*");
    expect(screen.getByRole("button", { name: "Connect" })).toBeTruthy();
  });

  it("asks nobody where no address was typed, or one that is none", async () => {
    await open();
    press("Connect");
    await says(/^Not a valid archive address/);
    type("Node addresses", "https://one.example ftp://two.example");
    press("Connect");
    await says(/^Not a valid archive address/);
    expect(world.log).toEqual([]);
  });

  it("asks nobody without the permission", async () => {
    world.isGranted = false;
    await open();
    type("Node addresses", "https://one.example");
    press("Connect");
    await says("You did not grant permission");
    expect(world.log).toEqual(["permission one.example"]);
  });

  it("does not read a file that is too long for a key", async () => {
    await open();
    type("Node addresses", "https://one.example");
    chooseKey("x".repeat(1_001));
    press("Connect");
    await says("Connected");
    expect(world.log.at(-1)).toContain('"keyText":""');
  });

  it("is checked, switched off and on again", async () => {
    world.check = { kind: "connected", nodes: 1, of: 2, articles: 12_345 };
    await open({ place, isOn: true });
    press("Check the connection");
    await says("Connected, but only 1 of 2 nodes are responding; 12,345 articles");
    fireEvent.click(screen.getByRole("switch", { name: "Also compare with the archive" }));
    await screen.findByText("Nothing is sent to the archive.");
    expect(screen.getByRole("switch").getAttribute("aria-checked")).toBe("false");
    expect(world.log).toEqual([
      ...["permission one.example two.example", "archive/check {}", 'archive/switch {"on":false}'],
    ]);
  });

  it("is removed with the permission that was its own", async () => {
    await open({ place, isOn: true });
    press("Remove the archive");
    await says("The archive was removed");
    expect(world.log).toEqual(["archive/remove {}", "given back https://one.example/*"]);
    expect(screen.getByRole("button", { name: "Connect" })).toBeTruthy();
  });

  it("leaves a host to a feed that is followed there", async () => {
    world.granted = ["https://one.example/*", "https://two.example/*"];
    world.feeds = [{ url: "https://one.example/rss" }];
    await open({ place, isOn: true });
    press("Remove the archive");
    await says("The archive was removed");
    expect(world.log.at(-1)).toBe("given back https://two.example/*");
  });

  it("says where nobody answers", async () => {
    await open({ place, isOn: true });
    world.isGone = true;
    press("Check the connection");
    await says("That could not be saved. Please try again.");
  });
});
