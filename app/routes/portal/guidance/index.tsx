import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { Table } from "#app/components/govuk/table.tsx";
import { getPartnershipEditions } from "#app/domain/guidance/edition-queries.server.ts";
import { showDate, showMonth } from "#app/domain/shared/dates.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: found }) => pageMeta({ title: "The guidance you work under", partnership: found?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params.partnership, "read-drafts");
  const { flash, headers: once } = readFlash(request);
  const editions = await getPartnershipEditions(member.actor, member.partnership.id);
  return data({ frame: partnershipFrame(member), partnership: member.partnership, editions, flash }, { headers: once });
}

export default function PartnershipGuidance() {
  const { frame, partnership, editions, flash } = useLoaderData<typeof loader>();
  return (
    <PortalFrame {...frame} flash={flash}>
      <span className="govuk-caption-l">{partnership.name}</span>
      <h1 className="govuk-heading-l">The guidance you work under</h1>
      <p className="govuk-body-l">
        <a className="govuk-link" href={`/guidance/${editions.current.id}`}>{editions.current.title}</a>
      </p>
      <h2 className="govuk-heading-m">Newer editions</h2>
      {editions.newer.length === 0 ? (
        <p className="govuk-body">There is none. When one is published, an administrator loads it and it appears here, with what it adds and changes.</p>
      ) : (
        <ul className="govuk-list govuk-list--bullet">
          {editions.newer.map((edition) => (
            <li key={edition.id}>
              <a className="govuk-link" href={`/portal/${partnership.slug}/guidance/${edition.id}`}>See what {edition.title} changes for you</a>, published {showMonth(edition.published)}
            </li>
          ))}
        </ul>
      )}
      <h2 className="govuk-heading-m">Editions adopted</h2>
      <Table
        caption="Editions adopted"
        captionHidden
        columns={[{ label: "Edition" }, { label: "Adopted on" }]}
        rows={editions.adopted.map((edition) => ({ key: edition.id, cells: [<a key="edition" className="govuk-link" href={`/guidance/${edition.id}`}>{edition.title}</a>, showDate(edition.adoptedOn)] }))}
      />
    </PortalFrame>
  );
}
