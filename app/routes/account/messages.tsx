import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { personFrame } from "#app/auth/frame.server.ts";
import { privateHeaders } from "#app/auth/page-headers.server.ts";
import { requirePerson } from "#app/auth/require-actor.server.ts";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { NotificationBanner } from "#app/components/govuk/notification-banner.tsx";
import { AlwaysTold, MessageChoices } from "#app/components/notifications/message-choices.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { chooseMessages } from "#app/domain/notifications/choose-messages.server.ts";
import { messageChoicesForm } from "#app/domain/notifications/forms.server.ts";
import { readMessageChoices } from "#app/domain/notifications/queries.server.ts";
import { fieldOf, openTopics } from "#app/domain/notifications/vocabulary.ts";
import { readFlash, redirectWithFlash } from "#app/http/flash.server.ts";
import { typedOr } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, readForm, toObject, withoutSecrets } from "#app/http/parse-form.server.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

export const headers = privateHeaders;

export async function loader({ request }: LoaderFunctionArgs) {
  const signedIn = await requirePerson(request);
  const { flash, headers: sent } = readFlash(request);
  const { deliveries, hour } = await readMessageChoices(signedIn.actor);
  const stored: Record<string, string> = { hour: String(hour), ...Object.fromEntries(openTopics.map((topic) => [fieldOf(topic), deliveries[topic]])) };
  return data({ frame: personFrame(signedIn), flash, stored, submissionKey: newSubmissionKey() }, { headers: sent });
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor } = await requirePerson(request);
  const values = await readForm(request);
  const input = messageChoicesForm.safeParse(toObject(values));
  if (!input.success) return data({ values: withoutSecrets(values), errors: fieldErrors(input.error) }, { status: 422 });
  const outcome = await chooseMessages(actor, input.data, readSubmission(values));
  if (!outcome.ok) return refusalResponse(outcome, { href: "/account/messages", text: "See what is chosen now" });
  return redirectWithFlash(request, "/account/messages", { type: "success", text: "Your choices are saved." });
}

export const meta: MetaFunction<typeof loader> = () => pageMeta({ title: "Messages to you", hidden: true });

export default function Messages() {
  const { frame, flash, stored, submissionKey } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors = sent && "errors" in sent ? sent.errors : undefined;
  const values = sent && "values" in sent ? sent.values : undefined;
  return (
    <PortalFrame {...frame} before={<BackLink href="/account" text="Your account" />}>
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          {flash && !errors && <NotificationBanner type={flash.type} text={flash.text} />}
          <ErrorSummary errors={errors?.summary ?? []} />
          <h1 className="govuk-heading-l">Messages to you</h1>
          <p className="govuk-body">The portal writes to you by e-mail. Choose what you want to be told at once, once a day, or not at all.</p>
          <form method="post" noValidate>
            <SubmissionKey value={submissionKey} />
            <MessageChoices chosen={(field) => typedOr(values, field, stored[field] ?? "")} errors={errors?.fields} />
            <Button>Save</Button>
          </form>
          <h2 className="govuk-heading-m">Always sent at once</h2>
          <p className="govuk-body">These cannot be stopped while you hold an office: others wait for you, or your account is concerned.</p>
          <AlwaysTold />
        </div>
      </div>
    </PortalFrame>
  );
}
