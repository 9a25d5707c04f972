import { EmailAddress } from "#app/components/facts/email-address.tsx";
import { Table } from "#app/components/govuk/table.tsx";
import { WarningText } from "#app/components/govuk/warning-text.tsx";
import type { AgencyNotices } from "#app/domain/agencies/notices/notice-view.ts";
import { type NoticeState, replyKindLabels, replyOutcomeLabels } from "#app/domain/agencies/notices/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";

import { agenciesPath } from "../paths.ts";
import { LastLetter } from "./notices-table.tsx";

/** What was written to an agency, what came back, and what wants doing about it. */
export function AgencyLetters({ slug, agencyPath, notices: { state, letters, replies }, mayTell }: { slug: string; agencyPath: string; notices: AgencyNotices; mayTell: boolean }) {
  if (letters.length === 0 && replies.length === 0 && state !== "to-tell" && state !== "nobody-to-tell") return null;
  return (
    <>
      <h2 className="govuk-heading-m">Letters</h2>
      {state && <WhatToDo slug={slug} agencyPath={agencyPath} state={state} mayTell={mayTell} />}
      {letters.length > 0 && (
        <Table
          caption="What was written to it"
          captionHidden
          columns={[{ label: "Letter" }, { label: "Sent to" }]}
          rows={letters.map((letter) => ({ key: letter.id, cells: [<LastLetter key="letter" letter={letter} />, <EmailAddress key="to" address={letter.sentTo} />] }))}
        />
      )}
      {replies.length > 0 && (
        <Table
          caption="What it wrote back"
          captionSize="s"
          columns={[{ label: "What" }, { label: "On" }, { label: "Decision" }]}
          rows={replies.map(({ id, kind, saidOn, outcome }) => ({ key: id, cells: [<a className="govuk-link" key="reply" href={agenciesPath(slug, `notices/replies/${id}`)}>{replyKindLabels[kind]}</a>, showDate(saidOn), outcome ? replyOutcomeLabels[outcome] : "Waiting"] }))}
        />
      )}
    </>
  );
}

function WhatToDo({ slug, agencyPath, state, mayTell }: { slug: string; agencyPath: string; state: NoticeState; mayTell: boolean }) {
  const tell = (text: string) => (mayTell ? <a className="govuk-link" href={agenciesPath(slug, `notices/tell?state=${state}`)}>{text}</a> : text);
  const change = <a className="govuk-link" href={`${agencyPath}/change`}>put its address right</a>;
  if (state === "came-back") return <WarningText>The last e-mail did not arrive, as far as the portal knows. Ask its office how to write to it, {change}, then {tell("send the letter again")}.</WarningText>;
  if (state === "nobody-to-tell") return <p className="govuk-body">Nobody is told that it is named: it has no address. First {change}, then {tell("send the letter")}.</p>;
  if (state === "to-tell") return <p className="govuk-body">It is not told yet: {tell("send the letter")}.</p>;
  return null;
}
