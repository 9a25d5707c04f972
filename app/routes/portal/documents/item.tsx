import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { GuidanceItemView } from "#app/components/drafting/guidance-item.tsx";
import { ItemCovered } from "#app/components/drafting/item-covered.tsx";
import { backText, documentPath } from "#app/components/drafting/paths.ts";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { can } from "#app/domain/access/rules.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { requireItem } from "./require-item.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: found }) => pageMeta({ title: found?.view.item.title ?? "Item of the guidance", partnership: found?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireItem(request, params, "read-drafts");
  const { partnership, view } = member;
  const { flash, headers: once } = readFlash(request);
  return data(
    { frame: partnershipFrame(member), partnership, at: member.at, view, mayEdit: can(member.me, "edit-drafts", { partnershipId: partnership.id }), flash, submissionKey: newSubmissionKey() },
    { headers: once },
  );
}

export default function Item() {
  const { frame, at, view, mayEdit, flash, submissionKey } = useLoaderData<typeof loader>();
  return (
    <PortalFrame {...frame} current={at.kind} flash={flash} before={<BackLink href={documentPath(at)} text={backText(at)} />}>
      <span className="govuk-caption-l">{view.edition.title}</span>
      <h1 className="govuk-heading-l">{view.item.title}</h1>
      <div className="beside">
        <div className="beside__aside"><GuidanceItemView item={view.item} ownPage /></div>
        <ItemCovered at={at} view={view} mayEdit={mayEdit} submissionKey={submissionKey} />
      </div>
    </PortalFrame>
  );
}
