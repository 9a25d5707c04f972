import { randomUUID } from "node:crypto";

import { acknowledge } from "#app/domain/agencies/notices/acknowledge.server.ts";
import { decideReply } from "#app/domain/agencies/notices/decide-reply.server.ts";
import type { ReplyInput } from "#app/domain/agencies/notices/forms.server.ts";
import { saveAddresses } from "#app/domain/agencies/notices/save-addresses.server.ts";
import { writeBack } from "#app/domain/agencies/notices/write-back.server.ts";
import { unsealSecret } from "#app/domain/notifications/message-secret.server.ts";

import type { Stage } from "./demo.ts";
import { form, must } from "./outcomes.ts";

/** Who acknowledged by the link in their letter, in the order in which they did. */
const acknowledged: readonly (readonly [slug: string, legalName: string, name: string, post: string])[] = [
  ["northmoor", "Heron Hill Primary School", "Ada Fennimore", "Headteacher"],
  ["northmoor", "Otter Brook Primary School", "Bram Lightly", "School business manager"],
  ["northmoor", "Wren Lane Primary School", "Cleo Marchbank", "Headteacher"],
  ["northmoor", "Curlew Road Primary School", "Dov Ransley", "Chair of governors"],
  ["northmoor", "Northmoor High School", "Effie Strand", "Designated safeguarding lead"],
  ["northmoor", "Fellside High School", "Gil Thornbury", "Headteacher"],
  ["fenwick-and-sorrel", "Fenwick Primary School", "Hattie Overend", "Headteacher"],
  ["fenwick-and-sorrel", "Cafcass", "Ivo Pell", "Head of practice"],
  ["kestrel-dale", "Dale High School", "Jem Arkwell", "Deputy headteacher"],
];

/** What agencies wrote back. The last is decided. */
const replies: readonly (readonly [slug: string, legalName: string, reply: ReplyInput])[] = [
  ["northmoor", "Brightwater Academy", { kind: "details", proposed: { legalName: "Brightwater Academy Northmoor", representative: "Designated safeguarding lead", contactEmail: "safeguarding@brightwater.example", note: null }, name: "Kit Dunmore", post: "Trust secretary" }],
  ["northmoor", "Northmoor College", { kind: "account", proposed: { person: { name: "Lena Ashworth-Pym", office: "Director of student services", email: "lena.pym@northmoor-college.example" } }, name: "Moss Hartley", post: "Clerk to the corporation" }],
  ["fenwick-and-sorrel", "Sorrel High School", { kind: "details", proposed: { legalName: "Sorrel Valley High School", representative: null, contactEmail: null, note: null }, name: "Nia Cole", post: "Headteacher" }],
];

/** Letters of the registers: most arrived, some were answered, one came back, and a few have still to be written. */
export async function seedNotices({ sql, at, actor, partnershipId }: Stage): Promise<void> {
  await sql`update portal.agency_notices set status = 'kept', status_at = written_at where status = 'waiting'`;
  await sql`update portal.agency_memberships m set told_on = m.named_on where exists (select from portal.agency_notices n where n.membership_id = m.id)`;
  await sql`
    with back as (
      update portal.agency_notices set status = 'bounced', problem = 'RCPT TO 550 5.1.1', secret_sealed = null where content->>'legalName' = 'Northmoor Rovers Community Foundation' returning membership_id)
    update portal.agency_memberships set told_on = null where id in (select membership_id from back)`;
  const find = async (slug: string, legalName: string): Promise<{ membershipId: string; token: string }> => {
    const [row] = await sql<{ id: string; notice: string | null; sealed: string | null }[]>`
      select m.id, n.id as notice, n.secret_sealed as sealed from portal.agency_memberships m join portal.agencies a on a.id = m.agency_id left join portal.agency_notices n on n.membership_id = m.id
      where m.partnership_id = ${await partnershipId(slug)} and a.legal_name = ${legalName}`;
    if (!row) throw new Error(`no ${legalName} in ${slug}`);
    return { membershipId: row.id, token: row.notice && row.sealed ? unsealSecret(row.sealed, row.notice).slice("/acknowledge/".length) : "" };
  };
  await at("2026-11-23T10:00:00Z");
  const northmoor = await partnershipId("northmoor");
  const { membershipId } = await find("northmoor", "Northmoor Youth Justice Service");
  must(await saveAddresses(await actor("Priya Sedgewick"), { partnershipId: northmoor, addresses: [{ membershipId, email: "office@northmoor-youth-justice.example" }], replace: false }, form()));
  await at("2026-11-24T14:30:00Z");
  for (const [slug, legalName, name, post] of acknowledged) must(await acknowledge((await find(slug, legalName)).token, { name, post }));
  await at("2026-11-25T08:45:00Z");
  let last = "";
  for (const [slug, legalName, reply] of replies) last = must(await writeBack((await find(slug, legalName)).token, reply, randomUUID())).replyId;
  must(await decideReply(await actor("Callum Drey"), { partnershipId: await partnershipId("fenwick-and-sorrel"), replyId: last, outcome: "accepted", reason: null }, form()));
}
