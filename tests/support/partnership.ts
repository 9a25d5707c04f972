import { createHash, randomBytes, randomUUID } from "node:crypto";

import type postgres from "postgres";

import type { Submission } from "#app/domain/shared/change.server.ts";
import type { SessionActor } from "#db/client.server.ts";

/** A person with a session, as somebody freshly signed in with both factors. */
export interface TestPerson {
  personId: string;
  name: string;
  email: string;
  actor: SessionActor;
  /** What the browser's cookie holds. */
  token: string;
}

export interface TestSeat {
  id: string;
  kind: "local-authority" | "icb" | "police";
  organisation: string;
  lead: TestPerson;
  leadAppointmentId: string;
}

export interface TestPartnership {
  id: string;
  slug: string;
  name: string;
  seats: TestSeat[];
  delegate: TestPerson;
  chair: TestPerson;
  businessManager: TestPerson;
  scrutineer: TestPerson;
}

let counter = 0;

/** A hidden key and the fields of a form, as a page would send them. */
export function submission(fields: Record<string, unknown> = {}): Submission {
  return { key: randomUUID(), fields };
}

export async function addPerson(sql: postgres.Sql, name: string, { administrator = false } = {}): Promise<TestPerson> {
  counter += 1;
  const email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, ".")}.${counter}@example.test`;
  const [person] = await sql<{ id: string }[]>`insert into portal.people (name) values (${name}) returning id`;
  if (!person) throw new Error("no person");
  await sql`insert into access.accounts (person_id, email) values (${person.id}, ${email})`;
  if (administrator) await sql`insert into access.administrators (person_id) values (${person.id})`;
  return { personId: person.id, name, email, ...(await addSession(sql, person.id)) };
}

/** A session as sign-in with both factors leaves it, identity just confirmed. */
export async function addSession(sql: postgres.Sql, personId: string, { confirmed = true } = {}): Promise<{ actor: SessionActor; token: string }> {
  const token = randomBytes(32).toString("base64url");
  const sessionId = createHash("sha256").update(token).digest("hex");
  await sql`
    insert into access.sessions (id, person_id, created_at, last_seen_at, expires_at, strength, confirmed_at)
    values (${sessionId}, ${personId}, access.clock(), access.clock(), access.clock() + interval '8 hours', 'password+totp', ${confirmed ? sql`access.clock()` : null})`;
  return { actor: { kind: "session", sessionId }, token };
}

export async function addOrganisation(sql: postgres.Sql, kind: TestSeat["kind"], name: string): Promise<string> {
  counter += 1;
  const [row] = await sql<{ id: string }[]>`
    insert into portal.organisations (kind, code, name, valid_from, fictional) values (${kind}, ${`X${String(counter).padStart(8, "0")}`}, ${name}, '2009-01-01', true) returning id`;
  if (!row) throw new Error("no organisation");
  return row.id;
}

const leadOffices = { "local-authority": "Chief Executive", icb: "Chief Executive", police: "Chief Constable" } as const;

/** A partnership with a seat for each kind given, every post held, all straight in the tables. */
export async function addPartnership(
  sql: postgres.Sql,
  slug: string,
  kinds: TestSeat["kind"][] = ["local-authority", "icb", "police"],
): Promise<TestPartnership> {
  const name = `${slug[0]?.toUpperCase() ?? ""}${slug.slice(1)} Safeguarding Children Partnership`;
  const [partnership] = await sql<{ id: string }[]>`insert into portal.partnerships (slug, name) values (${slug}, ${name}) returning id`;
  if (!partnership) throw new Error("no partnership");
  const id = partnership.id;
  await sql`insert into portal.guidance_adoptions values (${id}, 'working-together-2026', '2026-04-01')`;
  const seats: TestSeat[] = [];
  for (const [position, kind] of kinds.entries()) {
    const organisation = `${name.split(" ")[0] ?? ""} ${{ "local-authority": "Council", icb: "ICB", police: "Police" }[kind]} ${position + 1}`;
    const organisationId = await addOrganisation(sql, kind, organisation);
    if (kind === "local-authority") await sql`insert into portal.partnership_areas (partnership_id, organisation_id, valid_from) values (${id}, ${organisationId}, '2019-09-29')`;
    const [seat] = await sql<{ id: string }[]>`
      insert into portal.seats (partnership_id, organisation_id, kind, name, position, valid_from) values (${id}, ${organisationId}, ${kind}, ${organisation}, ${position}, '2019-09-29') returning id`;
    if (!seat) throw new Error("no seat");
    const lead = await addPerson(sql, `Lead ${["Ash", "Birch", "Cedar", "Elm", "Fir"][position] ?? "Yew"} ${slug}`);
    const leadAppointmentId = await appoint(sql, id, { role: "lsp", office: leadOffices[kind], person: lead, seat: { id: seat.id, kind } });
    await sql`insert into portal.posts (partnership_id, role, seat_id, seat_kind, office, valid_from) values (${id}, 'dsp', ${seat.id}, ${kind}, 'Director of Children', '2019-09-29')`;
    seats.push({ id: seat.id, kind, organisation, lead, leadAppointmentId });
  }
  const hold = async (role: "dsp" | "chair" | "business-manager" | "scrutineer", office: string, title: string) => {
    const person = await addPerson(sql, `${title} ${slug}`);
    if (role === "dsp") {
      const [post] = await sql<{ id: string; seat_id: string; seat_kind: string }[]>`select id, seat_id, seat_kind from portal.posts where partnership_id = ${id} and role = 'dsp' order by seat_kind limit 1`;
      if (!post) throw new Error("no delegate's post");
      await sql`insert into portal.appointments (partnership_id, post_id, role, seat_id, seat_kind, person_id, starts_on) values (${id}, ${post.id}, 'dsp', ${post.seat_id}, ${post.seat_kind}, ${person.personId}, '2024-04-01')`;
      return person;
    }
    await appoint(sql, id, { role, office, person });
    return person;
  };
  return {
    id,
    slug,
    name,
    seats,
    delegate: await hold("dsp", "Director of Children's Services", "Delegate Rowan"),
    chair: await hold("chair", "Partnership chair", "Chair Hazel"),
    businessManager: await hold("business-manager", "Business manager", "Manager Oak"),
    scrutineer: await hold("scrutineer", "Independent scrutineer", "Scrutineer Holly"),
  };
}

/** Makes a post and appoints its holder from 1 April 2024. Answers the appointment's id. */
export async function appoint(
  sql: postgres.Sql,
  partnershipId: string,
  { role, office, person, seat }: { role: string; office: string; person: TestPerson; seat?: { id: string; kind: string } },
): Promise<string> {
  const [post] = await sql<{ id: string }[]>`
    insert into portal.posts (partnership_id, role, seat_id, seat_kind, office, valid_from)
    values (${partnershipId}, ${role}, ${seat?.id ?? null}, ${seat?.kind ?? null}, ${office}, '2019-09-29') returning id`;
  if (!post) throw new Error("no post");
  const [appointment] = await sql<{ id: string }[]>`
    insert into portal.appointments (partnership_id, post_id, role, seat_id, seat_kind, person_id, starts_on)
    values (${partnershipId}, ${post.id}, ${role}, ${seat?.id ?? null}, ${seat?.kind ?? null}, ${person.personId}, '2024-04-01') returning id`;
  if (!appointment) throw new Error("no appointment");
  return appointment.id;
}

/** Somebody who speaks for an agency or for education, from 1 April 2024. */
export async function addRepresentative(sql: postgres.Sql, partnershipId: string, role: "agency-contact" | "education-representative"): Promise<TestPerson> {
  const person = await addPerson(sql, role === "agency-contact" ? "Contact Willow" : "Teacher Maple");
  const [post] = await sql<{ id: string }[]>`
    insert into portal.posts (partnership_id, role, body, level, office, valid_from)
    values (${partnershipId}, ${role}, ${role === "agency-contact" ? "Vale Probation" : "The schools of the vale"}, ${role === "agency-contact" ? null : "strategic"}, 'Head of Service', '2019-09-29') returning id`;
  if (!post) throw new Error("no post");
  await sql`insert into portal.appointments (partnership_id, post_id, role, person_id, starts_on) values (${partnershipId}, ${post.id}, ${role}, ${person.personId}, '2024-04-01')`;
  return person;
}

/** A complete draft: one section for each item of the edition, so that it is ready to freeze. */
export async function addReadyDraft(sql: postgres.Sql, partnershipId: string, startedBy: string): Promise<{ documentId: string }> {
  const [document] = await sql<{ id: string }[]>`
    insert into portal.documents (partnership_id, kind, title, edition_id, in_force_from, next_review_on, change_note, started_by)
    values (${partnershipId}, 'arrangements', 'How we work together to keep children safe', 'working-together-2026', '2026-09-01', '2027-09-01', 'First version.', ${startedBy}) returning id`;
  if (!document) throw new Error("no document");
  await sql`
    insert into portal.sections (partnership_id, document_id, position, title, body, items, saved_by)
    select ${partnershipId}, ${document.id}, position, title, 'We do this together, and say here how.', array[id], ${startedBy}
    from portal.guidance_items where edition_id = 'working-together-2026' and document = 'arrangements'`;
  return { documentId: document.id };
}

/** Gives the body of a seat elsewhere a seat here, too, with the same lead and nobody delegated. */
export async function addSharedSeat(sql: postgres.Sql, partnershipId: string, from: TestSeat): Promise<void> {
  const [seat] = await sql<{ id: string }[]>`
    insert into portal.seats (partnership_id, organisation_id, kind, name, position, valid_from)
    select ${partnershipId}, organisation_id, kind, name, 90, valid_from from portal.seats where id = ${from.id} returning id`;
  if (!seat) throw new Error("no seat");
  await appoint(sql, partnershipId, { role: "lsp", office: leadOffices[from.kind], person: from.lead, seat: { id: seat.id, kind: from.kind } });
}
