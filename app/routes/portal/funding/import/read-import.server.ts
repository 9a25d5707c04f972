import { partnershipFrame } from "#app/auth/frame.server.ts";
import { importParts } from "#app/domain/funding/import/import-view.ts";
import { findFundingImport } from "#app/domain/funding/import/queries.server.ts";
import { notFound } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { requireList } from "../require-year.server.ts";

type Params = Readonly<Record<string, string | undefined>>;

/** Whoever asks about the file of the address, and where it is. Throws as `requireList` does. */
export async function requireImport(request: Request, params: Params) {
  const member = await requireList(request, params, "edit-funding");
  return { member, at: { partnershipId: member.partnership.id, year: member.year, list: member.list, importId: params.file ?? "" } };
}

/** The page of a file: what it would do, or did. */
export async function readImportPage(request: Request, params: Params) {
  const { member, at } = await requireImport(request, params);
  const asked = new URL(request.url).searchParams;
  const page = (name: string) => Math.trunc(Number(asked.get(name))) || 1;
  const [errors, questions, changed, added, ended] = importParts.map(page);
  const found = await findFundingImport(member.actor, at, { errors: errors ?? 1, questions: questions ?? 1, changed: changed ?? 1, added: added ?? 1, ended: ended ?? 1 });
  if (!found) throw notFound();
  return { frame: partnershipFrame(member), partnership: member.partnership, file: found, submissionKey: newSubmissionKey() };
}
