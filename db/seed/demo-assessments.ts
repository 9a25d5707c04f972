import { acceptAnswer } from "#app/domain/agencies/assessments/accept-answer.server.ts";
import { answerChallenge } from "#app/domain/agencies/assessments/answer-challenge.server.ts";
import { challengeStandard } from "#app/domain/agencies/assessments/challenge-standard.server.ts";
import { closeAction } from "#app/domain/actions/close-action.server.ts";
import { drawSample } from "#app/domain/agencies/assessments/draw-sample.server.ts";
import { extendReturn } from "#app/domain/agencies/assessments/extend-return.server.ts";
import { issueRound } from "#app/domain/agencies/assessments/issue-round.server.ts";
import { noteProgress } from "#app/domain/actions/note-progress.server.ts";
import { proposeDone } from "#app/domain/actions/propose-done.server.ts";
import { recordAction } from "#app/domain/agencies/assessments/record-action.server.ts";
import { findReturn, listAssessmentActions } from "#app/domain/agencies/assessments/return-queries.server.ts";
import { listAskable } from "#app/domain/agencies/assessments/round-queries.server.ts";
import { saveAnswer } from "#app/domain/agencies/assessments/save-answer.server.ts";
import { submitReturn } from "#app/domain/agencies/assessments/submit-return.server.ts";

import type { Stage } from "./demo.ts";
import { type DemoReturn, type DemoRound, demoRounds, plainEvidence } from "./demo-assessments-data.ts";
import { form, must } from "./outcomes.ts";

/** Self-assessments: last year's, most of it entered from paper; this year's under way, with a challenge and an action to its end. */
export async function seedAssessments(stage: Stage): Promise<void> {
  for (const round of demoRounds) await seedRound(stage, round);
  await seedChallenges(stage);
}

async function seedRound(stage: Stage, { slug, by, setId, title, period: [periodFrom, periodTo], issuedAt, dueOn, audits, returns }: DemoRound): Promise<void> {
  await stage.at(issuedAt);
  const partnershipId = await stage.partnershipId(slug);
  const actor = await stage.actor(by);
  const { agencies } = await listAskable(actor, partnershipId);
  const asked = agencies.filter((each) => audits === null || each.audits.some((audit) => audits.includes(audit)));
  must(await issueRound(actor, { partnershipId, setId, title, periodFrom, periodTo, dueOn, membershipIds: asked.map((each) => each.id) }, form()));
  for (const returned of returns) await fillIn(stage, { partnershipId, title }, returned);
}

interface Place {
  partnershipId: string;
  title: string;
}

async function returnOf({ sql }: Stage, { partnershipId, title }: Place, agency: string): Promise<string> {
  const [row] = await sql<{ id: string }[]>`
    select r.id from portal.assessment_returns r join portal.assessment_rounds o on o.id = r.round_id join portal.agency_memberships m on m.id = r.membership_id join portal.agencies a on a.id = m.agency_id
    where r.partnership_id = ${partnershipId} and o.title = ${title} and a.legal_name = ${agency}`;
  if (!row) throw new Error(`no return of ${agency} in ${title}`);
  return row.id;
}

async function fillIn(stage: Stage, place: Place, { agency, by, answers, submitted }: DemoReturn): Promise<void> {
  const { partnershipId } = place;
  const returnId = await returnOf(stage, place, agency);
  const actor = await stage.actor(by);
  const standards = (await findReturn(actor, partnershipId, returnId))?.set.standards ?? [];
  for (const [at, { id: standardId }] of standards.entries()) {
    const said = answers[standardId] ?? (submitted ? {} : null);
    if (!said) continue;
    const [action = null, actionOwner = null, actionDueOn = null] = said.action ?? [];
    const evidence = said.evidence ?? plainEvidence[(at + agency.length) % plainEvidence.length] ?? "";
    must(await saveAnswer(actor, { partnershipId, returnId, standardId, revision: 0, answer: { evidence, rating: said.rating ?? "met", action, actionOwner, actionDueOn } }, form()));
  }
  if (!submitted) return;
  const revision = (await findReturn(actor, partnershipId, returnId))?.revision ?? 0;
  must(await submitReturn(actor, { partnershipId, returnId, revision }, form()));
}

/** In Northmoor: last year's action of the college is closed, and one standard of this year is challenged. */
async function seedChallenges(stage: Stage): Promise<void> {
  const partnershipId = await stage.partnershipId("northmoor");
  const place = { partnershipId, title: "Section 175 and 157 return 2025 to 2026" };
  const returnId = await returnOf(stage, place, "Northmoor College");
  await stage.at("2026-11-26T09:00:00Z");
  const [principal, delegate, scrutineer, manager] = [await stage.actor("Ingrid Pascoe"), await stage.actor("Tom Ashdown"), await stage.actor("Bartholomew Quill"), await stage.actor("Priya Sedgewick")];
  const actions = await listAssessmentActions(principal, partnershipId);
  const training = actions.find((each) => each.what === "Train all support staff.");
  const story = { partnershipId, actionId: training?.id ?? "", looked: [] };
  must(await noteProgress(principal, { ...story, revision: 1, text: "Forty of 46 are trained; the others come on 25 November." }, form()));
  must(await proposeDone(principal, { ...story, revision: 2, text: "All 46 are trained. The register of the sessions is with the link governor." }, form()));
  const [round] = await stage.sql<{ id: string }[]>`select id from portal.assessment_rounds where partnership_id = ${partnershipId} and title = ${place.title}`;
  must(await drawSample(scrutineer, { partnershipId, roundId: round?.id ?? "", count: 2, seed: "northmoor-2026" }, form()));
  const { challengeId } = must(await challengeStandard(delegate, { partnershipId, returnId, standardId: "online-safety", question: "When were the filters last tested with the words that students use, and what was changed?" }, form()));
  must(await challengeStandard(scrutineer, { partnershipId, returnId, standardId: "listening", question: "What did students under 18 say, apart from older ones?" }, form()));
  const late = await returnOf(stage, place, "Curlew Road Primary School");
  must(await extendReturn(manager, { partnershipId, returnId: late, dueBefore: "2026-12-18", dueOn: "2027-01-15", reason: "A new head teacher starts in January." }, form()));
  await stage.at("2026-11-26T15:00:00Z");
  must(await closeAction(await stage.actor("Tom Ashdown"), { ...story, revision: 3, text: "The register shows all 46, with dates." }, form()));
  must(await answerChallenge(await stage.actor("Ingrid Pascoe"), { partnershipId, challengeId, revision: 1, text: "In March, with the words of last year. They have not been tested since the new devices came in September." }, form()));
  must(await acceptAnswer(await stage.actor("Tom Ashdown"), { partnershipId, challengeId, revision: 2, rating: "partly-met", text: "The answer is open and clear. Until the test is done it is partly met." }, form()));
  must(await recordAction(await stage.actor("Tom Ashdown"), { partnershipId, returnId, standardId: "online-safety", what: "Test the filters on the new devices and tell the partnership what changed.", owner: "Director of digital services", dueOn: "2026-12-31" }, form()));
}
