import type { Representation } from "#app/domain/publication/voice.ts";
import type { EducationLevel } from "#app/domain/people/vocabulary.ts";

import type { RepresentativeOnDay, SettingCount } from "./rules.ts";
import type { Voice } from "./vocabulary.ts";

/** A representative as the portal shows them. */
export interface RepresentativeLine extends RepresentativeOnDay {
  /** Who holds the post; null is a vacancy. Shown inside the portal only. */
  name: string | null;
}

/** A representative whose choosing is recorded, with every revision, the newest first. */
export interface RepresentativeToRecord {
  postId: string;
  voice: Voice;
  level: EducationLevel | null;
  body: string;
  office: string;
  /** Null: nobody holds the post, so there is nobody who was chosen. */
  holder: { appointmentId: string; name: string; since: string } | null;
  revision: number;
  revisions: Representation[];
}

/** An agency of the register in a few words. `id` is that of its membership. */
export interface AgencyLine {
  id: string;
  legalName: string;
  parent: string | null;
  categoryTitle: string;
}

/** An agency that speaks for others. */
export interface BodyLine {
  /** Of its membership. */
  id: string;
  legalName: string;
  role: string;
  since: string;
  /** ISO date; the first day on which it speaks for nobody. */
  until: string | null;
  named: boolean;
  members: number;
  counts: SettingCount[];
  outside: { count: number; source: string; on: string } | null;
  revision: number;
}

/** A member of such a body. */
export interface MemberLine extends AgencyLine {
  startsOn: string;
}

/** How many agencies of a sector nobody speaks for, of how many. */
export interface Unrepresented {
  without: number;
  of: number;
}

/** Who speaks for whom in a partnership today. */
export interface VoiceView {
  today: string;
  representatives: RepresentativeLine[];
  bodies: BodyLine[];
  unrepresented: Record<Voice, Unrepresented>;
}
