import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { agenciesPath } from "#app/components/agencies/paths.ts";
import { RegisterPage } from "#app/components/agencies/register-page.tsx";
import { TakedownNotices } from "#app/components/agencies/takedowns/takedown-notices.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { can } from "#app/domain/access/rules.ts";
import { findRegister } from "#app/domain/agencies/queries.server.ts";
import { readRegisterQuery } from "#app/domain/agencies/register-query.ts";
import { listTakedowns } from "#app/domain/agencies/takedowns/queries.server.ts";
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
  return data({ frame: partnershipFrame(member), partnership, flash, query, register, may: { edit: can(me, "edit-agencies", subject), name: can(me, "name-agencies", subject) }, takedowns: await listTakedowns(actor, partnership.id), personId: me.personId }, { headers: once });
}

export default function Agencies() {
  const { frame, partnership, flash, query, register, may, takedowns, personId } = useLoaderData<typeof loader>();
  return (
    <PortalPage frame={frame} current="agencies" back={{ href: `/portal/${partnership.slug}`, text: "Back to what needs you" }} caption={partnership.name} title="Relevant agencies" flash={flash} wide>
      <TakedownNotices slug={partnership.slug} takedowns={takedowns} personId={personId} may={{ publish: may.name }} />
      <RegisterPage slug={partnership.slug} query={query} register={register} may={may} />
      {register.counts.named + register.counts.withdrawn > 0 && !takedowns.some((each) => each.holds) && <p className="govuk-body"><a className="govuk-link" href={agenciesPath(partnership.slug, "take-down")}>Take the public list down for safety</a></p>}
    </PortalPage>
  );
}
