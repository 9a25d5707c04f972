import { redirect } from "@remix-run/node";

import { isConfirmed } from "#app/domain/documents/rules.ts";
import { as, type Me } from "#db/client.server.ts";

/**
 * Goes on only when the person confirmed who they are within the last five minutes; otherwise sends them to do so and
 * come back. For the loaders of pages that publish, withdraw, appoint or erase; called from an action it brings them
 * back to the page, where they send the form again.
 */
export async function requireConfirmed(request: Request, me: Pick<Me, "confirmedAt">, now?: Date): Promise<void> {
  const moment = now ?? (await as({ kind: "sign-in" }, (tx) => Promise.resolve(tx.now)));
  if (isConfirmed(me.confirmedAt, moment)) return;
  const { pathname, search } = new URL(request.url);
  throw redirect(`/account/confirm?next=${encodeURIComponent(pathname + search)}`, 303);
}
