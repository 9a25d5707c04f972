import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { ClockLine } from "#app/components/facts/clock-line.tsx";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { pageNumbers } from "#app/components/govuk/page-numbers.ts";
import { Pagination } from "#app/components/govuk/pagination.tsx";
import { Table } from "#app/components/govuk/table.tsx";
import { findActivity } from "#app/domain/ledger/activity.server.ts";
import { showMoment } from "#app/domain/shared/dates.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { notFound, privateCache } from "#app/http/responses.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta = () => pageMeta({ title: "Activity", hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params.partnership, "read-activity");
  const asked = new URL(request.url).searchParams.get("page") ?? "1";
  if (!/^[1-9]\d{0,5}$/.test(asked)) throw notFound();
  const activity = await findActivity(member.actor, member.partnership.id, Number(asked));
  if (!activity) throw notFound();
  return { frame: partnershipFrame(member), partnership: member.partnership, activity };
}

export default function ActivityPage() {
  const { frame, partnership, activity } = useLoaderData<typeof loader>();
  const { lines, total, page, pages, firstBreak } = activity;
  const numbers = pageNumbers(page, pages, (number) => `?page=${String(number)}`);
  return (
    <PortalFrame {...frame} before={<BackLink href={`/portal/${partnership.slug}`} text="Back to what needs you" />}>
      <span className="govuk-caption-l">{partnership.name}</span>
      <h1 className="govuk-heading-l">Activity</h1>
      <p className="govuk-body">Everything that was done, newest first, by whom and when. Nothing here can be changed or removed: each entry carries a fingerprint of the one before.</p>
      {firstBreak === null ? (
        <ClockLine state="done">We checked {total === 1 ? "the one entry" : `all ${total.toLocaleString("en-GB")} entries`} just now: none was changed or taken out.</ClockLine>
      ) : (
        <ClockLine state="late">Entry {firstBreak} does not follow from the one before. Somebody changed the record outside the portal. Tell whoever runs this site at once.</ClockLine>
      )}
      {lines.length === 0 ? (
        <p className="govuk-body">Nothing has been recorded yet.</p>
      ) : (
        <Table
          caption={`Entries, page ${String(page)} of ${String(pages)}`}
          captionHidden
          columns={[{ label: "When" }, { label: "Who" }, { label: "What" }, { label: "Entry", format: "numeric" }]}
          rows={lines.map((line) => ({ key: String(line.seq), cells: [<span key="when" className="unbroken">{showMoment(line.at)}</span>, line.author, line.text, line.seq] }))}
        />
      )}
      {numbers && <Pagination {...numbers} />}
    </PortalFrame>
  );
}
