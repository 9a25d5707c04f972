import { sql } from "drizzle-orm";

import type { PartnershipRole } from "#app/domain/access/vocabulary.ts";
import { as } from "#db/client.server.ts";

import { isDemo } from "./accounts.server.ts";
import { type OpenedSession, startSession } from "./session.server.ts";

const signIn = { kind: "sign-in" } as const;

/** Somebody made up whom anybody may sign in as, in one office. Without a partnership: an administrator, or nobody yet. */
export interface DemoSignIn {
  personId: string;
  name: string;
  administrator: boolean;
  partnership: { name: string; slug: string } | null;
  role: PartnershipRole | null;
  office: string | null;
  organisation: string | null;
  acting: boolean;
}

/** Whether this installation is a demonstration. Anywhere else its pages do not exist. */
export function isDemonstration(): Promise<boolean> {
  return as(signIn, isDemo);
}

/** One for each office held today, by partnership and role; empty outside a demonstration. */
export async function listDemoSignIns(): Promise<DemoSignIn[]> {
  const rows = await as(signIn, (tx) =>
    tx.db.execute<{
      person_id: string;
      name: string;
      administrator: boolean;
      partnership: string | null;
      slug: string | null;
      role: PartnershipRole | null;
      office: string | null;
      organisation: string | null;
      acting: boolean | null;
    }>(sql`select * from access.list_demo_sign_ins()`),
  );
  return rows.map(({ person_id: personId, partnership, slug, acting, ...rest }) => ({
    personId,
    ...rest,
    partnership: partnership !== null && slug !== null ? { name: partnership, slug } : null,
    acting: acting ?? false,
  }));
}

/** Signs straight in as one of the ready sign-ins; null for anybody else. Nothing was entered, so nothing is confirmed. */
export async function signInForDemonstration(request: Request, personId: string): Promise<OpenedSession | null> {
  const ready = await listDemoSignIns();
  if (!ready.some((each) => each.personId === personId)) return null;
  return startSession(request, personId, "password-demo", false);
}
