import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { AppointForm } from "#app/components/people/appoint-form.tsx";
import { Appointed } from "#app/components/people/appointed.tsx";
import { can } from "#app/domain/access/rules.ts";
import { isIdentifier } from "#app/domain/people/forms.server.ts";
import { findPostToFill } from "#app/domain/people/queries.server.ts";
import { describeTerm } from "#app/domain/people/rules.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { notFound, privateCache, refused } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { appoint } from "./appoint-action.server.ts";

const title = "Appoint your delegated safeguarding partner";

async function findPlace(request: Request, params: LoaderFunctionArgs["params"]) {
  const member = await requireMember(request, params.partnership, "appoint-delegate");
  const partnershipId = member.partnership.id;
  const post = isIdentifier(params.post) ? await findPostToFill(member.actor, partnershipId, params.post) : null;
  if (!post || post.role !== "dsp" || !post.seatId) throw notFound();
  if (!can(member.me, "appoint-delegate", { partnershipId, seatId: post.seatId })) throw refused(403);
  return { member, post };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { member, post } = await findPlace(request, params);
  const held = post.terms.filter((term) => term.endsOn === null || term.endsOn > post.today);
  return data({
    frame: partnershipFrame(member),
    partnership: member.partnership,
    submissionKey: newSubmissionKey(),
    confirm: post.confirmed ? null : member.me.strength,
    post: { office: post.office, organisation: post.organisation },
    held: held.map((term) => `${term.name} holds this post ${describeTerm(term)}.`),
    inOffice: held.find((term) => term.startsOn <= post.today)?.name ?? null,
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { member, post } = await findPlace(request, params);
  const next = { href: `/portal/${member.partnership.slug}/people`, text: "See who holds which office" };
  return appoint(request, { member, post, clientAddress: context.clientAddress, next });
}

export const headers = () => ({ "Cache-Control": privateCache });

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export default function AppointDelegate() {
  const { frame, partnership, submissionKey, confirm, post, held, inOffice } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const strength = result?.kind === "again" && result.confirmed ? undefined : (confirm ?? undefined);
  const people = { href: `/portal/${partnership.slug}/people`, text: "Back to People" };
  if (result?.kind === "appointed") {
    return (
      <PortalFrame {...frame} current="people">
        <Appointed {...result} organisation={post.organisation} back={people} administrator={false} />
      </PortalFrame>
    );
  }
  return (
    <PortalFrame {...frame} current="people" before={<BackLink href={people.href} text="Back to People" />}>
      <ErrorSummary errors={result?.errors.summary ?? []} />
      <span className="govuk-caption-l">{post.organisation}</span>
      <h1 className="govuk-heading-l">{title}</h1>
      <p className="govuk-body">A senior colleague who does the work day to day. You stay accountable for it. Their name and office are published.</p>
      {held.length > 0 && (
        <InsetText>
          {held.map((line) => <p key={line}>{line}</p>)}
          {inOffice && <p className="govuk-body">{inOffice} leaves the post on the day you enter below as the start.</p>}
        </InsetText>
      )}
      <AppointForm confirm={strength} submissionKey={submissionKey} office={post.office} dateHint="In the past or to come, for example 1 9 2026" values={result?.values} errors={result?.errors.fields} />
    </PortalFrame>
  );
}
