import { sql } from "drizzle-orm";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";

import { databaseUrls } from "#app/env.server.ts";

import type { JobQueue } from "./job-queues.ts";
import { preparing } from "./preparing.server.ts";
import type { LoginRole } from "./role-urls.ts";

/** Statements inside one transaction, or single statements of the public pool. */
export type Db = PostgresJsDatabase;

/** An office somebody holds today. */
export interface Holding {
  appointmentId: string;
  partnershipId: string;
  slug: string;
  partnership: string;
  role: "lsp" | "dsp" | "chair" | "business-manager" | "scrutineer" | "agency-contact" | "education-representative";
  postId: string;
  office: string;
  seatId: string | null;
  /** The body whose seat it is, or whom a representative speaks for. */
  organisation: string | null;
  acting: boolean;
}

/** The signed-in person as the database knows them at the start of the transaction. */
export interface Me {
  personId: string;
  name: string;
  administrator: boolean;
  /** When password and code were last entered again, or null. */
  confirmedAt: Date | null;
  strength: "password+totp" | "password-demo";
  holds: Holding[];
}

export interface SessionActor {
  kind: "session";
  /** SHA-256 of the session token, hexadecimal. */
  sessionId: string;
  /** For a worker that reads in somebody's place: the id is of a reading, which the database lets see only what cannot write. */
  readsOnly?: true;
}

/** A job that this process is doing now. */
export interface JobActor {
  kind: "job";
  queue: JobQueue;
  jobId: string;
}

/** Somebody who opened the link of a letter, with no account. */
export interface LinkActor {
  kind: "link";
  /** SHA-256 of the link's token, hexadecimal. */
  linkId: string;
}

/** Who asks. The tenant is derived in the database from this, never set by the application. */
export type Actor = SessionActor | JobActor | LinkActor | { kind: "sign-in" } | { kind: "public" };

export interface Tx {
  db: Db;
  /** The one clock: the database's, which tests can fix. */
  now: Date;
  /** Today's date in London, "2026-09-30". */
  today: string;
}

export interface SessionTx extends Tx {
  me: Me;
}

export interface JobTx extends Tx {
  job: {
    /** The partnership that asked for the job; null for the installation's own. */
    partnershipId: string | null;
    data: Record<string, unknown>;
  };
}

export interface LinkTx extends Tx {
  /** The letter that the link is of, and what that letter is about. */
  link: { noticeId: string; partnershipId: string; membershipId: string; naming: number };
}

/** There never was such a link. */
export class LinkUnknown extends Error {
  override name = "LinkUnknown";
}

/** There is no such job under way: it is over, or somebody else's. */
export class JobEnded extends Error {
  override name = "JobEnded";
}

/** The session ended, expired or belongs to a suspended account. */
export class SessionEnded extends Error {
  override name = "SessionEnded";
}

/** The database did not answer in time, or not at all. */
export class DatabaseUnavailable extends Error {
  override name = "DatabaseUnavailable";
}

const deadlineMs = { portal: 12_000, signIn: 8_000, public: 3_000, worker: 60_000 } as const;

const pools = new Map<LoginRole, { client: postgres.Sql; db: Db }>();
let addresses: Record<LoginRole, string> | null = null;

/** Uses these addresses instead of the environment's: for the demo seed and for tests. Call before the first query. */
export function useDatabase(urls: Record<LoginRole, string> | null): void {
  addresses = urls;
}

function pool(role: LoginRole): { client: postgres.Sql; db: Db } {
  const existing = pools.get(role);
  if (existing) return existing;
  const client = postgres((addresses ?? databaseUrls())[role], {
    max: role === "public" ? 6 : 10,
    connect_timeout: 3,
    idle_timeout: 60,
    onnotice: () => undefined,
    connection: { application_name: `safeguarding-${role}` },
  });
  const opened = { client, db: drizzle(preparing(client)) };
  pools.set(role, opened);
  return opened;
}

/** Closes every pool of this process. */
export async function closePools(): Promise<void> {
  const open = [...pools.values()];
  pools.clear();
  await Promise.all(open.map(({ client }) => client.end({ timeout: 5 })));
}

async function withDeadline<T>(role: LoginRole, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new DatabaseUnavailable(`no answer within ${deadlineMs[role]} ms`)), deadlineMs[role]);
  });
  try {
    return await Promise.race([work, late]);
  } catch (error) {
    throw isConnectionFailure(error) ? new DatabaseUnavailable("connection failed", { cause: error }) : error;
  } finally {
    clearTimeout(timer);
  }
}

const connectionFailures = new Set(["CONNECTION_CLOSED", "CONNECTION_ENDED", "CONNECTION_DESTROYED", "CONNECT_TIMEOUT", "ECONNREFUSED", "ECONNRESET", "57P01", "57P03"]);

function isConnectionFailure(error: unknown): boolean {
  const code = postgresCode(error);
  return code !== undefined && connectionFailures.has(code);
}

function postgresCode(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  if ("code" in error && typeof error.code === "string") return error.code;
  return "cause" in error ? postgresCode(error.cause) : undefined;
}

/**
 * The only way to a query. Binds the actor, then runs `fn`.
 * A session, link, job or sign-in step runs in one transaction, so row-level security sees the actor in every statement;
 * the public needs no binding, so its single statements run without one.
 * Throws SessionEnded, LinkUnknown, JobEnded, DatabaseUnavailable, and whatever `fn` throws, after rolling back.
 */
export function as<T>(actor: SessionActor, fn: (tx: SessionTx) => Promise<T>): Promise<T>;
export function as<T>(actor: JobActor, fn: (tx: JobTx) => Promise<T>): Promise<T>;
export function as<T>(actor: LinkActor, fn: (tx: LinkTx) => Promise<T>): Promise<T>;
export function as<T>(actor: { kind: "sign-in" }, fn: (tx: Tx) => Promise<T>): Promise<T>;
export function as<T>(actor: { kind: "public" }, fn: (tx: { db: Db }) => Promise<T>): Promise<T>;
export async function as<T>(actor: Actor, fn: ((tx: SessionTx) => Promise<T>) | ((tx: JobTx) => Promise<T>) | ((tx: LinkTx) => Promise<T>) | ((tx: Tx) => Promise<T>) | ((tx: { db: Db }) => Promise<T>)): Promise<T> {
  if (actor.kind === "public") {
    const read = fn as (tx: { db: Db }) => Promise<T>;
    return withDeadline("public", read({ db: pool("public").db }));
  }
  if (actor.kind === "sign-in") {
    const step = fn as (tx: Tx) => Promise<T>;
    return withDeadline("signIn", pool("signIn").db.transaction(async (db) => step({ db, ...(await readClock(db)) })));
  }
  if (actor.kind === "job") {
    const work = fn as (tx: JobTx) => Promise<T>;
    return withDeadline("worker", pool("worker").db.transaction(async (db) => work({ db, ...(await bindJob(db, actor)) })));
  }
  if (actor.kind === "link") {
    const work = fn as (tx: LinkTx) => Promise<T>;
    return withDeadline("portal", pool("portal").db.transaction(async (db) => work({ db, ...(await bindLink(db, actor.linkId)) })));
  }
  const work = fn as (tx: SessionTx) => Promise<T>;
  const rights = actor.readsOnly ? { accessMode: "read only" as const } : undefined;
  return withDeadline("portal", pool("portal").db.transaction(async (db) => work({ db, ...(await bind(db, actor.sessionId)) }), rights));
}

async function readClock(db: Db): Promise<{ now: Date; today: string }> {
  const [row] = await db.execute<{ now: string; today: string }>(
    sql`select to_char(access.clock() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now, access.today()::text as today`,
  );
  if (!row) throw new DatabaseUnavailable("no clock");
  return { now: new Date(row.now), today: row.today };
}

interface Bound {
  now: string;
  today: string;
  personId: string | null;
  name: string;
  administrator: boolean;
  confirmedAt: string | null;
  strength: Me["strength"];
  holds: Holding[];
}

async function bind(db: Db, sessionId: string): Promise<{ now: Date; today: string; me: Me }> {
  const [row] = await db.execute<{ bound: Bound }>(sql`select access.bind(${sessionId}) as bound`);
  if (!row || row.bound.personId === null) throw new SessionEnded();
  const { now, today, personId, name, administrator, confirmedAt, strength, holds } = row.bound;
  return {
    now: new Date(now),
    today,
    me: { personId, name, administrator, confirmedAt: confirmedAt ? new Date(confirmedAt) : null, strength, holds },
  };
}

async function bindJob(db: Db, { queue, jobId }: JobActor): Promise<Omit<JobTx, "db">> {
  const [row] = await db.execute<{ bound: { now: string; today: string; partnershipId: string | null; data: Record<string, unknown> } | null }>(
    sql`select access.bind_job(${queue}, ${jobId}) as bound`,
  );
  if (!row?.bound) throw new JobEnded();
  const { now, today, partnershipId, data } = row.bound;
  return { now: new Date(now), today, job: { partnershipId, data } };
}

/** A link is bound in the pool of those who sign in, but without a session: it may do what its own row allows and nothing else. */
async function bindLink(db: Db, linkId: string): Promise<Omit<LinkTx, "db">> {
  const [row] = await db.execute<{ bound: (LinkTx["link"] & { now: string; today: string }) | null }>(sql`select access.bind_link(${linkId}) as bound`);
  if (!row?.bound) throw new LinkUnknown();
  const { now, today, noticeId, partnershipId, membershipId, naming } = row.bound;
  return { now: new Date(now), today, link: { noticeId, partnershipId, membershipId, naming } };
}

/** Whether the pools that serve pages answer, each within `deadlineMs`. Notices a wedged pool. */
export async function poolsAnswer(deadlineMs: number): Promise<boolean> {
  const roles: LoginRole[] = ["portal", "public", "signIn"];
  const answers = roles.map(async (role) => {
    await pool(role).db.execute(sql`select 1`);
  });
  const late = new Promise<never>((_resolve, reject) => setTimeout(() => reject(new Error("late")), deadlineMs).unref());
  try {
    await Promise.race([Promise.all(answers), late]);
    return true;
  } catch {
    return false;
  }
}
