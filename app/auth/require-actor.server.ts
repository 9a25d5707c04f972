import { redirect } from "@remix-run/node";
import { eq } from "drizzle-orm";

import { can } from "#app/domain/access/rules.ts";
import type { Permission } from "#app/domain/access/vocabulary.ts";
import { as, type Me, type SessionActor, SessionEnded } from "#db/client.server.ts";
import { partnerships } from "#db/schema/index.ts";

import { readSession } from "./session.server.ts";

export interface SignedIn {
  actor: SessionActor;
  me: Me;
}

export interface MemberOf extends SignedIn {
  partnership: { id: string; slug: string; name: string };
}

/** The signed-in person, or null: for pages that are open to anybody. */
export async function findPerson(request: Request): Promise<SignedIn | null> {
  const actor = await readSession(request);
  if (!actor) return null;
  try {
    return { actor, me: await as(actor, async (tx) => tx.me) };
  } catch (error) {
    if (error instanceof SessionEnded) return null;
    throw error;
  }
}

/** The signed-in person, or a redirect to sign in and come back. Every portal loader and action starts here. */
export async function requirePerson(request: Request): Promise<SignedIn> {
  const signedIn = await findPerson(request);
  if (signedIn) return signedIn;
  const { pathname, search } = new URL(request.url);
  const back = request.method === "GET" ? `?next=${encodeURIComponent(pathname + search)}` : "";
  throw redirect(`/sign-in${back}`);
}

/**
 * The signed-in person as a member of the partnership at this slug, permitted to do this.
 * Not a member and no such partnership are both 404; a member without the permission gets 403.
 */
export async function requireMember(request: Request, slug: string | undefined, permission: Permission = "read-people"): Promise<MemberOf> {
  const { actor, me } = await requirePerson(request);
  const held = me.holds.find((holding) => holding.slug === slug);
  if (!held) throw new Response(null, { status: 404 });
  const partnership = { id: held.partnershipId, slug: held.slug, name: held.partnership };
  if (!can(me, permission, { partnershipId: partnership.id })) throw new Response(null, { status: 403 });
  return { actor, me, partnership };
}

/** A member of the partnership, or an administrator of the installation, who sees who is where and no content. */
export async function requireMemberOrAdministrator(request: Request, slug: string | undefined, permission: Permission): Promise<MemberOf> {
  const { actor, me } = await requirePerson(request);
  if (!me.administrator || me.holds.some((holding) => holding.slug === slug)) return requireMember(request, slug, permission);
  const [partnership] = await as(actor, (tx) =>
    tx.db.select({ id: partnerships.id, slug: partnerships.slug, name: partnerships.name }).from(partnerships).where(eq(partnerships.slug, slug ?? "")),
  );
  if (!partnership || !can(me, permission, { partnershipId: partnership.id })) throw new Response(null, { status: 404 });
  return { actor, me, partnership };
}

/** An administrator of the installation; for anybody else the page does not exist. */
export async function requireAdministrator(request: Request): Promise<SignedIn> {
  const signedIn = await requirePerson(request);
  if (!signedIn.me.administrator) throw new Response(null, { status: 404 });
  return signedIn;
}
