import { Panel } from "#app/components/govuk/panel.tsx";
import { SetUpLink } from "#app/components/people/set-up-link.tsx";

export interface AppointedProps {
  name: string;
  office: string;
  organisation: string | null;
  accountOpened: boolean;
  /** Shown once; null when there is none to hand over. */
  setUpUrl: string | null;
  replaced: string | null;
  back: { href: string; text: string };
  /** Whether whoever reads this can make another link. */
  administrator: boolean;
}

/** After an appointment: what happened, and how the person gets in. */
export function Appointed({ name, office, organisation, accountOpened, setUpUrl, replaced, back, administrator }: AppointedProps) {
  return (
    <>
      <Panel titleText="Appointed">{name}, {office}{organisation && `, ${organisation}`}</Panel>
      {replaced && <p className="govuk-body">{replaced} leaves the post as {name} starts.</p>}
      {setUpUrl && <SetUpLink name={name} url={setUpUrl} />}
      {!setUpUrl && accountOpened && (
        <p className="govuk-body">The link with which {name} sets up the account was shown once, when this form was first sent. {administrator ? "If you do not have it, make another under Accounts." : "If you do not have it, ask an administrator of this site for another."}</p>
      )}
      {!setUpUrl && !accountOpened && (
        <p className="govuk-body">{name} already has an account with this e-mail address and signs in as usual. {administrator ? "Nothing needs handing over." : "If they have never signed in, ask an administrator of this site for a new link."}</p>
      )}
      <p className="govuk-body"><a className="govuk-link" href={back.href}>{back.text}</a></p>
    </>
  );
}
