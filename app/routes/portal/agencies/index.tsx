import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { RegisterPage } from "#app/components/agencies/register-page.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { can } from "#app/domain/access/rules.ts";
import { findRegister } from "#app/domain/agencies/queries.server.ts";
import { readRegisterQuery } from "#app/domain/agencies/register-query.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: "Relevant agencies", partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params.partnership, "read-agencies");
  const { actor, me, partnership } = member;
  const { flash, headers: once } = readFlash(request);
  const { searchParams } = new URL(request.url);
  const query = readRegisterQuery(searchParams);
  const register = await findRegister(actor, partnership.id, query, Number.parseInt(searchParams.get("page") ?? "1", 10) || 1);
  const subject = { partnershipId: partnership.id };
  return data({ frame: partnershipFrame(member), partnership, flash, query, register, may: { edit: can(me, "edit-agencies", subject), name: can(me, "name-agencies", subject) } }, { headers: once });
}

export default function Agencies() {
  const { frame, partnership, flash, query, register, may } = useLoaderData<typeof loader>();
  return (
    <PortalPage frame={frame} current="agencies" back={{ href: `/portal/${partnership.slug}`, text: "Back to what needs you" }} caption={partnership.name} title="Relevant agencies" flash={flash} wide>
      <RegisterPage slug={partnership.slug} query={query} register={register} may={may} />
    </PortalPage>
  );
}
