import { Panel } from "#app/components/govuk/panel.tsx";
import { SetUpLink } from "#app/components/people/set-up-link.tsx";

export interface AppointedProps {
  name: string;
  office: string;
  organisation: string | null;
  /** Whether an invitation was written; otherwise the account is set up. */
  invited: boolean;
  /** Shown once, where no mail is sent; null when there is none to hand over. */
  invitationUrl: string | null;
  /** Whether messages leave by e-mail. */
  mailIsSent: boolean;
  replaced: string | null;
  back: { href: string; text: string };
  /** Whether whoever reads this can make another link. */
  administrator: boolean;
}

/** After an appointment: what happened, and how the person gets in. */
export function Appointed({ name, office, organisation, invited, invitationUrl, mailIsSent, replaced, back, administrator }: AppointedProps) {
  return (
    <>
      <Panel titleText="Appointed">{name}, {office}{organisation && `, ${organisation}`}</Panel>
      {replaced && <p className="govuk-body">{replaced} leaves the post as {name} starts.</p>}
      {invitationUrl && <SetUpLink name={name} url={invitationUrl} />}
      {!invitationUrl && <p className="govuk-body">{whatNext({ name, invited, mailIsSent, administrator })}</p>}
      <p className="govuk-body"><a className="govuk-link" href={back.href}>{back.text}</a></p>
    </>
  );
}

function whatNext({ name, invited, mailIsSent, administrator }: Pick<AppointedProps, "name" | "invited" | "mailIsSent" | "administrator">): string {
  if (!invited) return `${name} already has an account with this e-mail address and signs in as usual.`;
  if (mailIsSent) return `${name} gets an e-mail with an invitation to set up their account. It works once, for 72 hours. You can send a new one from the accounts of the partnership.`;
  const again = administrator ? "Make a new one from the accounts of the partnership." : "Ask an administrator of this site for a new one.";
  return `This site is not set up to send e-mail, and a link is shown once at most. If ${name} has none, they cannot sign in yet. ${again}`;
}
