import { hash } from "@node-rs/argon2";

import { demoPassword } from "#app/auth/demo-password.ts";
import { nameAgencies } from "#app/domain/agencies/name-agencies.server.ts";
import { recordAgency } from "#app/domain/agencies/record-agency.server.ts";
import { addMembers } from "#app/domain/agencies/voice/change-members.server.ts";
import { recordBody } from "#app/domain/agencies/voice/record-body.server.ts";
import { recordRepresentation } from "#app/domain/agencies/voice/record-representation.server.ts";
import { addRepresentative } from "#app/domain/people/add-representative.server.ts";
import type { SessionActor } from "#db/client.server.ts";

import type { Stage } from "./demo.ts";
import { asTyped } from "./demo-agencies.ts";
import { demoEmail } from "./demo-people.ts";
import { type DemoBody, type DemoRepresentative, demoVoices } from "./demo-voice-data.ts";
import { form, must } from "./outcomes.ts";

interface Place {
  partnershipId: string;
  actor: SessionActor;
}

/** Who speaks for education and the voluntary sector: most of it recorded, with gaps. Four partnerships have still to begin. */
export async function seedVoice(stage: Stage): Promise<void> {
  await stage.at("2026-11-23T09:00:00Z");
  const passwordHash = await hash(demoPassword, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  for (const { slug, manager, associations, representatives, bodies } of demoVoices) {
    const place: Place = { partnershipId: await stage.partnershipId(slug), actor: await stage.actor(manager) };
    for (const association of associations) {
      const { membershipId } = must(await recordAgency(place.actor, { partnershipId: place.partnershipId, membershipId: null, revision: 0, ...asTyped(association), repeated: true }, form()));
      must(await nameAgencies(place.actor, { partnershipId: place.partnershipId, membershipIds: [membershipId], reasons: {} }, form()));
    }
    for (const representative of representatives) await seedRepresentative(stage, place, representative, passwordHash);
    for (const body of bodies) await seedBody(stage, place, body);
  }
}

async function seedRepresentative({ sql }: Stage, { partnershipId, actor }: Place, { person, office, body, level, startsOn, agency, chosen }: DemoRepresentative, passwordHash: string): Promise<void> {
  const [made] = await sql<{ id: string }[]>`insert into portal.people (name) values (${person}) returning id`;
  await sql`insert into access.accounts (person_id, email, password_hash) values (${made?.id ?? null}, ${demoEmail(person)}, ${passwordHash})`;
  const role = level ? ("education-representative" as const) : ("agency-contact" as const);
  const { appointmentId } = must(await addRepresentative(actor, { partnershipId, role, body, level: level ?? null, name: person, email: demoEmail(person), office, acting: false, startsOn }, form()));
  const [post] = await sql<{ id: string }[]>`select post_id as id from portal.appointments where id = ${appointmentId}`;
  const postId = post?.id ?? "";
  if (agency) await sql`update portal.agency_memberships m set representative_post_id = ${postId} from portal.agencies a where a.id = m.agency_id and m.partnership_id = ${partnershipId} and a.legal_name = ${agency}`;
  if (chosen) must(await recordRepresentation(actor, { partnershipId, postId, appointmentId, revision: 0, representation: chosen }, form()));
}

async function seedBody({ sql }: Stage, { partnershipId, actor }: Place, { agency, role, since, members, outside }: DemoBody): Promise<void> {
  const rows = await sql<{ id: string; name: string }[]>`select m.id, a.legal_name as name from portal.agency_memberships m join portal.agencies a on a.id = m.agency_id where m.partnership_id = ${partnershipId}`;
  const idOf = (name: string) => {
    const found = rows.find((row) => row.name === name);
    if (!found) throw new Error(`no agency ${name}`);
    return found.id;
  };
  const bodyId = idOf(agency);
  must(await recordBody(actor, { partnershipId, membershipId: bodyId, revision: 0, body: { role, since, until: null, outsideCount: outside?.count ?? null, outsideSource: outside?.source ?? null, outsideOn: outside?.on ?? null } }, form()));
  must(await addMembers(actor, { partnershipId, bodyId, members: members.map(idOf), since: "2026-09-01" }, form()));
}
