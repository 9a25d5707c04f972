import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { isDemonstration } from "#app/auth/demo.server.ts";
import { privateHeaders } from "#app/auth/page-headers.server.ts";
import { PublicFrame } from "#app/components/frame/public-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { OutgoingMessage } from "#app/components/notifications/outgoing-message.tsx";
import { listDemoNotices } from "#app/domain/agencies/notices/demo-notices.server.ts";
import { listDemoMessages } from "#app/domain/notifications/demo-messages.server.ts";
import { mailIsSent } from "#app/domain/notifications/mail-is-sent.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { notFound } from "#app/http/responses.ts";

const most = 50;

export const headers = privateHeaders;
export const meta = () => pageMeta({ title: "Outgoing messages", hidden: true });

export async function loader({ request }: LoaderFunctionArgs) {
  if (!(await isDemonstration())) throw notFound();
  const { origin } = new URL(request.url);
  const messages = [...(await listDemoMessages(origin)), ...(await listDemoNotices(origin))].sort((a, b) => b.writtenAt.localeCompare(a.writtenAt));
  return { messages: messages.slice(0, most), sent: mailIsSent() };
}

export default function DemoMessages() {
  const { messages, sent } = useLoaderData<typeof loader>();
  return (
    <PublicFrame before={<BackLink href="/demo" text="Ready sign-ins" />}>
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <h1 className="govuk-heading-l">Outgoing messages</h1>
          <p className="govuk-body-l">
            {sent ? "The portal writes to people by e-mail. The newest messages are here too." : "The portal writes to people by e-mail. Nobody here has a mailbox, so this demonstration shows the messages instead of sending them."}
          </p>
          {messages.length === 0 ? (
            <p className="govuk-body">Nothing has been written yet. Sign in as a business manager and freeze a version: the leads who must sign get a message.</p>
          ) : (
            <p className="govuk-body">{messages.length === most ? "The newest 50" : messages.length === 1 ? "One message" : `${String(messages.length)} messages`}, newest first. Open one to read it.</p>
          )}
          {messages.map((message) => <OutgoingMessage key={message.id} message={message} />)}
        </div>
      </div>
    </PublicFrame>
  );
}
