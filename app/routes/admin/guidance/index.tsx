import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { personFrame } from "#app/auth/frame.server.ts";
import { requireAdministrator } from "#app/auth/require-actor.server.ts";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { Table } from "#app/components/govuk/table.tsx";
import { listLoadedEditions } from "#app/domain/guidance/edition-queries.server.ts";
import { showMoment, showMonth } from "#app/domain/shared/dates.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";

const title = "Editions of the guidance";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = () => pageMeta({ title, hidden: true });

export async function loader({ request }: LoaderFunctionArgs) {
  const signedIn = await requireAdministrator(request);
  const { flash, headers: once } = readFlash(request);
  return data({ frame: personFrame(signedIn), editions: await listLoadedEditions(signedIn.actor), flash }, { headers: once });
}

export default function Editions() {
  const { frame, editions, flash } = useLoaderData<typeof loader>();
  return (
    <PortalFrame {...frame} flash={flash} before={<BackLink href="/admin" text="Back to administration" />}>
      <h1 className="govuk-heading-l">{title}</h1>
      <p className="govuk-body">An edition is a file. Once it is loaded, each partnership sees what it would change and moves to it when it is ready.</p>
      <Table
        caption={title}
        captionHidden
        columns={[{ label: "Edition" }, { label: "Published" }, { label: "Items" }, { label: "Loaded" }]}
        rows={editions.map((edition) => ({
          key: edition.id,
          cells: [
            <a key="edition" className="govuk-link" href={`/guidance/${edition.id}`}>{edition.title}</a>,
            showMonth(edition.published),
            String(edition.items),
            edition.loadedAt ? showMoment(edition.loadedAt) : "Came with the portal",
          ],
        }))}
      />
      <Button href="/admin/guidance/load">Load an edition</Button>
    </PortalFrame>
  );
}
