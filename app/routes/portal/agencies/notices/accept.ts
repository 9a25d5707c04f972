import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";

import { agenciesPath } from "#app/components/agencies/paths.ts";
import { can } from "#app/domain/access/rules.ts";
import { decideReply } from "#app/domain/agencies/notices/decide-reply.server.ts";
import type { ReplyView } from "#app/domain/agencies/notices/notice-view.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { redirectTo } from "#app/http/responses.ts";
import { readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireReply } from "./require-reply.server.ts";

/** There is nothing to see here: the button is on the page of what was written. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { path } = await requireReply(request, params, "edit-agencies");
  return redirectTo(path);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, me, partnership, reply, path } = await requireReply(request, params, "edit-agencies");
  const outcome = await decideReply(actor, { partnershipId: partnership.id, replyId: reply.id, outcome: "accepted", reason: null }, readSubmission(await readForm(request)));
  if (!outcome.ok) throw refusalResponse(outcome, { href: path, text: "See how it stands now" });
  const { to, text } = next(reply, partnership.slug, { nameKeptElsewhere: outcome.value.nameKeptElsewhere, mayName: can(me, "appoint-representative", { partnershipId: partnership.id }) });
  return redirectWithFlash(request, to, { type: "success", text });
}

/** Where accepting leads: on to what follows from it. */
function next({ id, membershipId, kind, proposed }: ReplyView, slug: string, { nameKeptElsewhere, mayName }: { nameKeptElsewhere: boolean; mayName: boolean }): { to: string; text: string } {
  const agency = agenciesPath(slug, membershipId);
  switch (kind) {
    case "details":
      return { to: agency, text: `Accepted, and the agency is told.${nameKeptElsewhere ? " Its name is kept by another partnership and stays as it is." : ""}${proposed.representative ? " Record who speaks for it on the People page." : ""}` };
    case "closed":
      return { to: agency, text: "Accepted, and the agency is told. Withdraw it now if it is no longer there." };
    case "not-us":
      return { to: agency, text: "Accepted, and told. Put the address right, or withdraw it if another body is meant." };
    case "account":
      return mayName
        ? { to: `/portal/${slug}/people/representatives/new?reply=${id}`, text: "Accepted, and the agency is told. Check what it wrote and name the representative; then choose them as who speaks for it in the register." }
        : { to: agency, text: "Accepted, and the agency is told. The business manager, the chair or a lead names the representative on the People page." };
  }
}
