import { and, eq, inArray, ne, sql } from "drizzle-orm";

import { isMine } from "#app/domain/actions/queries.server.ts";
import { originKinds } from "#app/domain/actions/origins.ts";
import { mayClose } from "#app/domain/actions/rules.ts";
import type { SessionTx } from "#db/client.server.ts";
import { actions, agencies, agencyMemberships } from "#db/schema/index.ts";

import type { ActionFacts } from "./action-tasks.ts";

/** What of actions waits for the signed-in person. */
export async function readActionFacts(tx: SessionTx, partnershipId: string): Promise<ActionFacts> {
  const closable = originKinds.filter((kind) => mayClose(tx.me, partnershipId, kind));
  const here = eq(actions.partnershipId, partnershipId);
  const rows = () =>
    tx.db
      .select({ actionId: actions.id, what: actions.what, owner: actions.owner, agency: agencies.legalName, dueOn: actions.dueOn, on: sql<string>`((select max(e.said_at) from portal.action_entries e where e.action_id = ${actions.id}) at time zone 'Europe/London')::date::text` })
      .from(actions)
      .leftJoin(agencyMemberships, eq(agencyMemberships.id, actions.membershipId))
      .leftJoin(agencies, eq(agencies.id, agencyMemberships.agencyId));
  const toDo = await rows().where(and(here, eq(actions.state, "open"), isMine));
  const proposed = closable.length === 0 ? [] : await rows().where(and(here, eq(actions.state, "proposed-done"), ne(actions.proposedBy, tx.me.personId), sql`not coalesce(${isMine}, false)`, inArray(actions.origin, closable)));
  return {
    toDo: toDo.map(({ actionId, agency, what, dueOn }) => ({ actionId, agency, what, dueOn })),
    toClose: proposed.map(({ actionId, agency, owner, what, on }) => ({ actionId, owner: agency ?? owner, what, on })),
  };
}
