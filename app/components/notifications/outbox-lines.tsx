import { type MessageStatus, messageStatusLabels } from "#app/domain/notifications/vocabulary.ts";
import { showMoment } from "#app/domain/shared/dates.ts";

export interface OutboxLinesProps {
  /** Whether messages go anywhere; otherwise they wait. */
  go: boolean;
  outbox: readonly { status: MessageStatus; messages: number; oldest: string }[];
}

/** How the outgoing messages stand, in numbers: nothing of what they say, nobody they go to. */
export function OutboxLines({ go, outbox }: OutboxLinesProps) {
  return (
    <>
      {!go && <p className="govuk-body"><strong>No mail server is set, so messages wait.</strong> They are given up after five days. Whoever runs the server sets SMTP_URL and MAIL_FROM.</p>}
      {outbox.length === 0 && <p className="govuk-body">No message waits and none came back.</p>}
      {outbox.length > 0 && (
        <ul className="govuk-list govuk-list--bullet">
          {outbox.map(({ status, messages, oldest }) => <li key={status}>{messageStatusLabels[status]}: {messages}, the oldest of {showMoment(oldest)}</li>)}
        </ul>
      )}
    </>
  );
}
