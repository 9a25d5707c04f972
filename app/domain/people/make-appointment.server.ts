import { and, eq, sql } from "drizzle-orm";

import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { notify } from "#app/domain/notifications/notify.server.ts";
import { holdersOf } from "#app/domain/notifications/recipients.server.ts";
import { publishDirectory } from "#app/domain/publication/publish-directory.server.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionTx } from "#db/client.server.ts";
import { appointments, people, posts } from "#db/schema/index.ts";

import { clashOfOffices, clashOfTerms } from "./clashes.server.ts";
import { insertDelegation } from "./delegations.server.ts";
import { inviteHolder } from "./invite-holder.server.ts";
import { recordHandover } from "./open-business.server.ts";
import { listTerms, type Post } from "./posts.server.ts";
import { coversNoDay, holdsOn, sameName } from "./rules.ts";
import { insertTerms, type TermsInput } from "./terms.server.ts";

type Refused = Extract<Outcome<never>, { ok: false }>;

/** Whom: somebody by name and e-mail address, or a person the partnership knows. */
export type Whom = { name: string; email: string } | { personId: string };

export interface AppointmentToMake {
  whom: Whom;
  office: string;
  acting: boolean;
  /** ISO date, past or to come. */
  startsOn: string;
  terms?: TermsInput;
  /** What the actor, as the lead of the seat, delegates to a delegate. */
  scope?: string | null;
  /** The proposal that everybody agreed to, where it takes one. */
  proposalId?: string;
}

export interface AppointmentMade {
  appointmentId: string;
  name: string;
  /** Whose term ends on the day this one starts. */
  replaced: string | null;
  /** The link of an invitation, a secret; null when the account is set up. */
  invitationPath: string | null;
  /** Whether the account was made now. */
  opened: boolean;
}

/**
 * Ends the term of whoever is in the post and starts the next one, on one date, in the caller's transaction: records it,
 * hands over what is open, invites, tells those concerned, and publishes who is accountable. Who may is the caller's
 * question; the database asks it again.
 * Refusals: impossible-dates, appointment-clash, other-name, two-kinds-of-seat, scrutineer-independent, chair-not-delegate.
 */
export async function makeAppointment(tx: SessionTx, post: Post & { organisation: string | null }, input: AppointmentToMake): Promise<Outcome<AppointmentMade>> {
  const { partnershipId } = post;
  const { startsOn } = input;
  if (startsOn < post.validFrom) return refused("impossible-dates", `This post exists from ${showDate(post.validFrom)}. Enter that date or a later one.`);
  const term = { startsOn, endsOn: null };
  const held = (await listTerms(tx, post.id)).filter((each) => !coversNoDay(each));
  const before = held.find((each) => each.startsOn < startsOn && (each.endsOn === null || each.endsOn > startsOn));
  if (before) await endTerm(tx, partnershipId, before.id, startsOn);
  const clash = await clashOfTerms(tx, post, term);
  if (clash) return clash;

  const found = await findPerson(tx, input.whom);
  if (!found.ok) return found;
  const person = found.value;
  const dependent = await clashOfOffices(tx, post, person, term);
  if (dependent) return dependent;
  const terms = input.terms && (await settleTerms(tx, post, person.id, startsOn, input.terms));
  if (terms && !terms.ok) return terms;

  const appointmentId = await writeAppointment(tx, post, person, input);
  // A person unknown to a lead becomes readable with the appointment; only then can the name be compared.
  const hiddenName = "name" in input.whom ? await nameDiffers(tx, person.id, input.whom.name) : null;
  if (hiddenName) return hiddenName;
  if (terms) await insertTerms(tx, { partnershipId, appointmentId }, terms.value);
  if (input.scope) await insertDelegation(tx, { post, toAppointmentId: appointmentId, startsOn, scope: input.scope });
  if (before) await recordHandover(tx, post, { from: before, toAppointmentId: appointmentId, on: startsOn, by: input.proposalId });
  const invitationPath = await inviteHolder(tx, appointmentId);
  await tell(tx, post, person, { ...input, before, invited: invitationPath !== null });
  await publishDirectory(tx, partnershipId);
  return done({ appointmentId, name: person.name, replaced: before?.name ?? null, invitationPath, opened: person.opened });
}

async function endTerm(tx: SessionTx, partnershipId: string, appointmentId: string, endsOn: string): Promise<void> {
  await tx.db.update(appointments).set({ endsOn, endedAt: tx.now, endedBy: tx.me.personId, endReason: "Replaced" }).where(eq(appointments.id, appointmentId));
  await appendToLedger(tx, { type: "appointment.ended", partnershipId, data: { appointmentId, endsOn } });
}

interface Appointee {
  id: string;
  name: string;
  opened: boolean;
}

async function findPerson(tx: SessionTx, whom: Whom): Promise<Outcome<Appointee>> {
  if ("personId" in whom) {
    const [known] = await tx.db.select({ id: people.id, name: people.name }).from(people).where(eq(people.id, whom.personId));
    return known ? done({ ...known, opened: false }) : refused("not-found");
  }
  const [account] = await tx.db.execute<{ id: string }>(sql`select access.open_account(${whom.email}, ${whom.name}) as id`);
  if (!account) throw new Error("no account");
  const [row] = await tx.db.execute<{ opened: boolean }>(sql`select access.opened_now(${account.id}::uuid) as opened`);
  const otherName = await nameDiffers(tx, account.id, whom.name);
  return otherName ?? done({ id: account.id, name: whom.name, opened: row?.opened ?? false });
}

/** A name other than the account's, as far as the actor may read it, rolls everything back. Only administrators are told whose it is, unless the name is withheld. */
async function nameDiffers(tx: SessionTx, personId: string, typed: string): Promise<Refused | null> {
  const [recorded] = await tx.db.select({ name: people.name, withheld: people.nameWithheld }).from(people).where(eq(people.id, personId));
  if (!recorded || sameName(typed, recorded.name)) return null;
  return refused("other-name", tx.me.administrator && !recorded.withheld ? `It is the address of ${recorded.name}. If that is who you mean, enter the name like that.` : undefined);
}

/** A chair who is not one of the delegated partners needs a reason, which is published; one who is needs none. */
async function settleTerms(tx: SessionTx, post: Post, personId: string, startsOn: string, terms: TermsInput): Promise<Outcome<TermsInput>> {
  if (post.role !== "chair") return done(terms);
  const delegates = await tx.db
    .select({ since: appointments.startsOn, until: appointments.endsOn })
    .from(appointments)
    .where(and(eq(appointments.partnershipId, post.partnershipId), eq(appointments.personId, personId), eq(appointments.role, "dsp")));
  if (delegates.some((each) => holdsOn(each, startsOn > tx.today ? startsOn : tx.today))) return done({ ...terms, independentReason: null });
  return terms.independentReason ? done(terms) : refused("chair-not-delegate");
}

async function writeAppointment(tx: SessionTx, post: Post, person: Appointee, input: AppointmentToMake): Promise<string> {
  const { acting, startsOn, office, proposalId } = input;
  const { id: postId, partnershipId, role, seatId, seatKind } = post;
  const [made] = await tx.db
    .insert(appointments)
    .values({ partnershipId, postId, role, seatId, seatKind, personId: person.id, acting, startsOn, office, proposalId: proposalId ?? null, madeAt: tx.now, madeBy: tx.me.personId })
    .returning({ id: appointments.id });
  if (!made) throw new Error("the appointment was not written");
  // The post goes by its holder's title; a title to come waits with its appointment.
  if (startsOn <= tx.today && post.office !== office) await tx.db.update(posts).set({ office }).where(eq(posts.id, postId));
  if (person.opened) await appendToLedger(tx, { type: "account.opened", partnershipId, data: { personId: person.id } });
  await appendToLedger(tx, { type: "appointment.made", partnershipId, data: { appointmentId: made.id, postId, personId: person.id, startsOn, acting } });
  return made.id;
}

async function tell(tx: SessionTx, post: Post & { organisation: string | null }, person: Appointee, input: AppointmentToMake & { before: { personId: string; office: string | null } | undefined; invited: boolean }): Promise<void> {
  const { partnershipId, role, organisation } = post;
  const { office, startsOn, acting, before, invited } = input;
  const about = { partnershipId, role, office, organisation };
  // An invitation says the same, with its link.
  if (!invited) await notify(tx, { kind: "appointment-made", ...about, startsOn, acting }, [person.id]);
  if (before) await notify(tx, { kind: "appointment-ended", ...about, office: before.office ?? post.office, endsOn: startsOn }, [before.personId]);
  const others = (await holdersOf(tx, partnershipId, ["lsp", "chair", "business-manager"])).filter((id) => id !== person.id && id !== before?.personId);
  await notify(tx, { kind: "holder-appointed", ...about, name: person.name, startsOn, acting }, others);
}
