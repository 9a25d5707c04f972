import type postgres from "postgres";

import { issueRound } from "#app/domain/agencies/assessments/issue-round.server.ts";

import { nameOne } from "./agencies.ts";
import { schoolSet } from "./assessments.ts";
import { need } from "./funding.ts";
import { submission, type TestPartnership } from "./partnership.ts";

/** One of everything that a self-assessment has, in every state that a page asks for, straight in the tables. */
export interface AssessmentPlaces {
  round: string;
  /** Begun. */
  open: string;
  submitted: string;
  asked: string;
  answered: string;
  openAction: string;
  proposedAction: string;
}

/** @param posts who speaks for the agency, if anybody does */
export async function addAssessmentRows(sql: postgres.Sql, partnership: TestPartnership, posts: { representativePostId?: string | null; deputyPostId?: string | null } = {}): Promise<AssessmentPlaces> {
  const { id, businessManager, chair, delegate } = partnership;
  const own = { representativePostId: posts.representativePostId ?? null, deputyPostId: posts.deputyPostId ?? null };
  const first = await nameOne(partnership, { legalName: "Assessed School" }, own);
  const second = await nameOne(partnership, { legalName: "Assessed Academy" }, own);
  const { roundId } = need(await issueRound(businessManager.actor, { partnershipId: id, setId: schoolSet, title: "Round", periodFrom: "2025-09-01", periodTo: "2026-08-31", dueOn: "2099-10-31", membershipIds: [first, second] }, submission()));
  const one = async (rows: Promise<{ id: string }[]>) => (await rows)[0]?.id ?? "";
  const returnOf = (membershipId: string) => one(sql<{ id: string }[]>`select id from portal.assessment_returns where round_id = ${roundId} and membership_id = ${membershipId}`);
  const [open, submitted] = [await returnOf(first), await returnOf(second)];
  const of = (returnId: string) => sql`from portal.assessment_returns where id = ${returnId}`;
  await sql`insert into portal.assessment_extensions (return_id, partnership_id, membership_id, number, due_before, due_after, reason, office) select id, partnership_id, membership_id, 1, '2099-10-01', due_on, 'It is new', 'Chair' ${of(open)}`;
  await sql`insert into portal.assessment_answers (return_id, partnership_id, membership_id, set_id, standard_id, evidence, rating, saved_office) select id, partnership_id, membership_id, set_id, 'policy', 'Read this year', 'met', 'Head' ${of(submitted)}`;
  await sql`update portal.assessment_returns set status = 'submitted', submitted_at = access.clock(), submitted_office = 'Head', declaration = 'I submit it', answers_sha256 = ${"0".repeat(64)} where id = ${submitted}`;
  await sql`insert into portal.assessment_samples (return_id, partnership_id, membership_id, drawn, office) select id, partnership_id, membership_id, 'by-hand', 'Chair' ${of(submitted)}`;
  const challenge = async (standard: string, status: string) => {
    const made = await one(sql<{ id: string }[]>`insert into portal.assessment_challenges (partnership_id, return_id, membership_id, set_id, standard_id, status, asked_by) select partnership_id, id, membership_id, set_id, ${standard}, ${status}, ${delegate.personId}::uuid ${of(submitted)} returning id`);
    await sql`insert into portal.assessment_remarks (challenge_id, partnership_id, membership_id, number, kind, text, office) select id, partnership_id, membership_id, 1, 'question', 'When?', 'Director' from portal.assessment_challenges where id = ${made}`;
    return made;
  };
  const action = async (state: "open" | "proposed") => {
    const made = await one(sql<{ id: string }[]>`
      insert into portal.actions (partnership_id, origin, return_id, standard_id, from_challenge, membership_id, what, owner, original_due_on, due_on)
      select partnership_id, 'assessment', id, 'policy', true, membership_id, 'Review it', 'Head', '2099-01-01', '2099-01-01' ${of(submitted)} returning id`);
    await sql`insert into portal.action_entries (action_id, partnership_id, number, kind, office) values (${made}, ${id}, 1, 'recorded', 'Director')`;
    if (state === "proposed") await sql`insert into portal.action_entries (action_id, partnership_id, number, kind, text, office, said_by) values (${made}, ${id}, 2, 'proposed', 'It is reviewed', 'Business manager', ${businessManager.personId})`;
    return made;
  };
  const answered = await challenge("governance", "answered");
  await sql`insert into portal.assessment_moderations (challenge_id, partnership_id, membership_id, return_id, standard_id, rating, moderated_by, office) select id, partnership_id, membership_id, return_id, standard_id, 'met', ${chair.personId}::uuid, 'Chair' from portal.assessment_challenges where id = ${answered}`;
  return { round: roundId, open, submitted, asked: await challenge("policy", "asked"), answered, openAction: await action("open"), proposedAction: await action("proposed") };
}
