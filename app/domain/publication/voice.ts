import type { Chooser, Setting, Voice } from "#app/domain/agencies/voice/vocabulary.ts";
import type { Held } from "#app/domain/people/rules.ts";
import type { EducationLevel } from "#app/domain/people/vocabulary.ts";

/** How somebody was chosen to represent others, and for whom they speak. ISO dates. */
export interface Representation {
  chosenBy: Chooser;
  chosenOn: string;
  /** In plain words. */
  how: string;
  speaksFor: Setting[];
  /** The day from which they speak for nobody any more unless they are chosen again. */
  until: string | null;
  /** The day on which this was recorded. */
  recordedOn: string;
}

/** Somebody's time as a representative: by office, never by name. */
export interface RepresentativeHolder extends Held {
  office: string;
  acting: boolean;
  /** Oldest first; the last one applies. */
  representations: Representation[];
}

/** A post that represents education or the voluntary sector, with everybody who has held it. `since` and `until` say when the post exists. */
export interface PublishedRepresentative extends Held {
  /** Of the post. */
  id: string;
  voice: Voice;
  /** Of education. */
  level: EducationLevel | null;
  /** For whom it speaks, as the partnership calls them: "The schools of Northmoor". */
  body: string;
  office: string;
  holders: RepresentativeHolder[];
}

/** A named agency that speaks for others, with the named ones for which it does. */
export interface PublishedRepresentativeBody {
  /** Of the body, as in the list. */
  id: string;
  /** What it is, in plain words. */
  role: string;
  since: string;
  /** The ids of its members in the list. */
  members: string[];
  /** Members that are not in the register, by a count somebody else made. */
  outside: { count: number; source: string; on: string } | null;
}
