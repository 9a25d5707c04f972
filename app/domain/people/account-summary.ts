/** Which accounts an administrator wants to see. */
export const accountFilters = ["all", "not-set-up", "no-second-factor", "reset", "suspended", "administrators"] as const;
export type AccountFilter = (typeof accountFilters)[number];

export const accountFilterLabels: Record<AccountFilter, string> = {
  all: "All accounts",
  "not-set-up": "Not set up yet",
  "no-second-factor": "Set up, no second factor",
  reset: "Second factor: a reset is under way",
  suspended: "Suspended",
  administrators: "Administrators",
};

/** The filter that an address asks for; anything else asks for all. */
export function readAccountFilter(value: string | null): AccountFilter {
  return accountFilters.find((filter) => filter === value) ?? "all";
}

/** An account as an administrator sees it. Moments are ISO moments. */
export interface AccountSummary {
  personId: string;
  /** Null when it is withheld; the address is then masked. */
  name: string | null;
  email: string;
  suspended: boolean;
  hasPassword: boolean;
  hasSecondFactor: boolean;
  administrator: boolean;
  lastSignedInAt: string | null;
  /** Until when an open invitation works; null when there is none. */
  invitedUntil: string | null;
  factorReset: "asked" | "proposed" | "confirmed" | null;
  /** The partnerships where they hold an office, today or to come. */
  places: { slug: string; name: string }[];
}

export interface AccountPage {
  accounts: AccountSummary[];
  /** How many there are on all pages. */
  total: number;
  page: number;
  pages: number;
}
