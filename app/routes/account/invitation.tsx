import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { newPasswordForm } from "#app/auth/forms.server.ts";
import { acceptInvitation, findInvitation, type Invitation } from "#app/auth/invitation.server.ts";
import { privateHeaders } from "#app/auth/page-headers.server.ts";
import { comeBack, goOn } from "#app/auth/replies.server.ts";
import { findPerson } from "#app/auth/require-actor.server.ts";
import { continueSignIn } from "#app/auth/sign-in.server.ts";
import { AccountForm } from "#app/components/account/account-form.tsx";
import { InvitationSummary } from "#app/components/account/invitation-summary.tsx";
import { NewPasswordFields } from "#app/components/account/new-password-fields.tsx";
import { PublicFrame } from "#app/components/frame/public-frame.tsx";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, readForm, toObject } from "#app/http/parse-form.server.ts";

import { invitationIsForAnother, invitationNotGood } from "./invitation-not-good.server.ts";

export const headers = privateHeaders;
export const meta = () => pageMeta({ title: "Set up your account", hidden: true });

/** The invitation, when it holds and is not for somebody other than who is signed in. Uses nothing up, however often it is opened. */
async function findOpen(request: Request, token: string | undefined): Promise<Invitation & { token: string }> {
  const invitation = await findInvitation(token);
  if (!token || invitation?.state !== "open") throw invitationNotGood(invitation);
  const signedIn = await findPerson(request);
  if (signedIn && signedIn.me.personId !== invitation.personId) throw invitationIsForAnother(invitation, signedIn.me.name);
  return { ...invitation, token };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { name, email, partnership, role, office, organisation, invitedBy, expiresAt } = await findOpen(request, params.token);
  return { name, email, partnership, role, office, organisation, invitedBy, expiresAt };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const invitation = await findOpen(request, params.token);
  const values = await readForm(request);
  const input = newPasswordForm(invitation).safeParse(toObject(values));
  if (!input.success) return comeBack(values, fieldErrors(input.error));
  const accepted = await acceptInvitation(invitation.token, input.data.newPassword);
  if (!accepted) throw invitationNotGood(await findInvitation(invitation.token));
  return goOn(request, await continueSignIn(request, accepted.personId));
}

export default function AcceptInvitation() {
  const invitation = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <PublicFrame>
      <AccountForm title="Set up your account" errors={sent?.errors.summary} lead={<InvitationSummary {...invitation} />} button="Set password and continue">
        <NewPasswordFields errors={sent?.errors.fields} />
      </AccountForm>
    </PublicFrame>
  );
}
