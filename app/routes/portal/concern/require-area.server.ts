import type { LoaderFunctionArgs } from "@remix-run/node";

import { requireMember } from "#app/auth/require-actor.server.ts";
import { listAreaContacts } from "#app/domain/concern/queries.server.ts";
import { type FormValues, text } from "#app/http/form-values.ts";
import { notFound, refused } from "#app/http/responses.ts";

/** Somebody who may keep the contact of the area in the address, and that contact; 404 for an area the partnership does not cover. */
export async function requireArea(request: Request, params: LoaderFunctionArgs["params"]) {
  const member = await requireMember(request, params.partnership, "record-contacts");
  const found = (await listAreaContacts(member.actor, member.partnership.id)).find((each) => each.areaCode === params.area);
  if (!found) throw notFound();
  return { member, found, path: `/portal/${member.partnership.slug}/report-a-concern` };
}

/** The revision that the form showed. Throws 400 for what no form of ours sends. */
export function readRevision(values: FormValues): number {
  const revision = Number(text(values, "revision"));
  if (!Number.isSafeInteger(revision) || revision < 0) throw refused(400);
  return revision;
}
