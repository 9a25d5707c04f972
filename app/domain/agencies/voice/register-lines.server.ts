import { and, asc, eq, ne, sql } from "drizzle-orm";

import { plainWords } from "#app/domain/publication/search.ts";
import type { Tx } from "#db/client.server.ts";
import { agencies, agencyCategories, agencyMemberships } from "#db/schema/index.ts";

import type { AgencySector, AgencyStatus } from "../vocabulary.ts";
import type { LineQuery } from "./line-query.ts";
import { settingOf, type SettingSource, voiceOf } from "./rules.ts";
import type { Voice } from "./vocabulary.ts";
import type { AgencyLine } from "./voice-view.ts";

/** An agency of the register with what the counts need of it. `id` is that of its membership. */
export interface RegisterLine extends AgencyLine, SettingSource {
  agencyId: string;
  sector: AgencySector;
  status: AgencyStatus;
  representativePostId: string | null;
  deputyPostId: string | null;
}

/** Every agency of the register that was not withdrawn, by name. */
export async function listRegisterLines({ db }: Tx, partnershipId: string): Promise<RegisterLine[]> {
  return db
    .select({
      id: agencyMemberships.id,
      agencyId: agencies.id,
      legalName: agencies.legalName,
      parent: agencies.parent,
      phase: agencies.phase,
      establishment: agencies.establishment,
      category: agencyMemberships.category,
      categoryTitle: agencyCategories.title,
      sector: agencyCategories.sector,
      status: agencyMemberships.status,
      representativePostId: agencyMemberships.representativePostId,
      deputyPostId: agencyMemberships.deputyPostId,
    })
    .from(agencyMemberships)
    .innerJoin(agencies, eq(agencies.id, agencyMemberships.agencyId))
    .innerJoin(agencyCategories, and(eq(agencyCategories.listId, agencyMemberships.categoryList), eq(agencyCategories.id, agencyMemberships.category)))
    .where(and(eq(agencyMemberships.partnershipId, partnershipId), ne(agencyMemberships.status, "withdrawn")))
    .orderBy(asc(sql`lower(${agencies.legalName})`), asc(agencyMemberships.id));
}

/** The agencies asked for: every word, or the start of it, is in the name, the parent or the category. */
export function findLines<Line extends RegisterLine>(lines: readonly Line[], { q, setting }: LineQuery): Line[] {
  const asked = plainWords(q);
  return lines.filter((line) => {
    if (setting !== null && settingOf(line) !== setting) return false;
    if (asked.length === 0) return true;
    const words = plainWords([line.legalName, line.parent, line.categoryTitle].filter(Boolean).join(" "));
    return asked.every((word) => words.some((each) => each.startsWith(word)));
  });
}

/** Whether an agency is of education or of the voluntary sector; null where it is of neither. */
export function voiceOfLine(line: SettingSource): Voice | null {
  const setting = settingOf(line);
  return setting && voiceOf(setting);
}

export function toAgencyLine({ id, legalName, parent, categoryTitle }: RegisterLine): AgencyLine {
  return { id, legalName, parent, categoryTitle };
}
