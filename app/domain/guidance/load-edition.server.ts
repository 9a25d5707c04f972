import { createHash } from "node:crypto";

import { sql } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { guidanceEditions } from "#db/schema/index.ts";

import { readEditionFile } from "./edition-file.server.ts";

/**
 * Loads an edition of the guidance from the text of its file. Administrators only. A corrected file of an edition that
 * is there takes its place. Refusals: not-found (not an administrator), edition-not-readable, unknown-edition-replaced, edition-in-use when
 * an item that a partnership may rely on is missing.
 */
export async function loadEdition(actor: SessionActor, { text }: { text: string }, submission: Submission): Promise<Outcome<{ editionId: string; items: number }>> {
  return change(actor, "load-edition", submission, async (tx) => {
    const forbidden = forbid(tx.me, "load-edition", { partnershipId: null });
    if (forbidden) return forbidden;
    const read = readEditionFile(text);
    if (!read.ok) return refused("edition-not-readable", read.problems[0]);
    const { edition } = read;
    const known = (await tx.db.select({ id: guidanceEditions.id }).from(guidanceEditions)).map((row) => row.id);
    if (edition.replaces !== null && !known.includes(edition.replaces)) return refused("unknown-edition-replaced", edition.replaces);
    const fileSha256 = createHash("sha256").update(text).digest("hex");
    await tx.db.execute(sql`select portal.load_edition(${JSON.stringify(edition)}::text::jsonb, ${fileSha256})`);
    await appendToLedger(tx, { type: "edition.loaded", partnershipId: null, data: { editionId: edition.edition, fileSha256, items: edition.items.length } });
    return done({ editionId: edition.edition, items: edition.items.length });
  });
}
