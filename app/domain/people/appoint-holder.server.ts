import { eq, sql } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { can } from "#app/domain/access/rules.ts";
import { isConfirmed } from "#app/domain/documents/rules.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { lockOffices } from "#app/domain/partnerships/lock.server.ts";
import { publishDirectory } from "#app/domain/publication/publish-directory.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor, SessionTx } from "#db/client.server.ts";
import { appointments, people, posts } from "#db/schema/index.ts";

import { clashOfOffices, clashOfTerms } from "./clashes.server.ts";
import { issueSetUpLink } from "./issue-set-up-link.server.ts";
import { findPost, listTerms, type Post } from "./posts.server.ts";
import { coversNoDay, sameName } from "./rules.ts";

export interface AppointInput {
  partnershipId: string;
  postId: string;
  name: string;
  /** The account's e-mail address; an account that has it already is this person's. */
  email: string;
  office: string;
  acting: boolean;
  /** ISO date, past or to come. */
  startsOn: string;
}

export interface Appointed {
  appointmentId: string;
  name: string;
  /** Whether the account was made now; otherwise the person had one. */
  accountOpened: boolean;
  /** Whose term ends on the day this one starts. */
  replaced: string | null;
}

/** `setUpPath` is told once, to the sender of the form, and kept nowhere; null when there is nothing to hand over. */
export type AppointOutcome = Outcome<Appointed & { setUpPath: string | null }>;

/**
 * Appoints the first holder of a post (an administrator) or the delegate of one's own seat, first or next (its lead:
 * the delegate in office leaves as the next one starts). Needs an identity confirmed within five minutes.
 * Refusals: not-found, not-permitted, held-before, identity-not-confirmed, impossible-dates, appointment-clash,
 * other-name, two-kinds-of-seat, scrutineer-independent.
 */
export async function appointHolder(actor: SessionActor, input: AppointInput, submission: Submission): Promise<AppointOutcome> {
  let setUpPath: string | null = null;
  const outcome = await change<Appointed>(actor, "appoint-holder", submission, async (tx) => {
    await lockOffices(tx, { partnershipId: input.partnershipId });
    const post = await findPost(tx, input.partnershipId, input.postId);
    if (!post) return refused("not-found");
    const held = (await listTerms(tx, post.id)).filter((term) => !coversNoDay(term));
    const forbidden = mayAppoint(tx, post, held.length > 0);
    if (forbidden) return forbidden;
    if (!isConfirmed(tx.me.confirmedAt, tx.now)) return refused("identity-not-confirmed");
    if (input.startsOn < post.validFrom) return refused("impossible-dates", `This post exists from ${showDate(post.validFrom)}. Enter that date or a later one.`);

    const term = { startsOn: input.startsOn, endsOn: null };
    const before = held.find((each) => each.startsOn < input.startsOn && (each.endsOn === null || each.endsOn > input.startsOn));
    if (before) await endTerm(tx, input.partnershipId, before.id, input.startsOn);
    const clash = await clashOfTerms(tx, post, term);
    if (clash) return clash;

    const person = await openAccount(tx, input);
    const otherName = await nameDiffers(tx, person.id, input.name);
    if (otherName) return otherName;
    const dependent = await clashOfOffices(tx, post, person, term);
    if (dependent) return dependent;
    const appointmentId = await writeAppointment(tx, post, person, input);
    // A person unknown to a lead becomes readable with the appointment; only then can the name be compared.
    const hiddenName = await nameDiffers(tx, person.id, input.name);
    if (hiddenName) return hiddenName;
    if (person.opened || tx.me.administrator) setUpPath = await issueSetUpLink(tx, person.id);
    await publishDirectory(tx, input.partnershipId);
    return done({ appointmentId, name: input.name, accountOpened: person.opened, replaced: before?.name ?? null });
  });
  return outcome.ok ? done({ ...outcome.value, setUpPath }) : outcome;
}

function mayAppoint(tx: SessionTx, post: Post, heldBefore: boolean): Extract<Outcome<never>, { ok: false }> | null {
  const { partnershipId, seatId } = post;
  if (post.role === "dsp" && seatId && can(tx.me, "appoint-delegate", { partnershipId, seatId })) return null;
  return forbid(tx.me, "appoint-first-holder", { partnershipId }) ?? (heldBefore ? refused("held-before") : null);
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

async function openAccount(tx: SessionTx, { email, name }: AppointInput): Promise<Appointee> {
  const [account] = await tx.db.execute<{ id: string }>(sql`select access.open_account(${email}, ${name}) as id`);
  if (!account) throw new Error("no account");
  const [row] = await tx.db.execute<{ opened: boolean }>(sql`select access.opened_now(${account.id}::uuid) as opened`);
  return { id: account.id, name, opened: row?.opened ?? false };
}

/** A name other than the account's, as far as the actor may read it, rolls everything back. Only administrators are told whose it is. */
async function nameDiffers(tx: SessionTx, personId: string, typed: string): Promise<Extract<Outcome<never>, { ok: false }> | null> {
  const [recorded] = await tx.db.select({ name: people.name }).from(people).where(eq(people.id, personId));
  if (!recorded || sameName(typed, recorded.name)) return null;
  return refused("other-name", tx.me.administrator ? `It is the address of ${recorded.name}. If that is who you mean, enter the name like that.` : undefined);
}

async function writeAppointment(tx: SessionTx, post: Post, person: Appointee, input: AppointInput): Promise<string> {
  const { partnershipId, acting, startsOn } = input;
  const { id: postId, role, seatId, seatKind } = post;
  const [made] = await tx.db
    .insert(appointments)
    .values({ partnershipId, postId, role, seatId, seatKind, personId: person.id, acting, startsOn, madeAt: tx.now, madeBy: tx.me.personId })
    .returning({ id: appointments.id });
  if (!made) throw new Error("the appointment was not written");
  if (post.office !== input.office) await tx.db.update(posts).set({ office: input.office }).where(eq(posts.id, postId));
  if (person.opened) await appendToLedger(tx, { type: "account.opened", partnershipId, data: { personId: person.id } });
  await appendToLedger(tx, { type: "appointment.made", partnershipId, data: { appointmentId: made.id, postId, personId: person.id, startsOn, acting } });
  return made.id;
}
