/** A decision that the public does not read an agency's name, and how it ended. Moments are RFC 3339; reasons are never public. */
export interface Withholding {
  id: string;
  at: string;
  by: string;
  reason: string;
  ended: { at: string; by: string; reason: string } | null;
}

/** A version that was frozen with the agency's name and is not published: it cannot be any more. */
export interface WaitingVersion {
  number: number;
}

/** A named agency whose published words mention the one whose name is withheld. `id` is that of its membership. */
export interface MentioningAgency {
  id: string;
  legalName: string;
}
