import type postgres from "postgres";

import { addPartnership, type TestPartnership } from "#tests/support/partnership.ts";
import { republishDirectory } from "#tests/support/publication.ts";

import { withBenchDatabase } from "./bench-database.ts";
import { connections, fetchOk, load, withServer } from "./over-http.ts";

const PARTNERSHIPS = 150;
const YEARS = 5;
const REQUESTS = 600;
const port = 3_925;
/** What one partnership does in a year. */
const inAYear = { meetings: 16, decisions: 24, actions: 60, priorities: 2 };

/**
 * Five years of the work of 150 partnerships, then ten times as much of it: home pages and registers as 20 at once ask for
 * them, beside one statement of the database that reads the same list bare.
 */
export async function benchYearsOfWork(): Promise<void> {
  const before = await measure(1);
  const after = await measure(10);
  for (const [what, p95] of before) console.log(`  ${what}: ${((after.get(what) ?? 0) / p95).toFixed(2)} times as long with ten times the data (target under 1.50)`);
}

async function measure(times: number): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  await withBenchDatabase(async (sql, adminUrl) => {
    const places: TestPartnership[] = [];
    for (let at = 0; at < PARTNERSHIPS; at += 1) places.push(await addPartnership(sql, `place-${String(at)}`));
    const [first, ...others] = places;
    const chief = first?.seats[2]?.lead;
    if (!first || !chief) throw new Error("no partnership");
    for (const { seats } of others.slice(0, 3)) await sql`update portal.appointments set person_id = ${chief.personId} where id = ${seats[2]?.leadAppointmentId ?? ""}`;
    await writeYears(sql, times);
    await republishDirectory(first);
    await sql`vacuum analyze`;
    const [{ actions = 0, decisions = 0, meetings = 0 } = {}] = await sql<{ actions: number; decisions: number; meetings: number }[]>`
      select (select count(*)::int from portal.actions) as actions, (select count(*)::int from portal.decisions) as decisions, (select count(*)::int from portal.meetings) as meetings`;
    console.log(`years-of-work: ${String(PARTNERSHIPS)} partnerships, ${[`${actions.toLocaleString("en-GB")} actions`, `${decisions.toLocaleString("en-GB")} decisions`, `${meetings.toLocaleString("en-GB")} meetings`].join(", ")}; ${String(connections)} connections (target p95 under 100 ms)`);
    await withServer(adminUrl, port, async (origin) => {
      const as = (token: string, path: string) => () => fetchOk(`${origin}${path}`, { cookie: `session=${token}` });
      const home = `/portal/${first.slug}`;
      const pages: Record<string, () => Promise<void>> = {
        "home of a business manager": as(first.businessManager.token, home),
        "home of a chair": as(first.chair.token, home),
        "home of a lead of four partnerships": as(chief.token, "/portal"),
        actions: as(first.chair.token, `${home}/actions?q=plan`),
        decisions: as(first.chair.token, `${home}/decisions?q=plan`),
        meetings: as(first.chair.token, `${home}/meetings`),
        priorities: as(first.chair.token, `${home}/priorities`),
        "the actions alone, of the database": () => askBare(sql, first.id),
      };
      for (const [what, send] of Object.entries(pages)) {
        await load(Array.from({ length: 80 }, () => ""), send);
        const said = await load(Array.from({ length: REQUESTS }, () => ""), send);
        found.set(what, Number(/p95 (\d+)/.exec(said)?.[1] ?? 0));
        console.log(`  ${what}: ${said}`);
      }
    });
  });
  return found;
}

async function askBare(sql: postgres.Sql, partnershipId: string): Promise<void> {
  await sql`select id, what, owner, due_on, state, count(*) over () from portal.actions where partnership_id = ${partnershipId} and what ilike '%plan%' order by state = 'closed', due_on, id limit 50`;
}

/** Written straight into the tables, without the guards that a person's change meets one at a time. */
async function writeYears(sql: postgres.Sql, times: number): Promise<void> {
  const many = (each: number) => each * YEARS * times;
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`
      create temporary table desks on commit drop as
      select p.id as partnership, s.id as seat, o.id as post, o.office, a.person_id as person, a.id as appointment
      from portal.partnerships p join portal.seats s on s.partnership_id = p.id and s.kind = 'police'
      join portal.posts o on o.seat_id = s.id and o.role = 'lsp' join portal.appointments a on a.post_id = o.id`;
    await tx`
      insert into portal.actions (partnership_id, what, owner, owner_post_id, original_due_on, due_on, state, proposed_by, closed_at, closed_by, revision, recorded_by)
      select partnership, 'Write the plan ' || n || ' for what schools ask for', office, post, day, day, case when closed then 'closed' else 'open' end,
        case when closed then person end, case when closed then access.clock() end, case when closed then (select a.person_id from portal.appointments a where a.partnership_id = partnership and a.role = 'chair') end, 1, person
      from desks, generate_series(1, ${many(inAYear.actions)}::int) n,
        lateral (select access.today() - (n * ${365 * YEARS}::int / ${many(inAYear.actions)}::int) + 60 as day, n > 20 as closed) of`;
    await tx`
      insert into portal.action_entries (action_id, partnership_id, number, kind, text, said_by, office)
      select id, partnership_id, n, case n when 1 then 'recorded' else 'progress' end, 'As the group agreed.', recorded_by, owner from portal.actions, generate_series(1, 3) n`;
    await tx`
      insert into portal.decisions (partnership_id, number, sentence, matter, options, taken_by, status, decided_on, is_public, office, recorded_by)
      select partnership, n, 'The partners adopt plan ' || n || ' for children who move between areas.', 'procedures', 'To adopt it, or to wait for the review.', 'leads', 'stands',
        access.today() - (n * ${365 * YEARS}::int / ${many(inAYear.decisions)}::int), true, office, person
      from desks, generate_series(1, ${many(inAYear.decisions)}::int) n`;
    await tx`insert into portal.decision_takers (decision_id, partnership_id, seat_id, body) select d.id, d.partnership_id, s.id, s.name from portal.decisions d join portal.seats s on s.partnership_id = d.partnership_id`;
    await tx`
      insert into portal.decision_answers (decision_id, partnership_id, seat_id, agreed, appointment_id, office, recorded_by)
      select t.decision_id, t.partnership_id, t.seat_id, true, a.id, 'Lead', a.person_id from portal.decision_takers t join portal.appointments a on a.seat_id = t.seat_id and a.role = 'lsp'`;
    await tx`
      insert into portal.meetings (id, partnership_id, kind, group_name, starts_at, ends_at, first_starts_at, place, state, approved_in, approved_at, approved_by, recorded_by)
      select id, partnership, case n % 3 when 0 then 'leads' when 1 then 'delegates' else 'sub-group' end, case n % 3 when 2 then 'Learning and improvement' end, at, at + interval '2 hours', at, 'Civic Centre', state,
        case when state = 'approved' then id end, case when state = 'approved' then at end, case when state = 'approved' then person end, person
      from desks, generate_series(1, ${many(inAYear.meetings)}::int) n, lateral (select md5(partnership::text || n)::uuid as id, access.clock() + interval '30 days' - make_interval(hours => n * ${24 * 365 * YEARS}::int / ${many(inAYear.meetings)}::int) as at) of,
        lateral (select case when at < access.clock() - interval '60 days' then 'approved' when at < access.clock() then 'held' else 'planned' end as state) stands`;
    await tx`
      insert into portal.meeting_items (meeting_id, partnership_id, position, title, purpose, recorded_by)
      select id, partnership_id, n, 'What the figures of the quarter say', 'discussion', recorded_by from portal.meetings, generate_series(1, 8) n`;
    await tx`
      insert into portal.meeting_attendance (meeting_id, partnership_id, of_partnership_id, seat_id, seat_kind, body, status, position, recorded_by)
      select m.id, m.partnership_id, m.partnership_id, s.id, s.kind, s.name, 'present', s.position, m.recorded_by from portal.meetings m join portal.seats s on s.partnership_id = m.partnership_id where m.state <> 'planned'`;
    await tx`
      insert into portal.priorities (partnership_id, number, title, why, outcome, period_from, period_to, lead_seat_id, original_due_on, due_on, agreed_on, agreed_where, state, office, recorded_by)
      select partnership, n, 'Children are helped sooner, ' || n, 'The audit found long waits.', 'Children wait less for help.', access.today() - 300, access.today() + 300, seat, access.today() + 300, access.today() + 300, access.today() - 300, 'Meeting of the leads', 'on-track', office, person
      from desks, generate_series(1, ${many(inAYear.priorities)}::int) n`;
    await tx`
      insert into portal.priority_measures (priority_id, partnership_id, number, name, definition, unit, direction, counts_children, baseline, baseline_on, target, target_on, source, frequency, recorded_by)
      select id, partnership_id, 1, 'Waits over six weeks', 'Of all who are referred.', 'per cent', 'down', false, 60, access.today() - 300, 40, access.today() + 300, 'Council return', 'monthly', recorded_by from portal.priorities`;
    await tx`
      insert into portal.measure_points (measure_id, partnership_id, on_day, value, source, office, recorded_by)
      select id, partnership_id, access.today() - 30 * n, 40 + n, 'Council return', 'Lead', recorded_by from portal.priority_measures, generate_series(1, 10) n`;
  });
}
