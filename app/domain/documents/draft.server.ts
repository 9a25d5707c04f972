import { and, asc, desc, eq, isNotNull, isNull } from "drizzle-orm";

import { readSignedAgencies } from "#app/domain/agencies/read-signed-agencies.server.ts";
import { listWithheldNames } from "#app/domain/agencies/withholdings/queries.server.ts";
import { readDraftBudget } from "#app/domain/funding/read-draft-budget.server.ts";
import { listGuidanceItems } from "#app/domain/guidance/queries.server.ts";
import { findDirectory } from "#app/domain/partnerships/directory.server.ts";
import type { SessionTx } from "#db/client.server.ts";
import { declaredGaps, documents, draftFiles, guidanceEditions, sections, versions } from "#db/schema/index.ts";

import type { Draft } from "./draft.ts";
import { readStanding } from "./review/standing.server.ts";
import { budgetYear, type DocumentKind, documentWords } from "./vocabulary.ts";

/** The draft of a partnership's document of this kind, or null when none was started (or the actor may not know). */
export async function findDraft(tx: SessionTx, partnershipId: string, kind: DocumentKind): Promise<Draft | null> {
  const [found] = await tx.db
    .select({ document: documents, edition: { id: guidanceEditions.id, title: guidanceEditions.title } })
    .from(documents)
    .innerJoin(guidanceEditions, eq(guidanceEditions.id, documents.editionId))
    .where(and(eq(documents.partnershipId, partnershipId), eq(documents.kind, kind)));
  const directory = found && (await findDirectory(tx, partnershipId));
  if (!found || !directory) return null;
  const { document, edition } = found;
  const [latestVersion] = await tx.db
    .select({ id: versions.id, number: versions.number, status: versions.status })
    .from(versions)
    .where(eq(versions.documentId, document.id))
    .orderBy(desc(versions.number))
    .limit(1);
  const [file] = await tx.db
    .select({ name: draftFiles.name, sha256: draftFiles.sha256, size: draftFiles.size, pages: draftFiles.pages, texts: draftFiles.texts })
    .from(draftFiles)
    .where(eq(draftFiles.documentId, document.id));
  const [published] = await tx.db
    .select({ id: versions.id })
    .from(versions)
    .where(and(eq(versions.documentId, document.id), isNotNull(versions.publishedAt)))
    .limit(1);
  const year = budgetYear(kind);
  return {
    document,
    directory,
    edition,
    items: await listGuidanceItems(tx, edition.id, documentWords(kind).guidance),
    sections: await tx.db
      .select({ id: sections.id, audience: sections.audience, title: sections.title, body: sections.body, items: sections.items, revision: sections.revision, savedAt: sections.savedAt, savedBy: sections.savedBy })
      .from(sections)
      .where(and(eq(sections.documentId, document.id), isNull(sections.removedAt)))
      .orderBy(asc(sections.audience), asc(sections.position), asc(sections.id)),
    gaps: await tx.db
      .select({ itemId: declaredGaps.itemId, reason: declaredGaps.reason })
      .from(declaredGaps)
      .where(eq(declaredGaps.documentId, document.id)),
    file: file ?? null,
    latestVersion: latestVersion ?? null,
    publishedBefore: published !== undefined,
    agencies: kind === "arrangements" ? await readSignedAgencies(tx, partnershipId) : [],
    withheldNames: await listWithheldNames(tx, partnershipId),
    budget: year && (await readDraftBudget(tx, partnershipId, year)),
    review: await readStanding(tx, document),
  };
}
