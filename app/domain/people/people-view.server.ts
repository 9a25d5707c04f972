import { can, isMember } from "#app/domain/access/rules.ts";
import { icbSeatsOn } from "#app/domain/bodies/icb-cover.ts";
import type { Directory, Holder, PostToday } from "#app/domain/partnerships/directory.ts";
import { findDirectory } from "#app/domain/partnerships/directory.server.ts";
import { areaName } from "#app/domain/partnerships/rules.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { as, type Me, type SessionActor } from "#db/client.server.ts";

import { mayEnd } from "./end-appointment.server.ts";
import type { PeopleView, PostAction, PostView, Term } from "./people-view.ts";
import { describeProposal } from "./proposal-words.ts";
import { readProposals } from "./proposal-queries.server.ts";
import type { ProposalLine } from "./proposal-view.ts";
import { mayRecordTerms } from "./record-terms.server.ts";
import { delegationOn, nearEnd } from "./rules.ts";
import { wayToFill } from "./ways-to-fill.ts";

/** Who is where today and what the actor may do about it, or null when there is no such partnership for the actor. */
export async function findPeopleView(actor: SessionActor, partnershipId: string): Promise<PeopleView | null> {
  return as(actor, async (tx) => {
    const directory = await findDirectory(tx, partnershipId);
    if (!directory) return null;
    const proposals = can(tx.me, "read-proposals", { partnershipId }) ? await readProposals(tx, partnershipId) : null;
    return toView({ me: tx.me, today: tx.today, directory, open: (proposals ?? []).filter((proposal) => proposal.status === "open") }, proposals !== null);
  });
}

interface Scene {
  me: Me;
  today: string;
  directory: Directory;
  open: ProposalLine[];
}

function toView(scene: Scene, mayReadProposals: boolean): PeopleView {
  const { me, directory, open } = scene;
  const others = [directory.chair, directory.scrutineer, directory.businessManager].filter((post) => post !== null);
  return {
    seats: directory.seats.map((row) => ({
      id: row.id,
      kind: row.kind,
      body: row.organisation,
      lead: toPost(scene, row.lead),
      delegate: row.delegate && toPost(scene, row.delegate),
    })),
    others: others.map((post) => toPost(scene, post)),
    representatives: directory.representatives.map((post) => ({ ...toPost(scene, post), body: post.organisation ?? "", level: post.level })),
    proposals: mayReadProposals ? open.map((proposal) => ({ id: proposal.id, what: describeProposal(proposal), agreed: proposal.agreed, needed: proposal.needed, mine: proposal.mine.length > 0 })) : null,
    mayAddRepresentatives: can(me, "appoint-representative", { partnershipId: directory.id }),
    areas: directory.areas.map((area) => areaName(area.name)),
    edition: directory.edition,
    icbs: icbSeatsOn(directory.icbCover, directory.areas, directory.seats.map((seat) => seat.organisationCode), scene.today),
  };
}

function toPost(scene: Scene, post: PostToday): PostView {
  const { postId, role, office, holder, next } = post;
  return {
    postId,
    role,
    office,
    holder: holder && toTerm(scene, holder),
    next: next && toTerm(scene, next),
    delegation: role === "dsp" && holder ? delegationOn(holder.delegations, scene.today) : null,
    terms: holder?.terms ?? null,
    warnings: holder ? warningsOf(scene, post, holder) : [],
    actions: actionsOn(scene, post),
  };
}

/** A name that is withheld from the public is told to the partnership, not to an administrator from outside. */
function toTerm({ me, directory }: Scene, { name, nameWithheld, since, until, acting }: Holder): Term {
  return { name: nameWithheld && !isMember(me, directory.id) ? "Name withheld" : name, nameWithheld, since, until, acting };
}

function warningsOf({ today, directory }: Scene, { role }: PostToday, holder: Holder): string[] {
  const warn = (what: string, on: string | null | undefined) => {
    const near = nearEnd(on ?? null, today);
    return near && on ? [`${what} ${near}, on ${showDate(on)}.`] : [];
  };
  if (role === "scrutineer") return [...warn("The contract", holder.terms?.contractEndsOn), ...warn("The term", holder.terms?.termEndsOn)];
  if (role !== "chair") return [];
  const isDelegate = directory.seats.some((seat) => seat.delegate?.holder?.personId === holder.personId);
  const review = nearEnd(holder.terms?.reviewOn ?? null, today)?.replace("ends", "is due").replace("ended", "was due");
  return [
    ...(review ? [`The review of the chair ${review}, on ${showDate(holder.terms?.reviewOn ?? today)}.`] : []),
    ...(!isDelegate && !holder.terms?.independentReason ? ["The chair is not one of the delegated safeguarding partners, and no reason is recorded. Propose a chair, or the same one with a reason."] : []),
  ];
}

function actionsOn(scene: Scene, post: PostToday): PostAction[] {
  const { me, directory } = scene;
  const about = `${post.office}${post.organisation ? `, ${post.organisation}` : ""}`;
  const people = `/portal/${directory.slug}/people`;
  const ends = [post.holder, post.next].flatMap((held) => {
    if (!held || !mayEnd(me, { partnershipId: directory.id, personId: held.personId, role: post.role, seatId: post.seatId })) return [];
    const text = held.personId === me.personId ? "Leave this office" : held === post.next ? `Withdraw ${held.name}’s appointment` : `End ${held.name}’s appointment`;
    return [{ href: `${people}/appointments/${held.appointmentId}/end`, text }];
  });
  return [...filling(scene, post, people), ...recording(scene, post, people), ...ends].map((action) => ({ ...action, about }));
}

type Action = Omit<PostAction, "about">;

function filling({ me, directory, open }: Scene, post: PostToday, people: string): Action[] {
  const way = wayToFill(me, { partnershipId: directory.id, role: post.role, seatId: post.seatId, everHeld: post.everHeld });
  if (way === "appoint" && !post.everHeld && can(me, "appoint-first-holder", { partnershipId: directory.id }) && (post.role === "lsp" || post.role === "business-manager")) {
    return [{ href: `/admin/partnerships/${directory.slug}/posts/${post.postId}/appoint`, text: "Appoint the first holder" }];
  }
  if (way === "appoint") return [{ href: `${people}/posts/${post.postId}/appoint`, text: appointText(post) }];
  const proposed = open.find((proposal) => proposal.postId === post.postId);
  if (proposed) return [{ href: `${people}/proposals/${proposed.id}`, text: "See the proposal that waits for agreement" }];
  return way === "propose" ? [{ href: `${people}/posts/${post.postId}/propose`, text: post.holder ? "Propose a successor" : "Propose somebody" }] : [];
}

function appointText({ role, holder }: PostToday): string {
  if (role === "dsp") return holder ? "Replace your delegate" : "Appoint your delegate";
  return holder ? "Hand over to somebody else" : "Appoint somebody";
}

function recording({ me, today, directory }: Scene, { role, seatId, holder }: PostToday, people: string): Action[] {
  if (!holder) return [];
  const at = `${people}/appointments/${holder.appointmentId}`;
  if (role === "dsp" && seatId && can(me, "delegate", { partnershipId: directory.id, seatId })) {
    const text = { unrecorded: "Record what you delegate", "in-force": "Change what you delegate", "to-confirm": "Confirm what you delegate" }[delegationOn(holder.delegations, today).state];
    return [{ href: `${at}/delegation`, text }];
  }
  const may = mayRecordTerms(me, { partnershipId: directory.id, role, personId: holder.personId });
  if (!may) return [];
  return [{ href: `${at}/terms`, text: role === "chair" ? "Record the next review" : may === "all" ? "Record term, contract and interests" : "Declare your interests" }];
}
