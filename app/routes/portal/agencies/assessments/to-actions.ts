import { type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { requireMember } from "#app/auth/require-actor.server.ts";
import { actionsPath } from "#app/components/actions/paths.ts";

/** Where actions of self-assessments were, which letters still say: they are with all others now. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { partnership } = await requireMember(request, params.partnership, "read-assessments");
  return redirect(params.action ? actionsPath(partnership.slug, encodeURIComponent(params.action)) : `${actionsPath(partnership.slug)}?origin=assessment`, 301);
}
