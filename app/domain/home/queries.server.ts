import { and, asc, eq, gt, isNull, isNotNull } from "drizzle-orm";

import { can } from "#app/domain/access/rules.ts";
import { readNoticesWaiting } from "#app/domain/agencies/notices/queries.server.ts";
import { readWaiting } from "#app/domain/agencies/requests/queries.server.ts";
import { readOpenTakedowns } from "#app/domain/agencies/takedowns/queries.server.ts";
import { readWaitingDecisions } from "#app/domain/decisions/notings.server.ts";
import { readWaitingEscalations } from "#app/domain/escalations/queries.server.ts";
import { readOffered, readYears } from "#app/domain/funding/finance.server.ts";
import { findDirectory } from "#app/domain/partnerships/directory.server.ts";
import { readSuccessionNotices } from "#app/domain/people/partners/queries.server.ts";
import { readProposals } from "#app/domain/people/proposal-queries.server.ts";
import { describeProposal } from "#app/domain/people/proposal-words.ts";
import { delegationOn } from "#app/domain/people/rules.ts";
import { readLedPriorities } from "#app/domain/priorities/led-priorities.server.ts";
import { readWaitingRisks } from "#app/domain/risks/queries.server.ts";
import { allOf } from "#app/domain/shared/all-of.ts";
import { dayInLondon } from "#app/domain/shared/dates.ts";
import { as, type SessionActor, type SessionTx } from "#db/client.server.ts";
import { detectorOverrides, documents, fundingVariations, takedowns, versions } from "#db/schema/index.ts";

import { readActionFacts } from "./action-facts.server.ts";
import { readAssessmentFacts } from "./assessment-facts.server.ts";
import { readDocuments } from "./document-facts.server.ts";
import { readMeetingFacts } from "./meeting-facts.server.ts";
import type { HomeFacts } from "./rules.ts";

const nothingToTell: Promise<HomeFacts["agencies"]> = Promise.resolve({ replies: null, changes: null, cameBack: null, toTell: null });

/** What decides what needs this person in this partnership today. */
export async function getHomeFacts(actor: SessionActor, partnershipId: string): Promise<HomeFacts> {
  return as(actor, (tx) => readHomeFacts(tx, partnershipId));
}

/** The same in a transaction that has begun. */
export async function readHomeFacts(tx: SessionTx, partnershipId: string): Promise<HomeFacts> {
  const may = (permission: Parameters<typeof can>[1]) => can(tx.me, permission, { partnershipId });
  const { offices, ...facts } = await allOf({
    offices: readOffices(tx, partnershipId),
    documents: readDocuments(tx, partnershipId),
    successions: readSuccessionNotices(tx, partnershipId),
    erasures: readErasures(tx, partnershipId),
    overrides: readOverrides(tx, partnershipId),
    funding: readFunding(tx, partnershipId),
    requests: readWaiting(tx, partnershipId),
    decisions: readWaitingDecisions(tx, partnershipId),
    escalations: readWaitingEscalations(tx, partnershipId),
    risks: readWaitingRisks(tx, partnershipId),
    agencies: may("tell-agencies") ? readNoticesWaiting(tx, partnershipId) : nothingToTell,
    assessments: readAssessmentFacts(tx, partnershipId),
    actions: readActionFacts(tx, partnershipId),
    meetings: readMeetingFacts(tx, partnershipId),
    takedowns: readOpenTakedowns(tx, partnershipId),
    priorities: readLedPriorities(tx, partnershipId),
  });
  return {
    today: tx.today,
    may: { freeze: may("freeze"), funding: may("edit-funding"), edit: may("edit-drafts"), review: may("review-draft"), publish: may("publish"), erase: may("erase"), override: may("override-detector"), tell: may("tell-agencies"), requests: may("record-information-requests"), agencies: may("name-agencies") },
    ...offices,
    ...facts,
  };
}

/** What a lead's seats bring: their delegates, delegations to confirm, proposals to answer. */
async function readOffices(tx: SessionTx, partnershipId: string): Promise<Pick<HomeFacts, "mySeats" | "proposals" | "toConfirm">> {
  const held = tx.me.holds.filter((holding) => holding.partnershipId === partnershipId && holding.role === "lsp");
  if (held.length === 0) return { mySeats: [], proposals: [], toConfirm: [] };
  const directory = await findDirectory(tx, partnershipId);
  const seats = (directory?.seats ?? []).filter((seat) => held.some((holding) => holding.seatId === seat.id));
  const open = (await readProposals(tx, partnershipId)).filter((proposal) => proposal.mine.length > 0);
  return {
    mySeats: seats.map((seat) => ({ seatId: seat.id, organisation: seat.organisation, delegate: seat.delegate && { postId: seat.delegate.postId, office: seat.delegate.office, vacant: seat.delegate.holder === null } })),
    proposals: open.map((proposal) => ({ id: proposal.id, what: describeProposal(proposal), on: proposal.proposedOn })),
    toConfirm: seats.flatMap(({ lead, delegate }) => {
      const holder = delegate?.holder;
      if (!holder || !lead.holder || delegationOn(holder.delegations, tx.today).state !== "to-confirm") return [];
      return [{ appointmentId: holder.appointmentId, delegate: holder.name, since: lead.holder.since }];
    }),
  };
}

/** Money that waits for somebody: changes for a signature, parts for an answer, years for their outturn. */
async function readFunding(tx: SessionTx, partnershipId: string): Promise<HomeFacts["funding"]> {
  const { years, offered, changes } = await allOf({
    years: readYears(tx, partnershipId),
    offered: readOffered(tx, partnershipId),
    changes: tx.db
      .selectDistinctOn([fundingVariations.year], { year: fundingVariations.year, at: fundingVariations.recordedAt })
      .from(fundingVariations)
      .innerJoin(versions, eq(versions.id, fundingVariations.versionId))
      .where(and(eq(fundingVariations.partnershipId, partnershipId), eq(fundingVariations.needsSignature, true), eq(versions.status, "published"), gt(fundingVariations.ledgerSeq, versions.frozenSeq)))
      .orderBy(asc(fundingVariations.year), asc(fundingVariations.ledgerSeq)),
  });
  const published = years.filter((each) => each.budget?.state === "published");
  return {
    waiting: published.flatMap(({ year }) => changes.filter((each) => each.year === year).map(({ at }) => ({ year, on: dayInLondon(at) }))),
    offered,
    outturns: published.filter((each) => each.over && !each.outturnOn).map((each) => each.year),
  };
}

async function readErasures(tx: SessionTx, partnershipId: string): Promise<HomeFacts["erasures"]> {
  const rows = await tx.db
    .select({ kind: versions.kind, number: versions.number, at: takedowns.erasureProposedAt, by: takedowns.erasureProposedBy })
    .from(takedowns)
    .innerJoin(versions, eq(versions.id, takedowns.versionId))
    .where(and(eq(takedowns.partnershipId, partnershipId), isNotNull(takedowns.erasureProposedAt), isNull(takedowns.erasedAt)));
  return rows.flatMap(({ kind, number, at, by }) => (at ? [{ kind, number, on: dayInLondon(at), byMe: by === tx.me.personId }] : []));
}

async function readOverrides(tx: SessionTx, partnershipId: string): Promise<HomeFacts["overrides"]> {
  const rows = await tx.db
    .select({ kind: documents.kind, fingerprint: detectorOverrides.fingerprint, at: detectorOverrides.proposedAt, by: detectorOverrides.proposedBy })
    .from(detectorOverrides)
    .innerJoin(documents, eq(documents.id, detectorOverrides.documentId))
    .where(and(eq(detectorOverrides.partnershipId, partnershipId), isNull(detectorOverrides.confirmedAt)));
  return rows.map(({ kind, fingerprint, at, by }) => ({ kind, fingerprint, on: dayInLondon(at), byMe: by === tx.me.personId }));
}
