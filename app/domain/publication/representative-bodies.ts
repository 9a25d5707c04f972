import { countMembers, countWords, type RepresentativeOnDay } from "#app/domain/agencies/voice/rules.ts";

import type { AgenciesOutline } from "./agencies.ts";
import type { PublishedRepresentativeBody } from "./voice.ts";

/** A body that speaks for others, in words. Client-safe. */
export interface ListedBody {
  id: string;
  name: string;
  role: string;
  since: string;
  /** "43 of the 61 early years settings"; null where none of its members is named. */
  words: string | null;
  outside: PublishedRepresentativeBody["outside"];
}

/** The bodies of a list that speak for others, each with how many of those named it speaks for. */
export function listBodies({ agencies, bodies = [] }: AgenciesOutline): ListedBody[] {
  return bodies.flatMap(({ id, role, since, members, outside }) => {
    const agency = agencies.find((each) => each.id === id);
    return agency ? [{ id, name: agency.name, role, since, words: countWords(countMembers(agencies, new Set(members))), outside }] : [];
  });
}

/** The bodies that speak for one agency of the list. */
export function representedBy({ agencies, bodies = [] }: AgenciesOutline, agencyId: string): { id: string; name: string }[] {
  return bodies.filter((body) => body.members.includes(agencyId)).flatMap(({ id }) => agencies.filter((each) => each.id === id).map(({ name }) => ({ id, name })));
}

/** A representative as data: by office and body, never by name. */
export function representativeData({ id, voice, level, body, office, since, acting, representation, over }: RepresentativeOnDay) {
  return { post: id, represents: voice, level, body, office, vacant: since === null, since, acting, chosen: representation && { by: representation.chosenBy, on: representation.chosenOn, how: representation.how, speaksFor: representation.speaksFor, until: representation.until, over } };
}
