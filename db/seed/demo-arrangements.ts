import { freezeVersion } from "#app/domain/documents/freeze-version.server.ts";
import { publishVersion } from "#app/domain/documents/publish-version.server.ts";
import { reviewDraft } from "#app/domain/documents/review/review-draft.server.ts";
import { signVersion } from "#app/domain/documents/sign-version.server.ts";
import { publishDirectory } from "#app/domain/publication/publish-directory.server.ts";
import { as } from "#db/client.server.ts";

import type { Stage } from "./demo.ts";
import { laterLead } from "./demo-delegations.ts";
import { demoAdministrator } from "./demo-people.ts";
import { loadGaps, loadTexts, type Overlay } from "./load-texts.ts";
import { form, must } from "./outcomes.ts";

interface Details {
  inForceFrom: string | null;
  nextReviewOn: string | null;
  changeNote: string | null;
}

/** Published twice; awaiting its last signature; being drafted. */
export async function seedArrangements(stage: Stage): Promise<void> {
  await stage.at("2026-04-02T09:00:00Z");
  await writeDraft(stage, "northmoor", "Priya Sedgewick", { inForceFrom: "2026-04-20", nextReviewOn: "2027-04-20", changeNote: null }, { overlay: "v1" });
  await signedBy(stage, "northmoor", "Priya Sedgewick", "2026-04-13T10:12:00Z", [
    ["Ada Fernhill", "2026-04-14T08:41:00Z"],
    ["Rosa Winterbourne", "2026-04-15T16:03:00Z"],
    ["Winifred Tarn", "2026-04-17T12:20:00Z"],
  ]);
  await publish(stage, "northmoor", "Priya Sedgewick", "2026-04-20T08:00:00Z");

  await stage.at("2026-07-01T08:30:00Z");
  const administrator = await stage.actor(demoAdministrator);
  const northmoor = await stage.partnershipId("northmoor");
  await as(administrator, (tx) => publishDirectory(tx, northmoor));
  await stage.at("2026-07-06T08:50:00Z");
  await laterLead(stage, "northmoor", "Idris Calder");

  await stage.at("2026-08-03T09:00:00Z");
  await writeDraft(stage, "northmoor", "Priya Sedgewick", {
    inForceFrom: "2026-09-01",
    nextReviewOn: "2027-09-01",
    changeNote:
      "A new section on racism and disproportionality, and a page for children and young people. Rewritten sections on identifying need, data, and the voice of children after the first yearly review. The lead safeguarding partner of NHS Northmoor ICB changed on 1 July 2026.",
  });
  await signedBy(stage, "northmoor", "Priya Sedgewick", "2026-08-20T09:30:00Z", [
    ["Ada Fernhill", "2026-08-21T17:55:00Z"],
    ["Idris Calder", "2026-08-24T09:08:00Z"],
    ["Rosa Winterbourne", "2026-08-26T13:37:00Z"],
  ]);
  await publish(stage, "northmoor", "Mei Larkfield", "2026-09-01T08:00:00Z");

  await stage.at("2026-10-05T09:00:00Z");
  await writeDraft(stage, "fenwick-and-sorrel", "Callum Drey", { inForceFrom: "2026-12-01", nextReviewOn: "2027-12-01", changeNote: null });
  await signedBy(stage, "fenwick-and-sorrel", "Callum Drey", "2026-11-10T11:00:00Z", [
    ["Ottoline Marsh", "2026-11-11T08:15:00Z"],
    ["Desmond Rook", "2026-11-12T18:40:00Z"],
    ["Lionel Thackeray", "2026-11-16T07:52:00Z"],
  ]);

  await stage.at("2026-11-02T09:00:00Z");
  await writeDraft(stage, "westvale-and-harrowmere", "Imogen Sallow", { inForceFrom: null, nextReviewOn: null, changeNote: null });
}

/** Writes the texts as the draft, straight into its tables: the demonstration has no use for every keystroke. */
export async function writeDraft({ sql, partnershipId }: Stage, slug: string, author: string, details: Details, { overlay, texts = slug }: { overlay?: Overlay; texts?: string } = {}): Promise<void> {
  const partnership = await partnershipId(slug);
  const [person] = await sql<{ id: string }[]>`select id from portal.people where name = ${author}`;
  const by = person?.id ?? null;
  const [document] = await sql<{ id: string }[]>`
    insert into portal.documents (partnership_id, kind, title, edition_id, in_force_from, next_review_on, change_note, started_by)
    values (${partnership}, 'arrangements', 'How we work together to keep children safe', 'working-together-2026', ${details.inForceFrom}, ${details.nextReviewOn}, ${details.changeNote}, ${by})
    on conflict (partnership_id, kind) do update set in_force_from = excluded.in_force_from, next_review_on = excluded.next_review_on,
      change_note = excluded.change_note, revision = documents.revision + 1, saved_at = access.clock()
    returning id`;
  if (!document) throw new Error("no document");
  await sql`update portal.sections set removed_at = access.clock() where document_id = ${document.id} and removed_at is null`;
  for (const [position, text] of loadTexts(texts, overlay).entries()) {
    await sql`
      insert into portal.sections (partnership_id, document_id, position, audience, title, body, items, saved_at, saved_by)
      values (${partnership}, ${document.id}, ${position}, ${text.audience}, ${text.title}, ${text.markdown}, ${text.items}, access.clock(), ${by})`;
  }
  await sql`delete from portal.declared_gaps where document_id = ${document.id}`;
  for (const gap of loadGaps(texts, overlay)) {
    await sql`insert into portal.declared_gaps (document_id, partnership_id, item_id, reason, declared_by) values (${document.id}, ${partnership}, ${gap.item}, ${gap.reason}, ${by})`;
  }
}

/** Has the draft reviewed by the chair, freezes it and has these people sign their seats. Answers the version's id. */
export async function signedBy(stage: Stage, slug: string, freezer: string, frozenAt: string, signers: [person: string, at: string][]): Promise<string> {
  const partnershipId = await stage.partnershipId(slug);
  const [draft] = await stage.sql<{ revision: number }[]>`select revision from portal.documents where partnership_id = ${partnershipId} and kind = 'arrangements'`;
  const revision = draft?.revision ?? 0;
  const [chair] = await stage.sql<{ name: string }[]>`
    select p.name from portal.appointments a join portal.people p on p.id = a.person_id where a.partnership_id = ${partnershipId} and a.role = 'chair' order by a.starts_on desc`;
  await stage.at(frozenAt);
  const review = { partnershipId, kind: "arrangements" as const, revision, outcome: "ready" as const, words: "Read in full with the other delegates. Ready for the leads." };
  must(await reviewDraft(await stage.actor(chair?.name ?? ""), review, form()));
  const freeze = { partnershipId, kind: "arrangements" as const, revision, reasons: {} };
  const { versionId } = must(await freezeVersion(await stage.actor(freezer), freeze, form()));
  for (const [person, at] of signers) {
    await stage.at(at);
    const actor = await stage.actor(person);
    const seats = await as(actor, async (tx) => tx.me.holds.filter((holding) => holding.role === "lsp" && holding.partnershipId === partnershipId));
    for (const { seatId } of seats) must(await signVersion(actor, { partnershipId, versionId, seatId: seatId ?? "" }, form()));
  }
  return versionId;
}

export async function publish(stage: Stage, slug: string, publisher: string, at: string): Promise<void> {
  const partnershipId = await stage.partnershipId(slug);
  await stage.at(at);
  const [version] = await stage.sql<{ id: string }[]>`select id from portal.versions where partnership_id = ${partnershipId} and kind = 'arrangements' and status = 'approved'`;
  must(await publishVersion(await stage.actor(publisher), { partnershipId, versionId: version?.id ?? "" }, form()));
}
