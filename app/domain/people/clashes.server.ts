import { type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionTx } from "#db/client.server.ts";

import { listOffices, listTerms, type Post } from "./posts.server.ts";
import { describeTerm, overlap, type Term } from "./rules.ts";

type Refused = Extract<Outcome<never>, { ok: false }>;

/** What stands in the way of a term in a post: somebody else's term, named with its dates. */
export async function clashOfTerms(tx: SessionTx, post: Post, term: Term): Promise<Refused | null> {
  const clash = (await listTerms(tx, post.id)).find((held) => overlap(held, term));
  return clash ? refused("appointment-clash", `${clash.name} holds this post ${describeTerm(clash)}.`) : null;
}

/**
 * What stands in the way of this person: a lead's seat of another kind (one chief executive may lead two health boards,
 * never a council and a police force), or independence, which a scrutineer keeps from every other office.
 */
export async function clashOfOffices(tx: SessionTx, post: Post, person: { id: string; name: string }, term: Term): Promise<Refused | null> {
  const held = (await listOffices(tx, post.partnershipId, person.id)).filter((office) => overlap(office, term));
  const described = (office: (typeof held)[number]) =>
    `${person.name} is ${office.office}${office.organisation ? `, ${office.organisation},` : ""} here ${describeTerm(office)}.`;
  const other = held.find((office) => (office.role === "scrutineer") !== (post.role === "scrutineer"));
  if (other) return refused("scrutineer-independent", described(other));
  const otherKind = post.role === "lsp" ? held.find((office) => office.role === "lsp" && office.seatKind !== post.seatKind) : undefined;
  return otherKind ? refused("two-kinds-of-seat", described(otherKind)) : null;
}
