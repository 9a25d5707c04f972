import { and, eq } from "drizzle-orm";

import { as, type SessionActor } from "#db/client.server.ts";
import { declaredGaps, detectorOverrides } from "#db/schema/index.ts";

import { checkReadiness } from "./check-readiness.server.ts";
import { readDraft, readNames, readReadiness, unchangedSince } from "./draft-queries.server.ts";
import type { FreezeView, IdentifierView, ItemView } from "./drafting-view.ts";
import { listOverrides } from "./freeze-version.server.ts";
import { countWords } from "./text/word-count.ts";
import { readSummaries } from "./version-queries.server.ts";
import type { DocumentKind } from "./vocabulary.ts";

/** Everything the page that freezes says, HTML and PDF compiled to be sure; null without a draft the actor may see. */
export async function findFreeze(actor: SessionActor, partnershipId: string, kind: DocumentKind): Promise<FreezeView | null> {
  return as(actor, async (tx) => {
    const draft = await readDraft(tx, partnershipId, kind);
    if (!draft) return null;
    const number = (draft.latestVersion?.number ?? 0) + 1;
    const facts = { number, frozenAt: `${tx.now.toISOString().slice(0, 19)}Z`, salt: "0".repeat(64) };
    const { errors, warnings } = await checkReadiness(draft, facts, await listOverrides(tx, draft.document.id));
    const versions = await readSummaries(tx, partnershipId, kind);
    const open = versions.find((version) => version.status === "awaiting" || version.status === "approved" || version.status === "scheduled");
    return {
      details: draft.document,
      revision: draft.document.revision,
      number,
      readiness: { errors, warnings },
      seats: draft.directory.seats.map(({ id, organisation, lead }) => ({ id, organisation, office: lead.office, holder: lead.holder?.name ?? null, acting: lead.holder?.acting ?? false })),
      superseded: open ? { number: open.number, status: open.status, signed: open.signed } : null,
      unchangedSince: unchangedSince(draft, versions),
      sections: draft.sections.filter((section) => section.audience === "everyone").length,
      youngPeople: draft.sections.some((section) => section.audience === "young-people"),
      file: draft.file && { name: draft.file.name, size: draft.file.size, pages: draft.file.pages },
      words: draft.sections.reduce((sum, section) => sum + countWords(section.body), 0),
    };
  });
}

/** One item of the guidance with the sections that could cover it and the stated gap; null when there is none for the actor. */
export async function findItem(actor: SessionActor, partnershipId: string, kind: DocumentKind, itemId: string): Promise<ItemView | null> {
  return as(actor, async (tx) => {
    const draft = await readDraft(tx, partnershipId, kind);
    const item = draft?.items.find((each) => each.id === itemId);
    if (!draft || !item) return null;
    const [gap] = await tx.db
      .select()
      .from(declaredGaps)
      .where(and(eq(declaredGaps.documentId, draft.document.id), eq(declaredGaps.itemId, itemId)));
    const names = await readNames(tx, [gap?.declaredBy ?? null]);
    return {
      item,
      edition: draft.edition,
      sections: draft.sections.map((section, at) => ({
        id: section.id,
        number: at + 1,
        title: section.title,
        empty: section.body.trim() === "",
        covers: section.items.includes(itemId),
      })),
      gap: gap ? { reason: gap.reason, declaredAt: gap.declaredAt, declaredBy: names(gap.declaredBy) } : null,
    };
  });
}

/** A certain identifier that stands in the draft or was let through; null when it is neither, or not for the actor. */
export async function findIdentifier(actor: SessionActor, partnershipId: string, kind: DocumentKind, fingerprint: string): Promise<IdentifierView | null> {
  return as(actor, async (tx) => {
    const draft = await readDraft(tx, partnershipId, kind);
    if (!draft) return null;
    const { errors, warnings } = await readReadiness(tx, draft);
    const lines = [...errors, ...warnings].filter((line) => line.identifier?.fingerprint === fingerprint);
    const [row] = await tx.db
      .select()
      .from(detectorOverrides)
      .where(and(eq(detectorOverrides.documentId, draft.document.id), eq(detectorOverrides.fingerprint, fingerprint)));
    const found = lines[0]?.identifier?.kind ?? row?.kind;
    if (!found) return null;
    const names = await readNames(tx, [row?.proposedBy ?? null, row?.confirmedBy ?? null]);
    return {
      fingerprint,
      kind: found,
      lines,
      proposal: row
        ? {
            reason: row.reason,
            proposedAt: row.proposedAt,
            proposedBy: { personId: row.proposedBy, name: names(row.proposedBy) ?? "Somebody who has left" },
            confirmedAt: row.confirmedAt,
            confirmedBy: names(row.confirmedBy),
          }
        : null,
    };
  });
}
