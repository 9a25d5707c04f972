import type postgres from "postgres";

/** An open action of every post of a partnership that somebody holds, straight in the tables. Answers each by its person. */
export async function addOwnActions(sql: postgres.Sql, partnershipId: string): Promise<Record<string, string>> {
  const rows = await sql<{ personId: string; id: string }[]>`
    with held as (select distinct on (person_id) person_id, post_id from portal.appointments where partnership_id = ${partnershipId} and starts_on <= access.today() and (ends_on is null or ends_on > access.today()) order by person_id, post_id),
      made as (insert into portal.actions (partnership_id, what, owner, owner_post_id, original_due_on, due_on) select ${partnershipId}, 'Do it', 'An office', post_id, '2099-01-01', '2099-01-01' from held returning id, owner_post_id)
    select held.person_id as "personId", made.id from made join held on held.post_id = made.owner_post_id`;
  for (const { id } of rows) await sql`insert into portal.action_entries (action_id, partnership_id, number, kind, office) values (${id}, ${partnershipId}, 1, 'recorded', 'Business manager')`;
  return Object.fromEntries(rows.map(({ personId, id }) => [personId, id]));
}
