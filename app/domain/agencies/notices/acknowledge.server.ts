import { randomUUID } from "node:crypto";

import { sql } from "drizzle-orm";

import { sha256Hex } from "#app/auth/tokens.server.ts";
import { signatureReference } from "#app/domain/documents/signature-reference.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { done, type Outcome } from "#app/domain/shared/refusals.ts";

import { changeByLink } from "./link.server.ts";

/**
 * Acknowledges for the agency that the link is of: one of any number at once. The register has it in the same transaction.
 * Refusals: not-found, link-not-open (acknowledged before, replaced, expired, or not named any more).
 */
export async function acknowledge(token: string | undefined, { name, post }: { name: string; post: string }): Promise<Outcome<{ reference: string }>> {
  return changeByLink(token, async (tx) => {
    const { noticeId, partnershipId, membershipId, naming } = tx.link;
    const reference = signatureReference(sha256Hex(randomUUID()));
    await tx.db.execute(sql`
      insert into portal.agency_acknowledgements (partnership_id, membership_id, naming, notice_id, name, post, reference)
      values (${partnershipId}, ${membershipId}, ${naming}, ${noticeId}, ${name}, ${post}, ${reference})`);
    await appendToLedger(tx, { type: "agency.acknowledged", partnershipId, data: { membershipId, noticeId, reference } });
    return done({ reference });
  });
}
