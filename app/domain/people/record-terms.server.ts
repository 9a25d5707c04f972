import { and, desc, eq } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { can } from "#app/domain/access/rules.ts";
import { lockOffices } from "#app/domain/partnerships/lock.server.ts";
import { publishDirectory } from "#app/domain/publication/publish-directory.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { Me, SessionActor } from "#db/client.server.ts";
import { appointments, appointmentTerms } from "#db/schema/index.ts";

import { insertTerms, type TermsInput } from "./terms.server.ts";

export interface RecordTermsInput {
  partnershipId: string;
  appointmentId: string;
  /** The revision the form showed; 0 when nothing was recorded. */
  revision: number;
  /** Of a chair: reviewOn. Of a scrutineer: termEndsOn, contractEndsOn, interests. ISO dates. */
  terms: Pick<TermsInput, "reviewOn" | "termEndsOn" | "contractEndsOn" | "interests">;
}

/**
 * Records when the chair is next reviewed, or a scrutineer's term, contract and declared interests: a lead, or the
 * scrutineer about themselves, and then the interests only. What all leads agreed to (who appointed them, why the chair
 * is independent) stays as agreed.
 * Refusals: not-found, not-permitted, stale, nothing-to-change (over), impossible-dates.
 */
export async function recordTerms(actor: SessionActor, input: RecordTermsInput, submission: Submission): Promise<Outcome<{ revision: number }>> {
  const { partnershipId, appointmentId, terms } = input;
  return change(actor, "record-terms", submission, async (tx) => {
    const forbidden = forbid(tx.me, "record-terms", { partnershipId });
    if (forbidden) return forbidden;
    await lockOffices(tx, { partnershipId });
    const [term] = await tx.db.select().from(appointments).where(and(eq(appointments.id, appointmentId), eq(appointments.partnershipId, partnershipId)));
    if (!term || (term.role !== "chair" && term.role !== "scrutineer")) return refused("not-found");
    const may = mayRecordTerms(tx.me, term);
    if (!may) return refused("not-permitted");
    if (term.endsOn !== null && term.endsOn <= tx.today) return refused("nothing-to-change", `This appointment ended on ${showDate(term.endsOn)}.`);
    const tooEarly = [terms.reviewOn, terms.termEndsOn, terms.contractEndsOn].some((date) => typeof date === "string" && date < term.startsOn);
    if (tooEarly) return refused("impossible-dates", `The appointment starts on ${showDate(term.startsOn)}. Enter that date or a later one.`);
    const [last] = await tx.db.select().from(appointmentTerms).where(eq(appointmentTerms.appointmentId, appointmentId)).orderBy(desc(appointmentTerms.revision)).limit(1);
    if ((last?.revision ?? 0) !== input.revision) return refused("stale");
    const kept: TermsInput = last ? { reviewOn: last.reviewOn, independentReason: last.independentReason, appointingBody: last.appointingBody, termEndsOn: last.termEndsOn, contractEndsOn: last.contractEndsOn, interests: last.interests } : {};
    const changed: TermsInput = term.role === "chair" ? { reviewOn: terms.reviewOn ?? null } : may === "interests" ? { interests: terms.interests ?? null } : { termEndsOn: terms.termEndsOn ?? null, contractEndsOn: terms.contractEndsOn ?? null, interests: terms.interests ?? null };
    const revision = await insertTerms(tx, { partnershipId, appointmentId }, { ...kept, ...changed });
    await publishDirectory(tx, partnershipId);
    return done({ revision });
  });
}

/** What this person may record of an appointment: all of it, their own declared interests only, or nothing. */
export function mayRecordTerms(me: Me, { partnershipId, role, personId }: { partnershipId: string; role: string; personId: string }): "all" | "interests" | null {
  if (role !== "chair" && role !== "scrutineer") return null;
  if (!can(me, "record-terms", { partnershipId })) return null;
  if (me.holds.some((held) => held.partnershipId === partnershipId && held.role === "lsp")) return "all";
  return role === "scrutineer" && personId === me.personId ? "interests" : null;
}
