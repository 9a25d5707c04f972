import { type Setting, settings } from "./vocabulary.ts";

/** What somebody asks of the register when choosing members: words, and a kind of setting. */
export interface LineQuery {
  q: string;
  setting: Setting | null;
}

const longestQuery = 100;

/** Reads what is asked of the register from an address, or from a form that repeats it; what it does not know is left out. */
export function readLineQuery({ q, setting }: { q: string | null; setting: string | null }): LineQuery {
  return {
    q: (q ?? "").replace(/\p{Cc}+/gu, " ").trim().slice(0, longestQuery).toWellFormed(),
    setting: settings.find((each) => each === setting) ?? null,
  };
}

/** The same as an address has it: "?setting=primary&page=2", or nothing. */
export function lineSearch({ q, setting }: LineQuery, page = 1): string {
  const parameters = new URLSearchParams({ ...(q ? { q } : {}), ...(setting ? { setting } : {}), ...(page > 1 ? { page: String(page) } : {}) }).toString();
  return parameters ? `?${parameters}` : "";
}
