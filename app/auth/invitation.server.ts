import { sql } from "drizzle-orm";

import type { PartnershipRole } from "#app/domain/access/vocabulary.ts";
import { as, type Tx } from "#db/client.server.ts";

import { hashPassword } from "./password-hash.server.ts";
import { isToken, sha256Hex } from "./tokens.server.ts";

const signIn = { kind: "sign-in" } as const;

/** `void`: the account's address or the appointment is another by now, or the account is suspended. */
export type InvitationState = "open" | "accepted" | "withdrawn" | "replaced" | "expired" | "void";

/** What an invitation is. */
export interface Invitation {
  state: InvitationState;
  personId: string;
  name: string;
  email: string;
  partnership: string;
  role: PartnershipRole;
  office: string;
  organisation: string | null;
  invitedBy: string | null;
  /** ISO moment. */
  expiresAt: string;
}

/** The invitation behind a link, however it stands, or null when there never was one. Uses nothing up. */
export async function findInvitation(token: string | undefined): Promise<Invitation | null> {
  if (!isToken(token)) return null;
  return as(signIn, (tx) => readInvitation(tx, token));
}

/**
 * Uses the invitation up and sets the password. Answers whose account it is, to exactly one of any number at once; null
 * to the others and wherever the invitation does not hold any more. The second factor is set up next, before any session.
 */
export async function acceptInvitation(token: string, password: string): Promise<{ personId: string } | null> {
  const found = await findInvitation(token);
  if (found?.state !== "open") return null;
  const passwordHash = await hashPassword(password);
  return as(signIn, async (tx) => {
    const [row] = await tx.db.execute<{ personId: string | null }>(sql`select access.accept_invitation(${sha256Hex(token)}, ${passwordHash}) as "personId"`);
    return row?.personId ? { personId: row.personId } : null;
  });
}

async function readInvitation(tx: Tx, token: string): Promise<Invitation | null> {
  const [row] = await tx.db.execute<{ [Name in keyof Invitation]: Invitation[Name] }>(sql`
    select state, person_id as "personId", name, email, partnership, role, office, organisation, invited_by as "invitedBy",
      to_char(expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "expiresAt"
    from access.read_invitation(${sha256Hex(token)})`);
  return row ?? null;
}
