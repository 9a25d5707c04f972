import { Details } from "#app/components/govuk/details.tsx";
import type { Letter } from "#app/domain/notifications/letter.ts";
import { type MessageStatus, messageStatusLabels } from "#app/domain/notifications/vocabulary.ts";
import { showMoment } from "#app/domain/shared/dates.ts";

export interface OutgoingMessageProps {
  message: { to: { name: string; email: string | null }; subject: string; letter: Letter; status: MessageStatus; writtenAt: string };
}

/** One e-mail, closed: to whom and what about. Open: what it says, word for word. */
export function OutgoingMessage({ message }: OutgoingMessageProps) {
  const { to, subject, letter, status, writtenAt } = message;
  return (
    <Details summaryText={`To ${to.name}: ${subject}`}>
      <p className="govuk-body-s muted breakable">
        {to.email && `${to.email} · `}{showMoment(writtenAt)} · {messageStatusLabels[status]}
      </p>
      <p className="govuk-body">{letter.greeting}</p>
      {letter.pieces.map((piece, at) => (
        <div key={at}>
          {piece.heading && <p className="govuk-body"><strong>{piece.heading}</strong></p>}
          {piece.paragraphs.map((text) => <p key={text} className="govuk-body">{text}</p>)}
          <p className="govuk-body"><a className="govuk-link" href={piece.link.url}>{piece.link.label}</a></p>
        </div>
      ))}
      {letter.footer.map((text) => <p key={text} className="govuk-body-s muted">{text}</p>)}
      <ul className="govuk-list govuk-body-s">
        {letter.links.map((link) => <li key={link.url}><a className="govuk-link" href={link.url}>{link.label}</a></li>)}
      </ul>
    </Details>
  );
}
