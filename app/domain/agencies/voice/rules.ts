import { heldOn } from "#app/domain/people/rules.ts";
import { type EducationLevel, educationLevels } from "#app/domain/people/vocabulary.ts";
import type { PublishedRepresentative, RepresentativeHolder, Representation } from "#app/domain/publication/voice.ts";

import { type Setting, settingLabels, settings, settingsOf, type Voice, voices } from "./vocabulary.ts";

/** What tells which kind of setting an agency is. */
export interface SettingSource {
  /** The id of its category. */
  category: string;
  phase: string | null;
  /** What the register that it is from calls it. */
  establishment: string | null;
}

const byCategory: Record<string, Setting> = {
  "early-later-years": "early-years",
  "childrens-centre": "early-years",
  "maintained-nursery": "early-years",
  "pupil-referral-unit": "special-alternative",
  "alternative-provision-academy": "special-alternative",
  "non-maintained-special": "special-alternative",
  "special-post-16": "special-alternative",
  "16-19-academy": "further-education",
  "further-education": "further-education",
  "higher-education": "further-education",
  "publicly-funded-training": "further-education",
  charity: "voluntary",
  "religious-organisation": "faith",
  "sport-leisure": "sport",
};

const byPhase: [RegExp, Setting][] = [
  [/nursery|early/i, "early-years"],
  [/primary/i, "primary"],
  [/secondary|all-through/i, "secondary"],
  [/16 plus|post-16/i, "further-education"],
];

const schools = new Set(["academy-school", "maintained-school"]);

/** The kind of setting that an agency is, by its category, type and phase; null where it is of neither sector. */
export function settingOf({ category, phase, establishment }: SettingSource): Setting | null {
  const known = byCategory[category];
  if (known) return known;
  const special = /special|alternative provision/i.test(establishment ?? "");
  if (category === "independent-school") return special ? "special-alternative" : "independent";
  if (!schools.has(category)) return null;
  if (special) return "special-alternative";
  return byPhase.find(([pattern]) => pattern.test(phase ?? ""))?.[1] ?? "other-education";
}

export function voiceOf(setting: Setting): Voice {
  return settingsOf.education.includes(setting) ? "education" : "voluntary";
}

/** Somebody who represents others, on one day. */
export interface RepresentativeOnDay {
  id: string;
  voice: Voice;
  level: EducationLevel | null;
  body: string;
  office: string;
  /** Null: nobody holds the post on that day. ISO date. */
  since: string | null;
  acting: boolean;
  /** Null where it was not recorded how they were chosen. */
  representation: Representation | null;
  /** Whether the time for which they were chosen is over. */
  over: boolean;
}

/** Who represents whom on a day, education first: by level, then by body. @param day ISO date */
export function representativesOn(published: readonly PublishedRepresentative[], day: string): RepresentativeOnDay[] {
  const place = ({ voice, level }: RepresentativeOnDay) => voices.indexOf(voice) * 10 + (level ? educationLevels.indexOf(level) : 9);
  return published
    .filter(({ since, until }) => since <= day && (until === null || until > day))
    .map(({ id, voice, level, body, office, holders }) => {
      const holder = heldOn(holders, day);
      const representation = holder && representationOn(holder, day);
      return { id, voice, level, body, office: holder?.office ?? office, since: holder?.since ?? null, acting: holder?.acting ?? false, representation, over: Boolean(representation?.until && representation.until <= day) };
    })
    .sort((a, b) => place(a) - place(b) || a.body.localeCompare(b.body, "en-GB"));
}

/** What applied on a day: the last revision recorded by then, or the first one, since it tells of before. */
function representationOn({ representations }: RepresentativeHolder, day: string): Representation | null {
  return representations.findLast(({ recordedOn }) => recordedOn <= day) ?? representations[0] ?? null;
}

/** The kinds for which somebody speaks at a level on that day; a term that is over counts no more. */
export function spokenFor(representatives: readonly RepresentativeOnDay[], voice: Voice, level: EducationLevel | null): Setting[] {
  const said = new Set(representatives.filter((each) => each.voice === voice && each.level === level && each.since !== null && !each.over).flatMap((each) => each.representation?.speaksFor ?? []));
  return settings.filter((setting) => said.has(setting));
}

/** "Nobody represents early years settings or primary schools at the strategic level." A sentence for each level with a gap; none is claimed of what was not recorded. */
export function gapSentences(representatives: readonly RepresentativeOnDay[], voice: Voice): string[] {
  const levels: (EducationLevel | null)[] = voice === "education" ? [...educationLevels] : [null];
  return levels.flatMap((level) => {
    const spoken = spokenFor(representatives, voice, level);
    const missing = settingsOf[voice].filter((setting) => setting !== "other-education" && !spoken.includes(setting));
    if (missing.length === 0) return [];
    const held = representatives.filter((each) => each.voice === voice && each.level === level && each.since !== null);
    const unknown = held.filter((each) => each.representation === null).length;
    const at = level ? ` at the ${level} level` : "";
    if (spoken.length === 0) return [nothingSpoken(voice, at, { held: held.length, unknown })];
    const gap = `obody represents ${orList(missing.map((setting) => settingLabels[setting].many))}${at}`;
    return [unknown === 0 ? `N${gap}.` : `As far as it is recorded, n${gap}: for whom ${unknown === 1 ? "1 representative speaks" : `${String(unknown)} representatives speak`} is not recorded.`];
  });
}

function nothingSpoken(voice: Voice, at: string, { held, unknown }: { held: number; unknown: number }): string {
  if (unknown > 0) return `For whom the ${voice === "education" ? "representatives speak" : "sector’s representatives speak"}${at} is not recorded.`;
  const nobody = `Nobody represents ${voice === "education" ? "education" : "the voluntary sector, faith or sport"}${at}`;
  return held === 0 ? `${nobody}.` : `${nobody}: the time for which somebody was chosen has passed.`;
}

export function orList(words: readonly string[]): string {
  return new Intl.ListFormat("en-GB", { type: "disjunction" }).format(words);
}

export function andList(words: readonly string[]): string {
  return new Intl.ListFormat("en-GB").format(words);
}

/** How many agencies of a kind a body speaks for, of all of that kind in the register. */
export interface SettingCount {
  setting: Setting;
  members: number;
  of: number;
}

/** Members of a body by kind, in order; agencies of neither sector are left out. */
export function countMembers(agencies: readonly (SettingSource & { id: string })[], members: ReadonlySet<string>): SettingCount[] {
  const counts = new Map<Setting, { members: number; of: number }>();
  for (const agency of agencies) {
    const setting = settingOf(agency);
    if (!setting) continue;
    const count = counts.get(setting) ?? { members: 0, of: 0 };
    counts.set(setting, { members: count.members + (members.has(agency.id) ? 1 : 0), of: count.of + 1 });
  }
  return settings.flatMap((setting) => {
    const count = counts.get(setting);
    return count && count.members > 0 ? [{ setting, ...count }] : [];
  });
}

/** "43 of the 61 early years settings and all 12 primary schools". Nothing to count: null. */
export function countWords(counts: readonly SettingCount[]): string | null {
  if (counts.length === 0) return null;
  return andList(
    counts.map(({ setting, members, of }) => {
      const { many, one } = settingLabels[setting];
      const named = (number: number) => number.toLocaleString("en-GB");
      if (of === 1) return `the one ${one}`;
      return members === of ? `all ${named(of)} ${many}` : `${named(members)} of the ${named(of)} ${many}`;
    }),
  );
}
