import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { importParts } from "#app/domain/agencies/import/import-view.ts";
import { findRegisterImport } from "#app/domain/agencies/import/queries.server.ts";
import { notFound } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

type Params = Readonly<Record<string, string | undefined>>;

/** Whoever asks about the file of the address, and where it is. Throws as `requireMember` does. */
export async function requireImport(request: Request, params: Params) {
  const member = await requireMember(request, params.partnership, "edit-agencies");
  return { member, at: { partnershipId: member.partnership.id, importId: params.register ?? "" } };
}

/** The page of a file: what it would do, or did. */
export async function readImportPage(request: Request, params: Params) {
  const { member, at } = await requireImport(request, params);
  const asked = new URL(request.url).searchParams;
  const [errors, closed, changed, added, attention] = importParts.map((name) => Math.trunc(Number(asked.get(name))) || 1);
  const found = await findRegisterImport(member.actor, at, { errors: errors ?? 1, closed: closed ?? 1, changed: changed ?? 1, added: added ?? 1, attention: attention ?? 1 });
  if (!found) throw notFound();
  return { frame: partnershipFrame(member), partnership: member.partnership, file: found, submissionKey: newSubmissionKey() };
}
