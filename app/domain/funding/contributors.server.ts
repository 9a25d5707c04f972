import { findDirectory } from "#app/domain/partnerships/directory.server.ts";
import { as, type SessionActor } from "#db/client.server.ts";

import { isOwnLine } from "./require-editor.server.ts";
import type { Contributors } from "./contributors.ts";

/**
 * Who may be chosen as a contributor: the statutory partners of today, and the bodies whose own people are recorded here.
 * With `ownOnly` those alone that this person holds a seat or post of.
 */
export async function listContributors(actor: SessionActor, partnershipId: string, ownOnly: boolean): Promise<Contributors> {
  return as(actor, async (tx) => {
    const directory = await findDirectory(tx, partnershipId);
    const seats = (directory?.seats ?? []).map(({ id, organisation }) => ({ id, organisation }));
    const posts = (directory?.representatives ?? []).flatMap(({ postId, organisation }) => (organisation ? [{ id: postId, organisation }] : []));
    const own = (seatId: string | null, postId: string | null) => !ownOnly || isOwnLine(tx.me, partnershipId, { seatId, postId });
    return { seats: seats.filter((seat) => own(seat.id, null)), posts: posts.filter((post) => own(null, post.id)) };
  });
}
