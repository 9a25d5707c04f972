import type postgres from "postgres";

import { issueRound, type IssueRoundInput } from "#app/domain/agencies/assessments/issue-round.server.ts";
import type { Answer } from "#app/domain/agencies/assessments/rules.ts";
import { saveAnswer } from "#app/domain/agencies/assessments/save-answer.server.ts";
import { submitReturn } from "#app/domain/agencies/assessments/submit-return.server.ts";
import { findReturn } from "#app/domain/agencies/assessments/return-queries.server.ts";

import { nameOne } from "./agencies.ts";
import { need } from "./funding.ts";
import { addPerson, submission, type TestPartnership, type TestPerson } from "./partnership.ts";

export const schoolSet = "section-175-157-2025";

/** A named school with a headteacher who speaks for it. */
export interface TestSchool {
  membershipId: string;
  name: string;
  head: TestPerson;
  postId: string;
}

/** Somebody new who holds a new post that may speak for an agency. */
export async function addContact(sql: postgres.Sql, partnershipId: string, name: string, body: string): Promise<{ person: TestPerson; postId: string }> {
  const person = await addPerson(sql, name);
  const [post] = await sql<{ id: string }[]>`
    insert into portal.posts (partnership_id, role, body, level, office, valid_from) values (${partnershipId}, 'agency-contact', ${body}, null, 'Headteacher', '2019-09-29') returning id`;
  if (!post) throw new Error("no post");
  await sql`insert into portal.appointments (partnership_id, post_id, role, person_id, starts_on) values (${partnershipId}, ${post.id}, 'agency-contact', ${person.personId}, '2024-04-01')`;
  return { person, postId: post.id };
}

export async function addSchool(sql: postgres.Sql, partnership: TestPartnership, legalName: string): Promise<TestSchool> {
  const { person, postId } = await addContact(sql, partnership.id, `Head of ${legalName}`, legalName);
  const membershipId = await nameOne(partnership, { legalName }, { audits: ["section-175"], representativePostId: postId });
  return { membershipId, name: legalName, head: person, postId };
}

/** Issues a round to these agencies. Answers its id, and the return of each agency. */
export async function issue(sql: postgres.Sql, { id: partnershipId, businessManager }: TestPartnership, membershipIds: string[], of: Partial<IssueRoundInput> = {}): Promise<{ roundId: string; returns: string[] }> {
  const { roundId } = need(await issueRound(businessManager.actor, { partnershipId, setId: schoolSet, title: "Section 175 return 2026 to 2027", periodFrom: "2026-04-01", periodTo: "2027-03-31", dueOn: "2026-10-31", membershipIds, ...of }, submission()));
  const returns = await sql<{ id: string; membershipId: string }[]>`select id, membership_id as "membershipId" from portal.assessment_returns where round_id = ${roundId}`;
  return { roundId, returns: membershipIds.map((id) => returns.find((each) => each.membershipId === id)?.id ?? "") };
}

export function answer(values: Partial<Answer> = {}): Answer {
  return { evidence: "The governors read a report each term.", rating: "met", action: null, actionOwner: null, actionDueOn: null, ...values };
}

/** Answers every standard, one of them with an action. */
export async function fillIn(by: TestPerson, partnershipId: string, returnId: string, weak: Partial<Answer> = { rating: "partly-met", action: "Train every governor.", actionOwner: "Chair of governors", actionDueOn: "2026-12-31" }): Promise<void> {
  const found = await findReturn(by.actor, partnershipId, returnId);
  if (!found) throw new Error("no return");
  for (const [at, { id: standardId }] of found.set.standards.entries()) {
    const revision = found.answers.find((each) => each.standardId === standardId)?.revision ?? 0;
    need(await saveAnswer(by.actor, { partnershipId, returnId, standardId, revision, answer: answer(at === 0 ? weak : {}) }, submission()));
  }
}

/** The same, and submits it. */
export async function fillAndSubmit(by: TestPerson, partnershipId: string, returnId: string): Promise<void> {
  await fillIn(by, partnershipId, returnId);
  const found = await findReturn(by.actor, partnershipId, returnId);
  need(await submitReturn(by.actor, { partnershipId, returnId, revision: found?.revision ?? 0 }, submission()));
}
