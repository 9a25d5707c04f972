import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { personFrame } from "#app/auth/frame.server.ts";
import { requireAdministrator } from "#app/auth/require-actor.server.ts";
import { PostsTable } from "#app/components/admin/posts-table.tsx";
import { agenciesPath } from "#app/components/agencies/paths.ts";
import { archivePath } from "#app/components/archive/paths.ts";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { NotificationBanner } from "#app/components/govuk/notification-banner.tsx";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { listRemovableVersions } from "#app/domain/documents/version-queries.server.ts";
import { documentWords } from "#app/domain/documents/vocabulary.ts";
import { icbSeatsLine } from "#app/components/facts/icb-seats-line.ts";
import { listTakedowns } from "#app/domain/agencies/takedowns/queries.server.ts";
import { findPartnership } from "#app/domain/partnerships/queries.server.ts";
import { findPeopleView } from "#app/domain/people/people-view.server.ts";
import { findAgencyList } from "#app/domain/publication/agency-list.server.ts";
import { findArchive } from "#app/domain/publication/archive.server.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { notFound, privateCache } from "#app/http/responses.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const signedIn = await requireAdministrator(request);
  const partnership = await findPartnership(signedIn.actor, params.slug ?? "");
  const view = partnership && (await findPeopleView(signedIn.actor, partnership.id));
  if (!partnership || !view) throw notFound();
  const published = await listRemovableVersions(signedIn.actor, partnership.id);
  const { entries, removed } = await findArchive(partnership.slug);
  const earlier = [
    ...entries.map(({ entryId, title }) => ({ href: archivePath(partnership.slug, `${entryId}/remove`), text: `Take “${title}” off the earlier documents` })),
    ...removed.filter((each) => !each.erasedAt).map(({ entryId, removedAt }) => ({ href: archivePath(partnership.slug, `${entryId}/erase`), text: `An earlier document was taken off on ${showDate(removedAt)}: erase it` })),
  ];
  const list = await findAgencyList(partnership.slug);
  earlier.push(
    ...(list && !list.takenDown ? [{ href: agenciesPath(partnership.slug, "take-down"), text: "Take down the list of relevant agencies" }] : []),
    ...(await listTakedowns(signedIn.actor, partnership.id)).filter((each) => !each.erased).map(({ id, takenDownAt }) => ({ href: agenciesPath(partnership.slug, `takedowns/${id}/erase`), text: `Lists of relevant agencies were taken down on ${showDate(takenDownAt)}: erase them` })),
  );
  const { flash, headers } = readFlash(request);
  return data({ frame: personFrame(signedIn), partnership, view, published, earlier, flash }, { headers });
}

export const headers = () => ({ "Cache-Control": privateCache });

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: page?.partnership.name ?? "Partnership", hidden: true });

export default function PartnershipPosts() {
  const { frame, partnership, view, published, earlier, flash } = useLoaderData<typeof loader>();
  const { slug, name } = partnership;
  return (
    <PortalFrame {...frame} before={<Breadcrumbs items={[{ text: "Administration", href: "/admin" }, { text: name }]} />}>
      {flash && <NotificationBanner type={flash.type} text={flash.text} />}
      <h1 className="govuk-heading-l">{name}</h1>
      <SummaryList
        rows={[
          { key: view.areas.length === 1 ? "Area" : "Areas", value: new Intl.ListFormat("en-GB").format(view.areas) },
          { key: "Guidance", value: view.edition.title },
          { key: "Integrated care boards", value: icbSeatsLine(view.icbs) },
          { key: "Pages", value: <><a className="govuk-link" href={`/portal/${slug}/people`}>People, in the portal</a>{" · "}<a className="govuk-link" href={`/partnerships/${slug}`}>Public page</a>{" · "}<a className="govuk-link" href={`/portal/${slug}/people/accounts`}>Accounts and invitations</a></> },
        ]}
      />
      <PostsTable view={view} />
      {published.length + earlier.length > 0 && (
        <>
          <h2 className="govuk-heading-m">If somebody could be identified</h2>
          <p className="govuk-body">You can take a published version or the list of relevant agencies down at once, without reading it, and an earlier document off the public list.</p>
          <ul className="govuk-list">
            {published.map(({ kind, number, takenDown }) => (
              <li key={`${kind} ${String(number)}`}>
                <a className="govuk-link" href={`/portal/${slug}/${kind}/versions/${String(number)}/${takenDown ? "erase" : "take-down"}`}>
                  {takenDown ? `Version ${String(number)} of ${documentWords(kind).the} was taken down: erase it` : `Take down version ${String(number)} of ${documentWords(kind).the}`}
                </a>
              </li>
            ))}
            {earlier.map(({ href, text }) => (
              <li key={href}><a className="govuk-link" href={href}>{text}</a></li>
            ))}
          </ul>
        </>
      )}
      <p className="govuk-body muted">You appoint the first lead of each seat and the first business manager. From then on the partnership appoints: a lead appoints their own delegate, the leads agree on a chair, a scrutineer and each other’s successors.</p>
    </PortalFrame>
  );
}
