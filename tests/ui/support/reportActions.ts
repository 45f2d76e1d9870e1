import { vi } from "vitest";

/** What a reader can do with a report, none of which does anything. */
export function reportActions() {
  return {
    jumpTo: vi.fn(),
    dismiss: vi.fn(),
    copy: vi.fn(),
    search: vi.fn(),
    save: vi.fn(),
    retrieved: vi.fn(async () => ({})),
  };
}
