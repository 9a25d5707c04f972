import { and, asc, eq, gt, isNull, isNotNull, like } from "drizzle-orm";

import { can } from "#app/domain/access/rules.ts";
import { readNoticesWaiting } from "#app/domain/agencies/notices/queries.server.ts";
import { readWaiting } from "#app/domain/agencies/requests/queries.server.ts";
import { readOpenTakedowns } from "#app/domain/agencies/takedowns/queries.server.ts";
import { isLate } from "#app/domain/documents/schedule/rules.ts";
import { readSummaries } from "#app/domain/documents/version-queries.server.ts";
import { type DocumentKind, standingKinds, documentWords } from "#app/domain/documents/vocabulary.ts";
import { readOffered, readYears } from "#app/domain/funding/finance.server.ts";
import { findDirectory } from "#app/domain/partnerships/directory.server.ts";
import { readSuccessionNotices } from "#app/domain/people/partners/queries.server.ts";
import { readProposals } from "#app/domain/people/proposal-queries.server.ts";
import { describeProposal } from "#app/domain/people/proposal-words.ts";
import { delegationOn } from "#app/domain/people/rules.ts";
import { dayInLondon } from "#app/domain/shared/dates.ts";
import { as, type SessionActor, type SessionTx } from "#db/client.server.ts";
import { declines, detectorOverrides, documents, fundingVariations, governmentNotifications, publicationSchedules, reviewRequests, reviews, signatures, takedowns, versions, versionSeats } from "#db/schema/index.ts";

import { readAssessmentFacts } from "./assessment-facts.server.ts";
import type { DocumentFacts, HomeFacts, VersionFacts } from "./rules.ts";

/** What decides what needs this person in this partnership today. */
export async function getHomeFacts(actor: SessionActor, partnershipId: string): Promise<HomeFacts> {
  return as(actor, async (tx) => {
    const may = (permission: Parameters<typeof can>[1]) => can(tx.me, permission, { partnershipId });
    return {
      today: tx.today,
      may: { freeze: may("freeze"), funding: may("edit-funding"), edit: may("edit-drafts"), review: may("review-draft"), publish: may("publish"), erase: may("erase"), override: may("override-detector"), tell: may("tell-agencies"), requests: may("record-information-requests"), agencies: may("name-agencies") },
      ...(await readOffices(tx, partnershipId)),
      documents: await readDocuments(tx, partnershipId),
      successions: await readSuccessionNotices(tx, partnershipId),
      erasures: await readErasures(tx, partnershipId),
      overrides: await readOverrides(tx, partnershipId),
      funding: await readFunding(tx, partnershipId),
      requests: await readWaiting(tx, partnershipId),
      agencies: may("tell-agencies") ? await readNoticesWaiting(tx, partnershipId) : { replies: null, cameBack: null, toTell: null },
      assessments: await readAssessmentFacts(tx, partnershipId),
      takedowns: await readOpenTakedowns(tx, partnershipId),
    };
  });
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

async function readDocuments(tx: SessionTx, partnershipId: string): Promise<DocumentFacts[]> {
  const found: DocumentFacts[] = [];
  const budgets = await tx.db.select({ kind: documents.kind }).from(documents).where(and(eq(documents.partnershipId, partnershipId), like(documents.kind, "budget-%"))).orderBy(documents.kind);
  for (const kind of [...standingKinds, ...budgets.map((budget) => budget.kind)]) {
    found.push({ kind, draft: await readDraft(tx, partnershipId, kind), versions: await readVersionFacts(tx, partnershipId, kind) });
  }
  return found;
}

async function readDraft(tx: SessionTx, partnershipId: string, kind: DocumentKind): Promise<DocumentFacts["draft"]> {
  const [document] = await tx.db.select().from(documents).where(and(eq(documents.partnershipId, partnershipId), eq(documents.kind, kind)));
  if (!document) return null;
  const frozen = await tx.db.select({ at: versions.frozenAt }).from(versions).where(eq(versions.documentId, document.id));
  const changed = frozen.every((version) => version.at < document.savedAt);
  return { changedOn: changed ? dayInLondon(document.savedAt) : null, reviewAskedOn: await readReviewAsked(tx, document) };
}

async function readReviewAsked(tx: SessionTx, document: { id: string; revision: number }): Promise<string | null> {
  const current = (table: typeof reviewRequests | typeof reviews) => and(eq(table.documentId, document.id), eq(table.revision, document.revision));
  const [asked] = await tx.db.select({ at: reviewRequests.askedAt }).from(reviewRequests).where(current(reviewRequests));
  const reviewed = await tx.db.select({ id: reviews.id }).from(reviews).where(current(reviews)).limit(1);
  return asked && reviewed.length === 0 ? dayInLondon(asked.at) : null;
}

async function readVersionFacts(tx: SessionTx, partnershipId: string, kind: DocumentKind): Promise<VersionFacts[]> {
  const summaries = await readSummaries(tx, partnershipId, kind);
  if (summaries.length === 0) return [];
  const rows = await tx.db.select({ id: versions.id, nextReviewOn: versions.nextReviewOn }).from(versions).where(eq(versions.partnershipId, partnershipId));
  const seats = await tx.db.select().from(versionSeats).where(eq(versionSeats.partnershipId, partnershipId)).orderBy(versionSeats.position);
  const signed = await tx.db.select({ versionId: signatures.versionId, seatId: signatures.seatId }).from(signatures).where(eq(signatures.partnershipId, partnershipId));
  const told = await tx.db.select({ versionId: governmentNotifications.versionId }).from(governmentNotifications).where(eq(governmentNotifications.partnershipId, partnershipId));
  const schedules = await tx.db.select().from(publicationSchedules).where(and(eq(publicationSchedules.partnershipId, partnershipId), isNull(publicationSchedules.endedAt)));
  const declined = await tx.db.select().from(declines).where(eq(declines.partnershipId, partnershipId));
  return summaries.map((version) => {
    const decline = declined.find((each) => each.versionId === version.id);
    const own = seats.filter((seat) => seat.versionId === version.id);
    return {
      number: version.number,
      status: version.status,
      frozenOn: dayInLondon(version.frozenAt),
      approvedOn: version.approvedAt && dayInLondon(version.approvedAt),
      publishedOn: version.publishedAt && dayInLondon(version.publishedAt),
      nextReviewOn: rows.find((row) => row.id === version.id)?.nextReviewOn ?? null,
      takenDown: version.takenDownAt !== null,
      schedule: scheduleOf(schedules.find((each) => each.versionId === version.id), tx.now),
      toTell: documentWords(kind).tellsGovernment && !told.some((each) => each.versionId === version.id),
      seats: own.map(({ seatId, organisation }) => ({ seatId, organisation, signed: signed.some((each) => each.versionId === version.id && each.seatId === seatId) })),
      declined: decline ? { organisation: own.find((seat) => seat.seatId === decline.seatId)?.organisation ?? "", on: dayInLondon(decline.declinedAt) } : null,
    };
  });
}

function scheduleOf(row: { dueAt: Date; failedAt: Date | null } | undefined, now: Date): VersionFacts["schedule"] {
  return row ? { dueAt: row.dueAt.toISOString(), overdue: row.failedAt !== null || isLate(row.dueAt, now) } : null;
}

/** Money that waits for somebody: changes for a signature, parts for an answer, years for their outturn. */
async function readFunding(tx: SessionTx, partnershipId: string): Promise<HomeFacts["funding"]> {
  const years = await readYears(tx, partnershipId);
  const waiting: HomeFacts["funding"]["waiting"][number][] = [];
  for (const { year } of years.filter((each) => each.budget?.state === "published")) {
    const [oldest] = await tx.db
      .select({ at: fundingVariations.recordedAt })
      .from(fundingVariations)
      .innerJoin(versions, eq(versions.id, fundingVariations.versionId))
      .where(and(eq(fundingVariations.partnershipId, partnershipId), eq(fundingVariations.year, year), eq(fundingVariations.needsSignature, true), eq(versions.status, "published"), gt(fundingVariations.ledgerSeq, versions.frozenSeq)))
      .orderBy(asc(fundingVariations.ledgerSeq))
      .limit(1);
    if (oldest) waiting.push({ year, on: dayInLondon(oldest.at) });
  }
  return { waiting, offered: await readOffered(tx, partnershipId), outturns: years.filter((each) => each.over && each.budget?.state === "published" && !each.outturnOn).map((each) => each.year) };
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
