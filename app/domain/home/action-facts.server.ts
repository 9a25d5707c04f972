import { and, eq, inArray, lt, ne, sql } from "drizzle-orm";

import { isMine } from "#app/domain/actions/queries.server.ts";
import { originKinds } from "#app/domain/actions/origins.ts";
import { mayClose } from "#app/domain/actions/rules.ts";
import type { SessionTx } from "#db/client.server.ts";
import { actions, agencies, agencyMemberships, posts } from "#db/schema/index.ts";

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
    ...(await readLate(tx, partnershipId)),
    toClose: proposed.map(({ actionId, agency, owner, what, on }) => ({ actionId, owner: agency ?? owner, what, on })),
  };
}

/** Overdue actions of others: for the chair and the business manager all of them, for a lead those of their delegate. */
async function readLate(tx: SessionTx, partnershipId: string): Promise<Pick<ActionFacts, "late" | "lateOfDelegates">> {
  const held = tx.me.holds.filter((each) => each.partnershipId === partnershipId);
  const seatIds = held.flatMap(({ role, seatId }) => (role === "lsp" && seatId !== null ? [seatId] : []));
  const overdue = and(eq(actions.partnershipId, partnershipId), eq(actions.state, "open"), lt(actions.dueOn, tx.today), sql`not coalesce(${isMine}, false)`);
  const counted = { overdue: sql<number>`count(*)::int`, dueOn: sql<string>`min(${actions.dueOn})::text` };
  const [late] = held.some(({ role }) => role === "chair" || role === "business-manager") ? await tx.db.select(counted).from(actions).where(overdue) : [];
  const lateOfDelegates = seatIds.length === 0 ? [] : await tx.db
    .select({ postId: posts.id, owner: sql<string>`min(${actions.owner})`, ...counted })
    .from(actions)
    .innerJoin(posts, eq(posts.id, actions.ownerPostId))
    .where(and(overdue, eq(posts.role, "dsp"), inArray(posts.seatId, seatIds)))
    .groupBy(posts.id);
  return { late: late && late.overdue > 0 ? late : null, lateOfDelegates };
}
