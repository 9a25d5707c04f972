/**
 * Where an action can come from, in the order of the filters. To add an origin: an entry here; in a migration a column of
 * portal.actions with a constraint of its own, as actions_of_assessment; the column in db/schema/actions.ts; and how its
 * titles are read, in origin-tables.server.ts.
 */
export const origins = {
  own: {
    label: "Recorded by itself",
    path: null,
    recordable: true,
    scrutineerCloses: false,
  },
  decision: {
    label: "Decision",
    path: (at: string) => `/decisions/${at}`,
    recordable: true,
    scrutineerCloses: false,
  },
  assessment: {
    label: "Self-assessment",
    path: (at: string) => `/assessments/returns/${at}`,
    recordable: false,
    scrutineerCloses: true,
  },
  meeting: {
    label: "Meeting",
    path: (id: string) => `/meetings/${id}`,
    recordable: true,
    scrutineerCloses: false,
  },
  priority: {
    label: "Priority",
    path: (id: string) => `/priorities/${id}`,
    recordable: true,
    scrutineerCloses: false,
  },
} as const satisfies Record<string, OriginWords>;

interface OriginWords {
  label: string;
  /** Where it is, under the partnership's portal; null when there is no such place. @param at its id, or what else its address has */
  path: ((at: string) => string) | null;
  /** Whether the page that records an action can record one of it; otherwise it has a page of its own for that. */
  recordable: boolean;
  /** Whether the scrutineer closes it, too, and not only the delegated partners and the chair. */
  scrutineerCloses: boolean;
}

export type OriginKind = keyof typeof origins;

export const originKinds = Object.keys(origins) as OriginKind[];

/** What an action comes from. */
export type ActionOrigin = { kind: "own" } | { kind: Exclude<OriginKind, "own">; id: string };

export function readOriginKind(text: string | null): OriginKind | null {
  return originKinds.find((kind) => kind === text) ?? null;
}

/** Where an origin is in a partnership's portal, or null. */
export function originPath(slug: string, { kind, at }: { kind: OriginKind; at: string | null }): string | null {
  const { path }: OriginWords = origins[kind];
  return path && at !== null ? `/portal/${slug}${path(at)}` : null;
}
