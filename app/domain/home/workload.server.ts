import { can } from "#app/domain/access/rules.ts";
import { as, type SessionActor } from "#db/client.server.ts";

import { readRepresentativeTasks } from "./assessment-facts.server.ts";
import { readHomeFacts } from "./queries.server.ts";
import { tasksFor } from "./rules.ts";
import type { Workload } from "./workload.ts";

/** What needs the person in each partnership where they hold an office today, by the partnership's name. */
export async function listWorkload(actor: SessionActor): Promise<Workload[]> {
  return as(actor, async (tx) => {
    const partnerships = new Map(tx.me.holds.map(({ partnershipId, slug, partnership }) => [partnershipId, { slug, partnership }]));
    const loads: Workload[] = [];
    for (const [partnershipId, { slug, partnership }] of partnerships) {
      const inOffice = can(tx.me, "read-drafts", { partnershipId });
      const tasks = inOffice ? tasksFor(await readHomeFacts(tx, partnershipId)) : await readRepresentativeTasks(tx, partnershipId);
      loads.push({ slug, partnership, tasks });
    }
    return loads;
  });
}
