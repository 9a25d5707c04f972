import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { MeetingsPage } from "#app/components/meetings/meetings-page.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { can } from "#app/domain/access/rules.ts";
import { listMeetings } from "#app/domain/meetings/queries.server.ts";
import { meetingKinds } from "#app/domain/meetings/vocabulary.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";

const title = "Meetings";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params.partnership, "read-meetings");
  const { actor, me, partnership } = member;
  const { flash, headers: once } = readFlash(request);
  const { searchParams } = new URL(request.url);
  const kind = meetingKinds.find((each) => each === searchParams.get("kind")) ?? null;
  const page = /^[1-9]\d{0,4}$/.test(searchParams.get("page") ?? "") ? Number(searchParams.get("page")) : 1;
  return data(
    { frame: partnershipFrame(member), partnership, flash, kind, mayRecord: can(me, "record-meetings", { partnershipId: partnership.id }), ...(await listMeetings(actor, partnership.id, { kind, page })) },
    { headers: once },
  );
}

export default function Meetings() {
  const { frame, partnership, flash, ...shown } = useLoaderData<typeof loader>();
  return (
    <PortalPage frame={frame} current="meetings" back={{ href: `/portal/${partnership.slug}`, text: "Back to what needs you" }} caption={partnership.name} title={title} flash={flash} wide>
      <MeetingsPage slug={partnership.slug} {...shown} />
    </PortalPage>
  );
}
