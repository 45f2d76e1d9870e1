import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { globSync } from "tinyglobby";
import { describe, expect, it } from "vitest";

const pages = globSync(["*.md", "docs/**/*.md", "src/**/*.md", "tests/**/*.md"]);

/** Links and pictures of a page of the project, less those that lead to the web. */
function linksOf(page: string): readonly string[] {
  const text = readFileSync(page, "utf8").replace(/```[\s\S]*?```/g, "");
  const links = [...text.matchAll(/\]\(([^()\s]+)\)/g)].map(([, target]) => target!);
  return links.filter((target) => !/^[a-z]+:/.test(target));
}

/** The address of a heading, as the hosts of repositories write it. */
function addressesOf(page: string): readonly string[] {
  const headings = readFileSync(page, "utf8").matchAll(/^#+ (.+)$/gm);
  return [...headings].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, "")
      .trim()
      .replace(/\s/g, "-"),
  );
}

describe("the project's pages", () => {
  it("are found", () => {
    expect(pages).toContain("README.md");
    expect(pages.flatMap(linksOf).length).toBeGreaterThan(20);
  });

  it.each(pages)("%s: every link leads somewhere", (page) => {
    const broken = linksOf(page).filter((target) => {
      const [file = "", heading] = target.split("#");
      const place = file === "" ? page : join(dirname(page), file);
      if (!existsSync(place)) return true;
      return heading !== undefined && !addressesOf(place).includes(heading);
    });
    expect(broken).toEqual([]);
  });
});
