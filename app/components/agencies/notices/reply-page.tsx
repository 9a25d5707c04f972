import type { ReactNode } from "react";

import { EmailAddress } from "#app/components/facts/email-address.tsx";
import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { Table } from "#app/components/govuk/table.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import type { ReplyView } from "#app/domain/agencies/notices/notice-view.ts";
import { type ReplyKind, replyOutcomeLabels } from "#app/domain/agencies/notices/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";

interface ReplyPageProps {
  reply: ReplyView;
  /** The path of this page. */
  path: string;
  mayDecide: boolean;
  submissionKey: string;
}

const none = <span className="muted">None</span>;

/** What an agency wrote back, beside what stands in the register; and the decision. */
export function ReplyPage({ reply, path, mayDecide, submissionKey }: ReplyPageProps) {
  const { kind, saidBy, saidByPost, saidOn, proposed, outcome, decidedOn, reason } = reply;
  return (
    <>
      <p className="govuk-body">{saidBy}, {saidByPost}, wrote on {showDate(saidOn)} by the link in the agency’s letter. The portal cannot tell who they are: ask if you do not know them.</p>
      {kind === "details" && <BeforeAndAfter reply={reply} />}
      {proposed.person && <SummaryList rows={[{ key: "Who should have the account", value: proposed.person.name }, { key: "Post", value: proposed.person.office }, { key: "E-mail", value: <EmailAddress address={proposed.person.email} /> }]} />}
      {proposed.note && <InsetText>{proposed.note}</InsetText>}
      {outcome ? (
        <p className="govuk-body"><strong>{replyOutcomeLabels[outcome]}</strong>{decidedOn && ` on ${showDate(decidedOn)}`}.{reason && ` ${reason}`}</p>
      ) : mayDecide ? (
        <form method="post" action={`${path}/accept`}>
          <SubmissionKey value={submissionKey} />
          <p className="govuk-body">{kind === "details" ? correcting(reply) : consequences[kind]}</p>
          <ButtonGroup>
            <Button>{buttons[kind]}</Button>
            <Button variant="secondary" href={`${path}/set-aside`}>Set it aside</Button>
          </ButtonGroup>
        </form>
      ) : (
        <p className="govuk-body">The business manager, the chair and the delegated safeguarding partners can decide.</p>
      )}
    </>
  );
}

/** What accepting would do: only what is asked for. */
function correcting({ proposed: { legalName, contactEmail, representative }, nameIsOurs }: ReplyView): string {
  return [
    "If you accept, the agency is told.",
    legalName && nameIsOurs && "The new name is in the register and published at once.",
    contactEmail && "Letters go to the new address from then on.",
    representative && "Who speaks for it is recorded apart, on the People page.",
  ].filter(Boolean).join(" ");
}

const consequences: Record<Exclude<ReplyKind, "details">, string> = {
  closed: "If you accept, the agency is told. Nothing is withdrawn by itself: you do that next, on its page.",
  "not-us": "If you accept, whoever wrote is told that they need do nothing. You put the address right next, on the page of the agency.",
  account: "If you accept, the next page is the one that names a representative, filled in with this. The agency is told.",
};

const buttons: Record<ReplyKind, string> = { details: "Accept", closed: "Accept", "not-us": "Accept", account: "Accept, and name them" };

function BeforeAndAfter({ reply: { before, proposed, legalName, contactEmail, nameIsOurs, outcome } }: { reply: ReplyView }) {
  const now = outcome ? before : { legalName, contactEmail };
  const address = (email: string | null) => (email ? <EmailAddress address={email} /> : none);
  const rows: [key: string, before: ReactNode, after: ReactNode][] = [
    ...(proposed.legalName ? [["Legal name", now.legalName, proposed.legalName] as [string, ReactNode, ReactNode]] : []),
    ...(proposed.contactEmail ? [["E-mail for notices", address(now.contactEmail), address(proposed.contactEmail)] as [string, ReactNode, ReactNode]] : []),
    ...(proposed.representative ? [["Who speaks for it", <span className="muted" key="people">See the People page</span>, proposed.representative] as [string, ReactNode, ReactNode]] : []),
  ];
  return (
    <>
      {rows.length > 0 && <Table caption="What it asks to correct" columns={[{ label: "What" }, { label: outcome ? "Before" : "Now" }, { label: "As it should be" }]} rows={rows.map(([key, was, is]) => ({ key, cells: [key, was, is] }))} />}
      {proposed.legalName && !nameIsOurs && <p className="govuk-body">Another partnership recorded this body first and keeps its name: accepting changes the rest. Tell that partnership.</p>}
    </>
  );
}
