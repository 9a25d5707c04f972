import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { personFrame } from "#app/auth/frame.server.ts";
import { requireAdministrator } from "#app/auth/require-actor.server.ts";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { Table } from "#app/components/govuk/table.tsx";
import { getBodiesView } from "#app/domain/bodies/queries.server.ts";
import { type BodyList, bodyListTitles } from "#app/domain/bodies/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";

const title = "Bodies";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = () => pageMeta({ title, hidden: true });

export async function loader({ request }: LoaderFunctionArgs) {
  const signedIn = await requireAdministrator(request);
  const { flash, headers: once } = readFlash(request);
  return data({ frame: personFrame(signedIn), bodies: await getBodiesView(signedIn.actor), flash }, { headers: once });
}

export default function Bodies() {
  const { frame, bodies, flash } = useLoaderData<typeof loader>();
  const { ended, areas } = bodies;
  return (
    <PortalFrame {...frame} flash={flash} before={<BackLink href="/admin" text="Back to administration" />}>
      <h1 className="govuk-heading-l">{title}</h1>
      <p className="govuk-body">Councils, integrated care boards (ICBs) and police forces come with the portal. What changes between its releases is loaded here, as two lists.</p>
      <h2 className="govuk-heading-m">{bodyListTitles.successors}</h2>
      {ended.length === 0 ? (
        <p className="govuk-body">No body is recorded as ended or ending.</p>
      ) : (
        <Table
          caption={bodyListTitles.successors}
          captionHidden
          columns={[{ label: "Body" }, { label: "Last day" }, { label: "Successor" }]}
          rows={ended.map(({ code, name, lastDay, successor }) => ({ key: code, cells: [<span key="body">{name} <span className="muted">{code}</span></span>, showDate(lastDay), successor ?? "Not named"] }))}
        />
      )}
      <Ways list="successors" load="Load bodies that end" save="Save what is recorded, as CSV" />
      <h2 className="govuk-heading-m">{bodyListTitles.coverage}</h2>
      <p className="govuk-body">
        {areas.covered === 0
          ? "No list is loaded. Whether a partnership has a seat for every board that covers it is shown as not checked."
          : `The boards of ${String(areas.covered)} of ${String(areas.all)} local authority areas are listed today. Partnerships in the other areas are shown as not checked.`}
      </p>
      <Ways list="coverage" load="Load integrated care boards by area" save="Save what is listed, as CSV" />
    </PortalFrame>
  );
}

function Ways({ list, load, save }: { list: BodyList; load: string; save: string }) {
  return (
    <ul className="govuk-list">
      <li><a className="govuk-link" href={`/admin/bodies/${list}`}>{load}</a></li>
      <li><a className="govuk-link" href={`/admin/bodies/${list}.csv`}>{save}</a></li>
    </ul>
  );
}
