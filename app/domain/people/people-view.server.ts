import { can } from "#app/domain/access/rules.ts";
import type { Directory, Holder, PostToday } from "#app/domain/partnerships/directory.ts";
import { findDirectory } from "#app/domain/partnerships/directory.server.ts";
import { areaName } from "#app/domain/partnerships/rules.ts";
import { as, type Me, type SessionActor } from "#db/client.server.ts";

import { mayEnd } from "./end-appointment.server.ts";
import type { PeopleView, PostAction, PostView, Term } from "./people-view.ts";

/** Who is where today and what the actor may do about it, or null when there is no such partnership for the actor. */
export async function findPeopleView(actor: SessionActor, partnershipId: string): Promise<PeopleView | null> {
  return as(actor, async (tx) => {
    const directory = await findDirectory(tx, partnershipId);
    return directory && toView(tx.me, directory);
  });
}

interface Place {
  directory: Directory;
  role: PostView["role"];
  seat: { id: string; body: string } | null;
}

function toView(me: Me, directory: Directory): PeopleView {
  const other = (role: PostView["role"], post: PostToday | null) => (post ? [toPost(me, post, { directory, role, seat: null })] : []);
  return {
    seats: directory.seats.map((row) => {
      const body = row.organisation;
      const seat = { id: row.id, body };
      return {
        id: row.id,
        kind: row.kind,
        body,
        lead: toPost(me, row.lead, { directory, role: "lsp", seat }),
        delegate: row.delegate && toPost(me, row.delegate, { directory, role: "dsp", seat }),
      };
    }),
    others: [...other("chair", directory.chair), ...other("scrutineer", directory.scrutineer), ...other("business-manager", directory.businessManager)],
    areas: directory.areas.map((area) => areaName(area.name)),
    edition: directory.edition,
    icbsChecked: directory.icbCompleteness === "checked",
  };
}

function toPost(me: Me, post: PostToday, place: Place): PostView {
  const { postId, office, holder, next } = post;
  return { postId, role: place.role, office, holder: holder && toTerm(holder), next: next && toTerm(next), actions: actionsOn(me, post, place) };
}

function toTerm({ name, nameWithheld, since, until, acting }: Holder): Term {
  return { name, nameWithheld, since, until, acting };
}

function actionsOn(me: Me, post: PostToday, { directory, role, seat }: Place): PostAction[] {
  const partnershipId = directory.id;
  const where = `${post.office}${seat ? `, ${seat.body}` : ""}`;
  const actions: PostAction[] = [];
  if (!post.everHeld && can(me, "appoint-first-holder", { partnershipId })) {
    actions.push({ href: `/admin/partnerships/${directory.slug}/posts/${post.postId}/appoint`, text: "Appoint the first holder", about: where });
  }
  if (role === "dsp" && seat && can(me, "appoint-delegate", { partnershipId, seatId: seat.id })) {
    actions.push({ href: `/portal/${directory.slug}/people/posts/${post.postId}/appoint`, text: post.holder ? "Replace your delegate" : "Appoint your delegate", about: where });
  }
  for (const held of [post.holder, post.next]) {
    if (!held || !mayEnd(me, { partnershipId, personId: held.personId, role, seatId: seat?.id ?? null })) continue;
    const text = held.personId === me.personId ? "Leave this office" : held === post.next ? `Withdraw ${held.name}’s appointment` : `End ${held.name}’s appointment`;
    actions.push({ href: `/portal/${directory.slug}/people/appointments/${held.appointmentId}/end`, text, about: where });
  }
  return actions;
}
