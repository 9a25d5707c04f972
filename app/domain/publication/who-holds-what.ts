import { roleLabels } from "#app/domain/access/vocabulary.ts";
import { partnerKinds } from "#app/domain/documents/vocabulary.ts";

import type { DirectoryFacts, PublicPost } from "./record.ts";
import { plainWords } from "./search.ts";

/** What an entry of the national directory is about: a body of one of three kinds, or a post of a whole partnership. */
export const entryKinds = [...partnerKinds, "chair", "scrutineer"] as const;
export type EntryKind = (typeof entryKinds)[number];

/** One of a kind, then several. */
export const entryKindLabels: Record<EntryKind, { one: string; many: string }> = {
  "local-authority": { one: "council", many: "Councils" },
  icb: { one: "integrated care board", many: "Integrated care boards" },
  police: { one: "police force", many: "Police forces" },
  chair: { one: "partnership chair", many: "Partnership chairs" },
  scrutineer: { one: "independent scrutineer", many: "Independent scrutineers" },
};

export const entryStates = ["vacant", "acting", "several"] as const;
export type EntryState = (typeof entryStates)[number];

export const entryStateLabels: Record<EntryState, string> = {
  vacant: "An office is vacant",
  acting: "Somebody is acting",
  several: "Sits in several partnerships",
};

/** An office of an entry in one partnership. `post` is null where the partnership has no such post. */
export interface HeldOffice {
  role: "lsp" | "dsp" | "chair" | "scrutineer";
  post: PublicPost | null;
}

/** Where an entry holds offices. */
export interface Place {
  partnership: DirectoryFacts["partnership"];
  offices: HeldOffice[];
}

/** A body with all its seats, or a partnership's own post. */
export interface DirectoryEntry {
  kind: EntryKind;
  key: string;
  /** The body, or "Partnership chair". */
  name: string;
  /** The body's official code. */
  code: string | null;
  /** By the partnership's name; at least one. */
  places: Place[];
}

/** What somebody asks the directory for, as the address says it. */
export interface DirectoryQuery {
  q: string;
  kind: EntryKind | null;
  state: EntryState | null;
}

const longestQuery = 100;
const byName = (a: string, b: string) => a.localeCompare(b, "en-GB");

/**
 * Everybody who holds something: each body once, under its official code, with every seat it has; then chairs and
 * scrutineers. A body goes by the name it has in the directory published last.
 * @param directories newest published first
 */
export function listEntries(directories: readonly DirectoryFacts[]): DirectoryEntry[] {
  const bodies = new Map<string, DirectoryEntry>();
  for (const { partnership, seats } of directories) {
    for (const { kind, organisation, organisationCode: code, lead, delegate } of seats) {
      const body = bodies.get(code) ?? { kind, key: code, name: organisation, code, places: [] };
      body.places.push({ partnership, offices: [{ role: "lsp", post: lead }, { role: "dsp", post: delegate }] });
      bodies.set(code, body);
    }
  }
  const posts = (["chair", "scrutineer"] as const).flatMap((role) =>
    directories.map((facts): DirectoryEntry => {
      const { partnership } = facts;
      return { kind: role, key: `${role}-${partnership.slug}`, name: roleLabels[role], code: null, places: [{ partnership, offices: [{ role, post: facts[role] }] }] };
    }),
  );
  const all = [...bodies.values(), ...posts];
  for (const entry of all) entry.places.sort((a, b) => byName(a.partnership.name, b.partnership.name));
  return all.sort((a, b) => entryKinds.indexOf(a.kind) - entryKinds.indexOf(b.kind) || byName(a.name, b.name) || byName(placeName(a), placeName(b)));
}

function placeName({ places }: DirectoryEntry): string {
  return places[0]?.partnership.name ?? "";
}

/** Reads the filters of an address; what it does not know is left out. */
export function readDirectoryQuery(parameters: URLSearchParams): DirectoryQuery {
  const kind = parameters.get("kind");
  const state = parameters.get("state");
  return {
    q: (parameters.get("q") ?? "").replace(/\p{Cc}+/gu, " ").trim().slice(0, longestQuery).toWellFormed(),
    kind: entryKinds.find((each) => each === kind) ?? null,
    state: entryStates.find((each) => each === state) ?? null,
  };
}

/** The address of what is asked for, without what is not. @param format the same entries as a page or as a file */
export function directoryPath({ q, kind, state }: DirectoryQuery, { format = "", page = 1 }: { format?: "" | ".csv" | ".json"; page?: number } = {}): string {
  const parameters = new URLSearchParams({ ...(q ? { q } : {}), ...(kind ? { kind } : {}), ...(state ? { state } : {}), ...(page > 1 ? { page: String(page) } : {}) }).toString();
  return `/directory${format}${parameters ? `?${parameters}` : ""}`;
}

const passes: Record<EntryState, (entry: DirectoryEntry) => boolean> = {
  vacant: (entry) => officesOf(entry).some(({ post }) => !post?.holder),
  acting: (entry) => officesOf(entry).some(({ post }) => post?.holder?.acting),
  several: ({ places }) => places.length > 1,
};

function officesOf({ places }: DirectoryEntry): HeldOffice[] {
  return places.flatMap((place) => place.offices);
}

/** The entries asked for: of the kind, in the state, and with every word (the start of one is enough) in their bodies, partnerships, offices or names. */
export function findEntries(entries: readonly DirectoryEntry[], { q, kind, state }: DirectoryQuery): DirectoryEntry[] {
  const asked = plainWords(q);
  return entries.filter((entry) => (kind === null || entry.kind === kind) && (state === null || passes[state](entry)) && holdsWords(entry, asked));
}

function holdsWords(entry: DirectoryEntry, asked: readonly string[]): boolean {
  if (asked.length === 0) return true;
  const said = [entry.name, ...entry.places.map((place) => place.partnership.name), ...officesOf(entry).flatMap(({ post }) => [post?.office, post?.holder?.name])];
  const words = plainWords(said.filter(Boolean).join(" "));
  return asked.every((word) => words.some((each) => each.startsWith(word)));
}

/** "3 councils, 1 police force and 2 partnership chairs" */
export function countEntries(entries: readonly DirectoryEntry[]): string {
  const parts = entryKinds.flatMap((kind) => {
    const count = entries.filter((entry) => entry.kind === kind).length;
    const { one, many } = entryKindLabels[kind];
    return count === 0 ? [] : [`${String(count)} ${count === 1 ? one : many.toLowerCase()}`];
  });
  return parts.length === 0 ? "Nobody" : new Intl.ListFormat("en-GB").format(parts);
}

/** Holders of one office across places, each said once with the places it is so in. */
export interface SharedOffice {
  post: PublicPost | null;
  partnerships: DirectoryFacts["partnership"][];
}

/** Who holds an office of an entry: one line when it is the same everywhere. A withheld name is never taken for another. */
export function sharedOffices({ places }: DirectoryEntry, role: HeldOffice["role"]): SharedOffice[] {
  const found = new Map<string, SharedOffice>();
  for (const { partnership, offices } of places) {
    const post = offices.find((office) => office.role === role)?.post ?? null;
    const key = JSON.stringify(post && [post.office, post.holder && [post.holder.name, post.holder.acting]]);
    const shared = found.get(key) ?? { post, partnerships: [] };
    shared.partnerships.push(partnership);
    found.set(key, shared);
  }
  return [...found.values()];
}
