import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { AppointForm } from "#app/components/people/appoint-form.tsx";
import { Appointed } from "#app/components/people/appointed.tsx";
import { OpenBusiness } from "#app/components/people/open-business.tsx";
import { type PartnershipRole, roleLabels } from "#app/domain/access/vocabulary.ts";
import { isIdentifier } from "#app/domain/people/forms.server.ts";
import { findPostToFill } from "#app/domain/people/queries.server.ts";
import { describeTerm } from "#app/domain/people/rules.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { notFound, privateCache, refused } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { appoint } from "./appoint-action.server.ts";

const titles: Partial<Record<PartnershipRole, string>> = { dsp: "Appoint your delegated safeguarding partner", "business-manager": "Appoint the next business manager" };
const titleOf = (role: PartnershipRole) => titles[role] ?? `Appoint the next ${roleLabels[role].toLowerCase()}`;

async function findPlace(request: Request, params: LoaderFunctionArgs["params"]) {
  const member = await requireMember(request, params.partnership, "read-people");
  const partnershipId = member.partnership.id;
  const post = isIdentifier(params.post) ? await findPostToFill(member.actor, partnershipId, params.post) : null;
  if (!post) throw notFound();
  if (post.way !== "appoint") throw refused(403);
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
    post: { role: post.role, office: post.office, organisation: post.organisation },
    open: post.open,
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

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: titleOf(page?.post.role ?? "dsp"), partnership: page?.partnership.name, hidden: true });

export default function Appoint() {
  const { frame, partnership, submissionKey, confirm, post, open, held, inOffice } = useLoaderData<typeof loader>();
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
      <span className="govuk-caption-l">{post.organisation ?? partnership.name}</span>
      <h1 className="govuk-heading-l">{titleOf(post.role)}</h1>
      {post.role === "dsp" && <p className="govuk-body">A senior colleague who does the work day to day. You stay accountable for it. Their name and office are published.</p>}
      {held.filter((line) => !inOffice || !line.startsWith(inOffice)).map((line) => <p key={line} className="govuk-body">{line}</p>)}
      <OpenBusiness open={open} from={inOffice} />
      <AppointForm confirm={strength} delegates={post.role === "dsp"} submissionKey={submissionKey} office={post.office} dateHint="In the past or to come, for example 1 9 2026" values={result?.values} errors={result?.errors.fields} />
    </PortalFrame>
  );
}
