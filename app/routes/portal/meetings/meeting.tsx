import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { ActionsOf } from "#app/components/actions/actions-of.tsx";
import { DecisionsOf } from "#app/components/decisions/decisions-of.tsx";
import { MeetingPage } from "#app/components/meetings/meeting-page.tsx";
import { meetingsPath } from "#app/components/meetings/paths.ts";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { can } from "#app/domain/access/rules.ts";
import type { Permission } from "#app/domain/access/vocabulary.ts";
import { listActionsOf } from "#app/domain/actions/queries.server.ts";
import { listDecisionsAt } from "#app/domain/decisions/queries.server.ts";
import { findWholeMeeting } from "#app/domain/meetings/queries.server.ts";
import { datedTitle, meetingTitle } from "#app/domain/meetings/rules.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { notFound, privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: page ? datedTitle(page.whole.meeting) : "Meeting", partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params.partnership, "read-meetings");
  const { actor, me, partnership } = member;
  const whole = await findWholeMeeting(actor, partnership.id, params.meeting ?? "");
  if (!whole) throw notFound();
  const { flash, headers: once } = readFlash(request);
  const keys = Object.fromEntries(whole.items.map((item) => [item.id, newSubmissionKey()]));
  const may = (permission: Permission) => can(me, permission, { partnershipId: partnership.id });
  // The host keeps what comes of a meeting; a partnership that shares it records its own actions by themselves.
  const came = whole.meeting.share === null && may("read-actions") ? await listActionsOf(actor, partnership.id, { kind: "meeting", id: whole.meeting.id }) : null;
  const seen = whole.meeting.share === null || whole.meeting.share === "accepted";
  const decided = seen && may("read-decisions") ? await listDecisionsAt(actor, partnership.id, whole.meeting.id) : null;
  return data({ frame: partnershipFrame(member), partnership, flash, whole, keys, came, decided, mayDecide: may("record-decisions") && whole.meeting.startsAt <= whole.now && whole.meeting.state !== "cancelled", mayRecord: may("record-meetings"), mayAct: may("record-actions") && whole.meeting.state !== "cancelled" }, { headers: once });
}

export default function Meeting() {
  const { frame, partnership, flash, whole, keys, came, decided, mayDecide, mayRecord, mayAct } = useLoaderData<typeof loader>();
  const path = meetingsPath(partnership.slug);
  return (
    <PortalPage frame={frame} current="meetings" back={{ href: path, text: "Back to the meetings" }} caption={partnership.name} title={meetingTitle(whole.meeting)} flash={flash}>
      <MeetingPage here={meetingsPath(partnership.slug, whole.meeting.id)} {...whole} keys={keys} mayRecord={mayRecord} />
      {decided && <DecisionsOf slug={partnership.slug} meetingId={whole.meeting.id} decisions={decided} mayRecord={mayDecide} />}
      {came && <ActionsOf slug={partnership.slug} today={came.today} origin={{ kind: "meeting", id: whole.meeting.id }} actions={came.actions} mayRecord={mayAct} empty="Nothing came of it yet." />}
    </PortalPage>
  );
}
