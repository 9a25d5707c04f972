import { and, eq, isNull, or } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { isLate } from "#app/domain/documents/schedule/rules.ts";
import { type DocumentKind, documentWords, standingKinds } from "#app/domain/documents/vocabulary.ts";
import { allOf } from "#app/domain/shared/all-of.ts";
import { dayInLondon } from "#app/domain/shared/dates.ts";
import type { SessionTx } from "#db/client.server.ts";
import { declines, documents, governmentNotifications, publicationSchedules, reviewRequests, reviews, signatures, versions, versionSeats } from "#db/schema/index.ts";

import type { DocumentFacts, VersionFacts } from "./rules.ts";

/** How each document of the partnership stands: the standing kinds, then the budgets. Each table is asked once, for all kinds. */
export async function readDocuments(tx: SessionTx, partnershipId: string): Promise<DocumentFacts[]> {
  const maySee = !forbid(tx.me, "read-drafts", { partnershipId });
  const { drafts, frozen } = await allOf({
    drafts: tx.db.select({ id: documents.id, kind: documents.kind, savedAt: documents.savedAt, revision: documents.revision }).from(documents).where(eq(documents.partnershipId, partnershipId)).orderBy(documents.kind),
    frozen: maySee ? readVersions(tx, partnershipId) : Promise.resolve([]),
  });
  const kinds = new Set<DocumentKind>([...standingKinds, ...drafts.map((draft) => draft.kind).filter((kind) => kind.startsWith("budget-"))]);
  const reviewed = await readReviews(tx, drafts);
  return [...kinds].map((kind) => {
    const draft = drafts.find((each) => each.kind === kind);
    const own = frozen.filter((version) => version.kind === kind);
    const changed = draft && own.every((version) => version.frozenAt < draft.savedAt);
    return {
      kind,
      draft: draft ? { changedOn: changed ? dayInLondon(draft.savedAt) : null, reviewAskedOn: reviewed(draft) } : null,
      versions: own.map(({ facts }) => facts),
    };
  });
}

type Draft = Pick<typeof documents.$inferSelect, "id" | "revision">;

/** Since when a review of a draft as it stands is asked for, as long as nobody has reviewed it so. */
async function readReviews(tx: SessionTx, drafts: readonly Draft[]): Promise<(draft: Draft) => string | null> {
  if (drafts.length === 0) return () => null;
  const current = (table: typeof reviewRequests | typeof reviews) => or(...drafts.map(({ id, revision }) => and(eq(table.documentId, id), eq(table.revision, revision))));
  const { asked, done } = await allOf({
    asked: tx.db.select({ documentId: reviewRequests.documentId, at: reviewRequests.askedAt }).from(reviewRequests).where(current(reviewRequests)),
    done: tx.db.select({ documentId: reviews.documentId }).from(reviews).where(current(reviews)),
  });
  return ({ id }) => {
    const request = asked.find((each) => each.documentId === id);
    return request && !done.some((each) => each.documentId === id) ? dayInLondon(request.at) : null;
  };
}

/** Every version, the newest of each kind first. */
async function readVersions(tx: SessionTx, partnershipId: string): Promise<{ kind: DocumentKind; frozenAt: Date; facts: VersionFacts }[]> {
  const { id, kind, number, status, frozenAt, approvedAt, publishedAt, nextReviewOn, takenDownAt } = versions;
  const rows = await tx.db.select({ id, kind, number, status, frozenAt, approvedAt, publishedAt, nextReviewOn, takenDownAt }).from(versions).where(eq(versions.partnershipId, partnershipId));
  if (rows.length === 0) return [];
  const { seats, signed, told, schedules, declined } = await allOf({
    seats: tx.db.select({ versionId: versionSeats.versionId, seatId: versionSeats.seatId, organisation: versionSeats.organisation }).from(versionSeats).where(eq(versionSeats.partnershipId, partnershipId)).orderBy(versionSeats.position),
    signed: tx.db.select({ versionId: signatures.versionId, seatId: signatures.seatId }).from(signatures).where(eq(signatures.partnershipId, partnershipId)),
    told: tx.db.select({ versionId: governmentNotifications.versionId }).from(governmentNotifications).where(eq(governmentNotifications.partnershipId, partnershipId)),
    schedules: tx.db.select().from(publicationSchedules).where(and(eq(publicationSchedules.partnershipId, partnershipId), isNull(publicationSchedules.endedAt))),
    declined: tx.db.select({ versionId: declines.versionId, seatId: declines.seatId, at: declines.declinedAt }).from(declines).where(eq(declines.partnershipId, partnershipId)),
  });
  return rows.sort((a, b) => b.number - a.number).map((version) => {
    const own = seats.filter((seat) => seat.versionId === version.id);
    const decline = declined.find((each) => each.versionId === version.id);
    return {
      kind: version.kind,
      frozenAt: version.frozenAt,
      facts: {
        number: version.number,
        status: version.status,
        frozenOn: dayInLondon(version.frozenAt),
        approvedOn: version.approvedAt && dayInLondon(version.approvedAt),
        publishedOn: version.publishedAt && dayInLondon(version.publishedAt),
        nextReviewOn: version.nextReviewOn,
        takenDown: version.takenDownAt !== null,
        schedule: scheduleOf(schedules.find((each) => each.versionId === version.id), tx.now),
        toTell: documentWords(version.kind).tellsGovernment && !told.some((each) => each.versionId === version.id),
        seats: own.map(({ seatId, organisation }) => ({ seatId, organisation, signed: signed.some((each) => each.versionId === version.id && each.seatId === seatId) })),
        declined: decline ? { organisation: own.find((seat) => seat.seatId === decline.seatId)?.organisation ?? "", on: dayInLondon(decline.at) } : null,
      },
    };
  });
}

function scheduleOf(row: { dueAt: Date; failedAt: Date | null } | undefined, now: Date): VersionFacts["schedule"] {
  return row ? { dueAt: row.dueAt.toISOString(), overdue: row.failedAt !== null || isLate(row.dueAt, now) } : null;
}
