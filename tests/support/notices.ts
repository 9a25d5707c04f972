import { randomUUID } from "node:crypto";

import { unsealSecret } from "#app/domain/notifications/message-secret.server.ts";

import { writeBack } from "#app/domain/agencies/notices/write-back.server.ts";

import { nameOne } from "./agencies.ts";
import type { TestDatabase } from "./database.ts";
import { need } from "./funding.ts";
import type { TestPartnership } from "./partnership.ts";

/** The token in the newest letter to an agency that has not gone yet. */
export async function tokenOf({ sql }: TestDatabase, membershipId: string): Promise<string> {
  const [row] = await sql<{ id: string; secret_sealed: string }[]>`select id, secret_sealed from portal.agency_notices where membership_id = ${membershipId} and secret_sealed is not null order by number desc limit 1`;
  if (!row) throw new Error("no letter with a link");
  return unsealSecret(row.secret_sealed, row.id).slice("/acknowledge/".length);
}

/** As if the mail server had taken the newest letter to an agency. */
export async function letterWent({ sql }: TestDatabase, membershipId: string, status = "sent"): Promise<void> {
  await sql`update portal.agency_notices set status = ${status}, status_at = access.clock(), secret_sealed = null where id = (select id from portal.agency_notices where membership_id = ${membershipId} order by number desc limit 1)`;
  if (status === "sent") await sql`update portal.agency_memberships set told_on = coalesce(told_on, access.today()) where id = ${membershipId}`;
}

/** An agency that is named and told, and that asks by its link for details to be corrected. Answers what it wrote. */
export async function addReply(database: TestDatabase, partnership: TestPartnership): Promise<string> {
  const membershipId = await nameOne(partnership, { legalName: "Otter Brook School" }, { contactEmail: "office@otter.example" });
  return need(await writeBack(await tokenOf(database, membershipId), { kind: "details", proposed: { legalName: "Otter Brook Academy" }, name: "Sam Reed", post: "Headteacher" }, randomUUID())).replyId;
}
