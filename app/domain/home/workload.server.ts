import { can } from "#app/domain/access/rules.ts";
import { allOf } from "#app/domain/shared/all-of.ts";
import { as, type SessionActor, type SessionTx } from "#db/client.server.ts";

import { readRepresentativeTasks } from "./assessment-facts.server.ts";
import { readHomeFacts } from "./queries.server.ts";
import { type Task, tasksFor } from "./rules.ts";
import type { Workload } from "./workload.ts";

/** What needs the person in each partnership where they hold an office today, by the partnership's name. */
export async function listWorkload(actor: SessionActor): Promise<Workload[]> {
  return as(actor, async (tx) => {
    const partnerships = new Map(tx.me.holds.map(({ partnershipId, slug, partnership }) => [partnershipId, { slug, partnership }]));
    const tasks = await allOf<Record<string, Task[]>>(Object.fromEntries([...partnerships.keys()].map((id) => [id, readTasks(tx, id)])));
    return [...partnerships].map(([id, { slug, partnership }]) => ({ slug, partnership, tasks: tasks[id] ?? [] }));
  });
}

async function readTasks(tx: SessionTx, partnershipId: string): Promise<Task[]> {
  return can(tx.me, "read-drafts", { partnershipId }) ? tasksFor(await readHomeFacts(tx, partnershipId)) : readRepresentativeTasks(tx, partnershipId);
}
