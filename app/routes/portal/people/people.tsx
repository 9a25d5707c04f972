import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { partnershipFrame, personFrame } from "#app/auth/frame.server.ts";
import { requireMemberOrAdministrator } from "#app/auth/require-actor.server.ts";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { NotificationBanner } from "#app/components/govuk/notification-banner.tsx";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { BouncedNotice } from "#app/components/notifications/bounced-notice.tsx";
import { Cards, OtherPosts } from "#app/components/people/cards.tsx";
import { ChangePartners } from "#app/components/people/partners/change-partners.tsx";
import { SuccessionNotices } from "#app/components/people/partners/succession-notices.tsx";
import { Representatives } from "#app/components/people/representatives.tsx";
import { WaitingProposals } from "#app/components/people/waiting-proposals.tsx";
import { can } from "#app/domain/access/rules.ts";
import { icbSeatsLine } from "#app/components/facts/icb-seats-line.ts";
import { listBounced } from "#app/domain/notifications/queries.server.ts";
import { listSuccessionNotices } from "#app/domain/people/partners/queries.server.ts";
import { findPeopleView } from "#app/domain/people/people-view.server.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { notFound, privateCache } from "#app/http/responses.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMemberOrAdministrator(request, params.partnership, "read-people");
  const view = await findPeopleView(member.actor, member.partnership.id);
  if (!view) throw notFound();
  const bounced = await listBounced(member.actor, member.partnership.id);
  const { flash, headers } = readFlash(request);
  const { me, partnership } = member;
  // An administrator from outside sees this page and no other of the partnership, so no navigation to them.
  const inside = me.holds.some((held) => held.partnershipId === partnership.id);
  return data({ frame: inside ? partnershipFrame(member) : personFrame(member), partnership, view, bounced, flash, inside, mayRecordContacts: can(me, "record-contacts", { partnershipId: partnership.id }), mayInvite: can(me, "invite-people", { partnershipId: partnership.id }), mayPropose: can(me, "propose-partner", { partnershipId: partnership.id }), successions: await listSuccessionNotices(member.actor, partnership.id) }, { headers });
}

export const headers = () => ({ "Cache-Control": privateCache });

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: "People", partnership: page?.partnership.name, hidden: true });

export default function People() {
  const { frame, partnership, view, bounced, flash, inside, mayRecordContacts, mayInvite, mayPropose, successions } = useLoaderData<typeof loader>();
  const vacant = view.seats.filter((seat) => !seat.lead.holder).length;
  return (
    <PortalFrame {...frame} current="people" before={inside ? undefined : <BackLink href={`/admin/partnerships/${partnership.slug}`} text="Back to the posts" />}>
      {flash && <NotificationBanner type={flash.type} text={flash.text} />}
      {!inside && <span className="govuk-caption-l">{partnership.name}</span>}
      <h1 className="govuk-heading-l">People</h1>
      <p className="govuk-body">{vacant === 0 ? `All ${String(view.seats.length)} seats have a lead safeguarding partner (LSP).` : `${String(vacant)} of ${String(view.seats.length)} seats ${vacant === 1 ? "has" : "have"} no lead safeguarding partner (LSP).`} Each lead names a delegated safeguarding partner (DSP) and stays accountable.</p>
      {mayInvite && <p className="govuk-body"><a className="govuk-link" href={`/portal/${partnership.slug}/people/accounts`}>Accounts and invitations</a></p>}
      <SuccessionNotices slug={partnership.slug} notices={successions} />
      <BouncedNotice bounced={bounced} />
      <WaitingProposals slug={partnership.slug} proposals={view.proposals} />
      <h2 className="govuk-heading-m">Statutory partners</h2>
      <Cards seats={view.seats} />
      <p className="govuk-body muted">{icbSeatsLine(view.icbs)}</p>
      {mayPropose && <ChangePartners slug={partnership.slug} seats={view.seats} />}
      <h2 className="govuk-heading-m">Chair, scrutineer and business manager</h2>
      <OtherPosts posts={view.others} />
      <Representatives slug={partnership.slug} representatives={view.representatives} mayAdd={view.mayAddRepresentatives} />
      <h2 className="govuk-heading-m">Earlier and later</h2>
      <ul className="govuk-list">
        <li><a className="govuk-link" href={`/portal/${partnership.slug}/people/history`}>Who held which office on a date</a></li>
        {view.proposals && <li><a className="govuk-link" href={`/portal/${partnership.slug}/people/proposals`}>All proposals, open and closed</a></li>}
      </ul>
      <h2 className="govuk-heading-m">What the partnership covers</h2>
      <SummaryList
        rows={[
          { key: view.areas.length === 1 ? "Area" : "Areas", value: new Intl.ListFormat("en-GB").format(view.areas) },
          { key: "Guidance it works under", value: <a className="govuk-link" href={`/guidance/${view.edition.id}`}>{view.edition.title}</a> },
          ...(mayRecordContacts ? [{ key: "Reporting a concern", value: <a className="govuk-link" href={`/portal/${partnership.slug}/report-a-concern`}>Whom the public calls about a child</a> }] : []),
          { key: "Public page", value: <a className="govuk-link" href={`/partnerships/${partnership.slug}`}>/partnerships/{partnership.slug}</a> },
        ]}
      />
    </PortalFrame>
  );
}
