import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { personFrame } from "#app/auth/frame.server.ts";
import { requireAdministrator } from "#app/auth/require-actor.server.ts";
import { AccountNumbers } from "#app/components/admin/account-numbers.tsx";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { Table } from "#app/components/govuk/table.tsx";
import { OutboxLines } from "#app/components/notifications/outbox-lines.tsx";
import { messagesGo } from "#app/domain/notifications/mail-is-sent.server.ts";
import { readOutboxState } from "#app/domain/notifications/queries.server.ts";
import { listPartnerships, type PartnershipSummary } from "#app/domain/partnerships/queries.server.ts";
import { countAccounts } from "#app/domain/people/accounts.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";

const title = "Administration";

export async function loader({ request }: LoaderFunctionArgs) {
  const signedIn = await requireAdministrator(request);
  const partnerships = await listPartnerships(signedIn.actor);
  const accounts = await countAccounts(signedIn.actor);
  return data({ frame: personFrame(signedIn), partnerships, accounts, outbox: await readOutboxState(signedIn.actor), go: messagesGo() });
}

export const headers = () => ({ "Cache-Control": privateCache });

export const meta: MetaFunction<typeof loader> = () => pageMeta({ title, hidden: true });

export default function Administration() {
  const { frame, partnerships, accounts, outbox, go } = useLoaderData<typeof loader>();
  return (
    <PortalFrame {...frame}>
      <h1 className="govuk-heading-l">{title}</h1>
      <h2 className="govuk-heading-m">Partnerships ({partnerships.length})</h2>
      {partnerships.length === 0 ? (
        <p className="govuk-body">No partnership has been set up. Setting one up takes its council areas, its health boards, a name and two dates.</p>
      ) : (
        <Table
          caption="Partnerships and their seats"
          captionHidden
          columns={[{ label: "Partnership" }, { label: "Areas" }, { label: "Lead safeguarding partners (LSPs)" }, { label: "Other posts" }, { label: "Accounts" }]}
          rows={partnerships.map((partnership) => ({ key: partnership.slug, cells: cells(partnership, accounts.notSetUpIn[partnership.slug] ?? 0) }))}
        />
      )}
      <Button href="/admin/partnerships/new">Set up a partnership</Button>
      <h2 className="govuk-heading-m">Guidance</h2>
      <p className="govuk-body"><a className="govuk-link" href="/admin/guidance">Editions of the guidance</a>: see which are loaded, or load another.</p>
      <h2 className="govuk-heading-m">Bodies</h2>
      <p className="govuk-body"><a className="govuk-link" href="/admin/bodies">Bodies that end, and integrated care boards by area</a>: load or save the lists.</p>
      <h2 className="govuk-heading-m">Accounts</h2>
      <AccountNumbers {...accounts} />
      <h2 className="govuk-heading-m">Outgoing messages</h2>
      <OutboxLines go={go} outbox={outbox} />
      <p className="govuk-body muted">An administrator sees who holds which office. Drafts, and versions that are not published, stay with the partnership.</p>
    </PortalFrame>
  );
}

function cells({ slug, name, areas, seats, seatsHeld, otherVacancies }: PartnershipSummary, notSetUp: number) {
  const vacant = seats - seatsHeld;
  return [
    <a key="name" className="govuk-link" href={`/admin/partnerships/${slug}`}>{name}</a>,
    new Intl.ListFormat("en-GB").format(areas),
    vacant === 0 ? `All ${String(seats)} appointed` : `${String(seatsHeld)} appointed, ${String(vacant)} vacant`,
    otherVacancies === 0 ? "All appointed" : `${String(otherVacancies)} vacant`,
    <a key="accounts" className="govuk-link" href={`/portal/${slug}/people/accounts`}>{notSetUp === 0 ? "All set up" : `${String(notSetUp)} not set up`}<span className="govuk-visually-hidden"> in {name}</span></a>,
  ];
}
