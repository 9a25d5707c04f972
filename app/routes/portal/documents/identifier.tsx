import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { IdentifierState } from "#app/components/drafting/identifier-state.tsx";
import { documentPath, identifierPath } from "#app/components/drafting/paths.ts";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { can } from "#app/domain/access/rules.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";

import { requireIdentifier } from "./require-identifier.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: found }) => pageMeta({ title: "What the check found", partnership: found?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireIdentifier(request, params, "read-drafts");
  const { partnership, view, me } = member;
  const { flash, headers: once } = readFlash(request);
  const may = can(me, "override-detector", { partnershipId: partnership.id });
  return data({ frame: partnershipFrame(member), partnership, at: member.at, view, may, mine: view.proposal?.proposedBy.personId === me.personId, flash }, { headers: once });
}

export default function Identifier() {
  const { frame, at, view, may, mine, flash } = useLoaderData<typeof loader>();
  const { proposal, fingerprint } = view;
  return (
    <PortalFrame {...frame} current={at.kind} flash={flash} before={<BackLink href={documentPath(at, "readiness")} text="Back to the checklist" />}>
      <h1 className="govuk-heading-l">What the check found</h1>
      <IdentifierState at={at} view={view} />
      {!proposal && may && (
        <>
          <p className="govuk-body">Nearly always the right answer is to take it out. If it only looks like an identifier and identifies nobody, two people may let it stand: one asks with a reason, another confirms.</p>
          <Button href={identifierPath(at, fingerprint, "propose")} variant="secondary">Ask for it to stand</Button>
        </>
      )}
      {proposal && !proposal.confirmedAt && may && !mine && <Button href={identifierPath(at, fingerprint, "confirm")} variant="secondary">Decide whether it may stand</Button>}
      {proposal && !proposal.confirmedAt && mine && <p className="govuk-body">Somebody else, a delegated safeguarding partner, the chair or the business manager, must confirm. Send them the address of this page.</p>}
    </PortalFrame>
  );
}
