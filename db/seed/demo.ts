import { createHash, randomBytes, randomUUID } from "node:crypto";

import { hash } from "@node-rs/argon2";
import postgres from "postgres";

import { demoPassword } from "#app/auth/demo-password.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { onboardPartnership } from "#app/domain/partnerships/onboard-partnership.server.ts";
import { publishDirectory } from "#app/domain/publication/publish-directory.server.ts";
import { as, closePools, type SessionActor, useDatabase } from "#db/client.server.ts";
import type { RoleUrls } from "#db/role-urls.ts";

import { seedActions } from "./demo-actions.ts";
import { seedAgencies } from "./demo-agencies.ts";
import { seedRegisterFiles } from "./demo-registers.ts";
import { seedArchive } from "./demo-archive.ts";
import { seedArrangements } from "./demo-arrangements.ts";
import { seedAssessments } from "./demo-assessments.ts";
import { seedContacts } from "./demo-contacts.ts";
import { seedDecisions, seedDelegatedMatters } from "./demo-decisions.ts";
import { seedEscalations, seedRisks } from "./demo-escalations.ts";
import { seedDelegations, seedLaterDelegation } from "./demo-delegations.ts";
import { seedBudgetAwaiting, seedFunding, seedFundingChanges } from "./demo-funding.ts";
import { seedMeetings } from "./demo-meetings.ts";
import { seedNotices } from "./demo-notices.ts";
import { seedOwnRecords } from "./demo-own.ts";
import { seedPriorities } from "./demo-priorities.ts";
import { seedRequests } from "./demo-requests.ts";
import { seedStates } from "./demo-states.ts";
import { seedVoice } from "./demo-voice.ts";
import { demoAdministrator, demoBodies, demoEmail, demoForces, type DemoPartnership, demoPartnerships, demoSuccessions, withheld } from "./demo-people.ts";

const edition = "working-together-2026";
const adoptedOn = "2026-04-01";

/** What the parts of the seed share: a superuser's client, the fixed clock, and signing in as anybody. */
export interface Stage {
  sql: postgres.Sql;
  /** Sets the one clock; every later event happens then. */
  at(moment: string): Promise<void>;
  /** A session of this person at the present of the stage, identity confirmed. */
  actor(person: string): Promise<SessionActor>;
  /** The id of a partnership by its slug. */
  partnershipId(slug: string): Promise<string>;
}

/**
 * Fills an empty database with the demonstration, by the portal's own commands: what was frozen, signed and published
 * here was frozen, signed and published. Answers whether it did; a database with any partnership is left alone.
 */
export async function seedDemoIfEmpty(urls: RoleUrls): Promise<boolean> {
  const sql = postgres(urls.migrator, { max: 2, onnotice: () => undefined });
  useDatabase(urls);
  try {
    const [first] = await sql`select from portal.partnerships limit 1`;
    if (first) return false;
    await sql`update access.installation set demo = true`;
    const stage = setStage(sql);
    await seedPeople(stage);
    for (const partnership of demoPartnerships) await seedPartnership(stage, partnership);
    await seedDelegations(stage);
    await seedDelegatedMatters(stage);
    await seedArchive(stage);
    await seedFunding(stage);
    await seedLaterDelegation(stage);
    await seedBudgetAwaiting(stage);
    await seedArrangements(stage);
    await seedStates(stage);
    await seedContacts(stage);
    await seedFundingChanges(stage);
    await seedAgencies(stage);
    await seedRegisterFiles(stage);
    await seedVoice(stage);
    await seedNotices(stage);
    await seedRequests(stage);
    await seedOwnRecords(stage);
    await seedAssessments(stage);
    await seedPriorities(stage);
    await seedDecisions(stage);
    await seedEscalations(stage);
    await seedRisks(stage);
    await seedActions(stage);
    await seedMeetings(stage);
    await sql`delete from access.sessions`;
    return true;
  } finally {
    await sql`delete from access.clock_setting`;
    await sql.end({ timeout: 5 });
    await closePools();
    useDatabase(null);
  }
}

function setStage(sql: postgres.Sql): Stage {
  return {
    sql,
    at: async (moment) => {
      await sql`insert into access.clock_setting (fixed_at) values (${moment}) on conflict (only_row) do update set fixed_at = excluded.fixed_at`;
    },
    actor: async (person) => {
      const sessionId = createHash("sha256").update(randomBytes(32)).digest("hex");
      const rows = await sql`
        insert into access.sessions (id, person_id, expires_at, strength, confirmed_at)
        select ${sessionId}, person_id, access.clock() + interval '8 hours', 'password-demo', access.clock()
        from access.accounts where email = ${demoEmail(person)} returning id`;
      if (rows.length !== 1) throw new Error(`${person} has no account`);
      return { kind: "session", sessionId };
    },
    partnershipId: async (slug) => {
      const [row] = await sql<{ id: string }[]>`select id from portal.partnerships where slug = ${slug}`;
      if (!row) throw new Error(`no partnership ${slug}`);
      return row.id;
    },
  };
}

async function seedPeople({ sql, at }: Stage): Promise<void> {
  await at("2026-04-01T08:00:00Z");
  await sql`insert into portal.organisations ${sql(demoBodies.map((body) => ({ valid_from: "2009-04-01", valid_to: null, ...body, fictional: true })))}`;
  for (const [ended, successor] of demoSuccessions) {
    await sql`update portal.organisations set successor_id = (select id from portal.organisations where code = ${successor}) where code = ${ended}`;
  }
  for (const [area, force] of demoForces) {
    await sql`
      insert into portal.area_forces (local_authority_id, police_id)
      select la.id, force.id from portal.organisations la, portal.organisations force where la.code = ${area} and force.code = ${force}`;
  }
  const passwordHash = await hash(demoPassword, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  const names = [demoAdministrator, ...demoPartnerships.flatMap((partnership) => partnership.holders.map((holder) => holder.person))];
  for (const name of new Set(names)) {
    const [person] = await sql<{ id: string }[]>`insert into portal.people (name, name_withheld) values (${name}, ${withheld.includes(name)}) returning id`;
    await sql`insert into access.accounts (person_id, email, password_hash) values (${person?.id ?? null}, ${demoEmail(name)}, ${passwordHash})`;
  }
  await sql`insert into access.administrators (person_id) select person_id from access.accounts where email = ${demoEmail(demoAdministrator)}`;
}

async function seedPartnership({ sql, at, actor, partnershipId }: Stage, partnership: DemoPartnership): Promise<void> {
  const { slug, name, areas, icbs } = partnership;
  await at("2026-04-01T09:00:00Z");
  const administrator = await actor(demoAdministrator);
  const input = { name, slug, areas, icbs, editionId: edition, adoptedOn, startsOn: adoptedOn };
  const outcome = await onboardPartnership(administrator, input, { key: randomUUID(), fields: { slug } });
  if (!outcome.ok) throw new Error(`${slug}: ${outcome.refusal} ${outcome.detail ?? ""}`);
  const id = await partnershipId(slug);
  // Offices were held long before the portal was there to record them.
  for (const holder of partnership.holders) await seedHolder(sql, id, holder);
  await as(administrator, async (tx) => {
    const rows = await sql<{ id: string; post_id: string; person_id: string; starts_on: string; acting: boolean }[]>`
      select id, post_id, person_id, starts_on::text, acting from portal.appointments where partnership_id = ${id} order by starts_on`;
    for (const row of rows) {
      const data = { appointmentId: row.id, postId: row.post_id, personId: row.person_id, startsOn: row.starts_on, acting: row.acting };
      await appendToLedger(tx, { type: "appointment.made", partnershipId: id, data });
    }
    await publishDirectory(tx, id);
  });
}

async function seedHolder(sql: postgres.Sql, partnershipId: string, holder: DemoPartnership["holders"][number]): Promise<void> {
  const [post] = await sql<{ id: string; seat_id: string | null; seat_kind: string | null }[]>`
    select p.id, p.seat_id, p.seat_kind from portal.posts p
    left join portal.seats s on s.id = p.seat_id left join portal.organisations o on o.id = s.organisation_id
    where p.partnership_id = ${partnershipId} and p.role = ${holder.role} and o.code is not distinct from ${holder.body ?? null}`;
  if (!post) throw new Error(`no post for ${holder.person}`);
  if (holder.office) await sql`update portal.posts set office = ${holder.office} where id = ${post.id}`;
  const [appointment] = await sql<{ id: string }[]>`
    insert into portal.appointments (partnership_id, post_id, role, seat_id, seat_kind, person_id, acting, starts_on, ends_on)
    select ${partnershipId}, ${post.id}, ${holder.role}, ${post.seat_id}, ${post.seat_kind}, person_id, ${holder.acting ?? false}, ${holder.startsOn}, ${holder.endsOn ?? null}
    from access.accounts where email = ${demoEmail(holder.person)} returning id`;
  if (!holder.independentReason) return;
  await sql`
    insert into portal.appointment_terms (appointment_id, partnership_id, revision, review_on, independent_reason)
    values (${appointment?.id ?? null}, ${partnershipId}, 1, '2027-04-01', ${holder.independentReason})`;
}
