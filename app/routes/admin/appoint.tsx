import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { personFrame } from "#app/auth/frame.server.ts";
import { requireAdministrator } from "#app/auth/require-actor.server.ts";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { AppointForm } from "#app/components/people/appoint-form.tsx";
import { Appointed } from "#app/components/people/appointed.tsx";
import { roleLabels } from "#app/domain/access/vocabulary.ts";
import { findPartnership } from "#app/domain/partnerships/queries.server.ts";
import { isIdentifier } from "#app/domain/people/forms.server.ts";
import { findPostToFill } from "#app/domain/people/queries.server.ts";
import { describeTerm } from "#app/domain/people/rules.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { notFound, privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { appoint } from "../portal/people/appoint-action.server.ts";

async function findPlace(request: Request, params: LoaderFunctionArgs["params"]) {
  const signedIn = await requireAdministrator(request);
  const partnership = await findPartnership(signedIn.actor, params.slug ?? "");
  const post = partnership && isIdentifier(params.post) ? await findPostToFill(signedIn.actor, partnership.id, params.post) : null;
  if (!partnership || !post) throw notFound();
  return { signedIn, partnership, post };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { signedIn, partnership, post } = await findPlace(request, params);
  return data({
    frame: personFrame(signedIn),
    partnership,
    submissionKey: newSubmissionKey(),
    confirm: post.confirmed ? null : signedIn.me.strength,
    post: { office: post.office, organisation: post.organisation, label: roleLabels[post.role] },
    dateHint: `${showDate(post.validFrom)} or later; it may be to come. For example, 1 9 2026`,
    mayAppoint: post.way === "appoint",
    heldBefore: post.terms.map((term) => `${term.name}, ${describeTerm(term)}`),
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { signedIn, partnership, post } = await findPlace(request, params);
  const next = { href: `/admin/partnerships/${partnership.slug}`, text: "See the posts" };
  return appoint(request, { member: { ...signedIn, partnership }, post, clientAddress: context.clientAddress, next });
}

export const headers = () => ({ "Cache-Control": privateCache });

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: "Appoint the first holder", partnership: page?.partnership.name, hidden: true });

export default function AppointFirstHolder() {
  const { frame, partnership, submissionKey, confirm, post, dateHint, mayAppoint, heldBefore } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const strength = result?.kind === "again" && result.confirmed ? undefined : (confirm ?? undefined);
  const back = { href: `/admin/partnerships/${partnership.slug}`, text: `Back to ${partnership.name}` };
  if (result?.kind === "appointed") {
    return (
      <PortalFrame {...frame}>
        <Appointed {...result} organisation={post.organisation ?? partnership.name} back={back} administrator />
      </PortalFrame>
    );
  }
  return (
    <PortalFrame {...frame} before={<BackLink {...back} />}>
      <ErrorSummary errors={result?.errors.summary ?? []} />
      <span className="govuk-caption-l">{post.organisation ?? partnership.name}</span>
      <h1 className="govuk-heading-l">Appoint the first {post.label.toLowerCase()}</h1>
      {heldBefore.length === 0 && !mayAppoint && <p className="govuk-body">The partnership fills this post itself: a lead appoints their own delegate, and the leads agree on a chair and a scrutineer.</p>}
      {heldBefore.length > 0 || !mayAppoint ? (
        <>
          {heldBefore.length > 0 && <p className="govuk-body">Somebody was appointed to this post already, and an administrator appoints the first holder only:</p>}
          {heldBefore.length > 0 && <ul className="govuk-list govuk-list--bullet">{heldBefore.map((line) => <li key={line}>{line}</li>)}</ul>}
        </>
      ) : (
        <AppointForm confirm={strength} submissionKey={submissionKey} office={post.office} dateHint={dateHint} values={result?.values} errors={result?.errors.fields} />
      )}
    </PortalFrame>
  );
}
