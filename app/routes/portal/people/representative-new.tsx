import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { type MemberOf, requireMember } from "#app/auth/require-actor.server.ts";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { Appointed } from "#app/components/people/appointed.tsx";
import { OfficePage } from "#app/components/people/office-page.tsx";
import { RepresentativeForm } from "#app/components/people/representative-form.tsx";
import { findReply } from "#app/domain/agencies/notices/queries.server.ts";
import { mailIsSent } from "#app/domain/notifications/mail-is-sent.server.ts";
import { addRepresentative } from "#app/domain/people/add-representative.server.ts";
import { representativeForm } from "#app/domain/people/office-forms.server.ts";
import { type Refusal, refusals } from "#app/domain/shared/refusals.ts";
import { env } from "#app/env.server.ts";
import { dateParts, type FormValues, toObject, withoutSecrets } from "#app/http/form-values.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, oneError, readForm } from "#app/http/parse-form.server.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { actConfirmed, askWho } from "./confirmed-act.server.ts";

const title = "Name a representative";

/** Refusals that the form itself can put right, and the field where. */
const fieldOf: Partial<Record<Refusal, string>> = { "appointment-clash": "startsOn", "impossible-dates": "startsOn", "other-name": "name", "scrutineer-independent": "name" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params.partnership, "appoint-representative");
  const { flash, headers: once } = readFlash(request);
  return data({ frame: partnershipFrame(member), partnership: member.partnership, flash, asked: await readAsked(request, member), submissionKey: newSubmissionKey(), confirm: await askWho(member) }, { headers: once });
}

/** What an agency asked for by its link, to begin from. */
async function readAsked(request: Request, { actor, partnership }: MemberOf): Promise<FormValues | undefined> {
  const reply = await findReply(actor, partnership.id, new URL(request.url).searchParams.get("reply") ?? "");
  const person = reply?.proposed.person;
  return person && { represents: ["agency"], body: [reply.legalName], name: [person.name], email: [person.email], office: [person.office] };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const member = await requireMember(request, params.partnership, "appoint-representative");
  const { slug, id: partnershipId } = member.partnership;
  const values = await readForm(request);
  const submission = readSubmission(values);
  const again = { kind: "again" as const, values: withoutSecrets(values) };
  const parsed = representativeForm.safeParse({ ...toObject(values), represents: values["represents"]?.[0], startsOn: dateParts(values, "startsOn") });
  if (!parsed.success) return data({ ...again, errors: fieldErrors(parsed.error), confirm: await askWho(member) }, { status: 422 });
  const acting = await actConfirmed(member, values, context.clientAddress);
  if (!acting.ok) return data({ ...again, errors: acting.errors, confirm: await askWho(member) }, { status: acting.status });
  const { represents, ...typed } = parsed.data;
  const isAgency = represents === "agency";
  const outcome = await addRepresentative(acting.actor, { ...typed, partnershipId, acting: false, role: isAgency ? "agency-contact" : "education-representative", level: isAgency ? null : represents }, submission);
  if (outcome.ok) {
    const { name, invited, replaced, invitationPath } = outcome.value;
    return data({ kind: "appointed" as const, name, office: typed.office, organisation: typed.body, invited, replaced, mailIsSent: mailIsSent(), invitationUrl: invitationPath && new URL(invitationPath, env().ORIGIN).href }, { headers: acting.headers });
  }
  const field = fieldOf[outcome.refusal];
  if (!field) throw refusalResponse(outcome, { href: `/portal/${slug}/people`, text: "See who holds which office" }, acting.headers);
  const { status, title: what, text: message } = refusals[outcome.refusal];
  return data({ ...again, errors: oneError(`${what}. ${outcome.detail ?? message}`, field), confirm: null }, { status, headers: acting.headers });
}

export const headers = () => ({ "Cache-Control": privateCache });

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export default function NewRepresentative() {
  const { frame, partnership, flash, asked, submissionKey, confirm } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const back = { href: `/portal/${partnership.slug}/people`, text: "Back to People" };
  if (sent?.kind === "appointed") {
    return (
      <PortalFrame {...frame} current="people">
        <Appointed {...sent} back={back} administrator={false} />
      </PortalFrame>
    );
  }
  return (
    <OfficePage frame={frame} back={back} caption={partnership.name} title={title} errors={sent?.errors} flash={sent ? null : flash}>
      <p className="govuk-body">Somebody who speaks for a relevant agency, or for schools, colleges and early years settings together.</p>
      <RepresentativeForm submissionKey={submissionKey} confirm={sent ? sent.confirm : confirm} values={sent?.values ?? asked} errors={sent?.errors.fields ?? {}} />
    </OfficePage>
  );
}
