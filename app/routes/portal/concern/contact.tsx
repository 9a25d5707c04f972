import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { RecordedContact } from "#app/components/concern/area-card.tsx";
import { ContactFields } from "#app/components/concern/contact-fields.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { OfficePage } from "#app/components/people/office-page.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { concernContactForm } from "#app/domain/concern/forms.server.ts";
import { recordContact } from "#app/domain/concern/record-contact.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { toObject, withoutSecrets } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, oneError, readForm } from "#app/http/parse-form.server.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { readRevision, requireArea } from "./require-area.server.ts";

const overtaken = "Somebody else changed this first. What is recorded now is above the form. Change yours if needed, then send it again.";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { member, found, path } = await requireArea(request, params);
  return data({ frame: partnershipFrame(member), partnership: member.partnership, found, path, submissionKey: newSubmissionKey(), removalKey: newSubmissionKey() });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { member, found, path } = await requireArea(request, params);
  const values = await readForm(request);
  const submission = readSubmission(values);
  const revision = readRevision(values);
  const parsed = concernContactForm.safeParse({ service: "", phone: "", outOfHoursPhone: "", webPage: "", ...toObject(values) });
  if (!parsed.success) return data({ values: withoutSecrets(values), errors: fieldErrors(parsed.error), stale: false }, { status: 422 });
  const outcome = await recordContact(member.actor, { partnershipId: member.partnership.id, areaCode: found.areaCode, revision, contact: parsed.data }, submission);
  if (!outcome.ok && outcome.refusal === "stale") return data({ values: withoutSecrets(values), errors: oneError(overtaken), stale: true }, { status: 409 });
  if (!outcome.ok) throw refusalResponse(outcome, { href: `${path}/${found.areaCode}`, text: "See what is recorded now" });
  return redirectWithFlash(request, path, { type: "success", text: `The numbers for ${found.area} are published as checked today` });
}

export const headers = () => ({ "Cache-Control": privateCache });

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: `How to report a concern in ${page?.found.area ?? "an area"}`, partnership: page?.partnership.name, hidden: true });

export default function Contact() {
  const { frame, partnership, found, path, submissionKey, removalKey } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <OfficePage frame={frame} back={{ href: path, text: "Back to how to report a concern" }} caption={partnership.name} title={`How to report a concern in ${found.area}`} errors={sent?.errors}>
      <p className="govuk-body">Call each number before you save: people who are worried about a child will rely on it. What you save is public at once and shown as checked today.</p>
      {sent?.stale && (
        <>
          <h2 className="govuk-heading-m">What is recorded now</h2>
          <InsetText><RecordedContact contact={found.contact} checkedOn={found.checkedOn} /></InsetText>
          <h2 className="govuk-heading-m">What you typed</h2>
        </>
      )}
      <form method="post" noValidate>
        <SubmissionKey value={submissionKey} />
        <input type="hidden" name="revision" value={found.revision} />
        <ContactFields contact={found.contact} values={sent?.values} errors={sent?.errors.fields ?? {}} />
        <Button>Publish as checked today</Button>
      </form>
      {found.contact && (
        <form method="post" action={`${path}/${found.areaCode}/remove`}>
          <h2 className="govuk-heading-m">If a number is wrong and you do not know the right one</h2>
          <p className="govuk-body">Take the numbers away. The public page then says how to find the council.</p>
          <SubmissionKey value={removalKey} />
          <input type="hidden" name="revision" value={found.revision} />
          <Button variant="secondary">Take the numbers away</Button>
        </form>
      )}
    </OfficePage>
  );
}
