import { Button } from "#app/components/govuk/button.tsx";
import { Checkboxes } from "#app/components/govuk/checkboxes.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { Panel } from "#app/components/govuk/panel.tsx";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import type { NoticeLink } from "#app/domain/agencies/notices/notice-link.ts";
import { pathTo } from "#app/domain/publication/addresses.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { type FormValues, list, rawText } from "#app/http/form-values.ts";

import { replyPaths, WrittenBack } from "./written-back.tsx";

interface AcknowledgePageProps {
  link: NoticeLink;
  /** The path of this page, with its token. */
  path: string;
  values?: FormValues;
  errors: Record<string, string>;
}

/** What being named means to the agency that was written to, and the button with which it acknowledges. */
export function AcknowledgePage({ link, path, values, errors }: AcknowledgePageProps) {
  const { legalName, nameInLetter, partnership, namedOn, acknowledged, mayReply } = link;
  return (
    <>
      {acknowledged ? (
        <Acknowledged {...link} acknowledged={acknowledged} />
      ) : (
        <>
          <span className="govuk-caption-l">{partnership.name}</span>
          <h1 className="govuk-heading-l">{legalName} is named as a relevant agency</h1>
          <p className="govuk-body-l">{namedOn && <>It was named on {showDate(namedOn)}. </>}Please read what that means and acknowledge it. It takes two minutes, and you need no account.</p>
        </>
      )}
      {nameInLetter !== legalName && <InsetText>The letter said “{nameInLetter}”. The partnership has put the name right since: it is {legalName}.</InsetText>}
      <WrittenBack replies={link.replies} />
      <WhatItMeans {...link} />
      {!acknowledged && <AcknowledgeForm link={link} values={values} errors={errors} />}
      {mayReply && <SomethingElse path={path} />}
    </>
  );
}

function Acknowledged({ legalName, partnership, acknowledged: { on, post, reference, byThisLink } }: NoticeLink & { acknowledged: NonNullable<NoticeLink["acknowledged"]> }) {
  return (
    <>
      <Panel titleText="Acknowledged">{reference ? <>Your reference<br /><strong>{reference}</strong></> : showDate(on)}</Panel>
      <p className="govuk-body-l">{legalName} acknowledged on {showDate(on)}{post && `, by its ${post},`} that {partnership.name} names it as a relevant agency.</p>
      <p className="govuk-body">{byThisLink ? "Keep the reference or print this page." : "That was not by this link, and need not be done again."} An agency acknowledges once: opening the link again records nothing.</p>
    </>
  );
}

function WhatItMeans({ legalName, category, inclusion, reason, howWeWork, partnership, hasArrangements }: NoticeLink) {
  return (
    <>
      <SummaryList
        rows={[
          { key: "Who is named", value: legalName },
          { key: "Named by", value: partnership.name },
          { key: "As", value: `${category}${inclusion === "voluntary" ? ", by agreement" : ""}` },
          ...(reason ? [{ key: "Why", value: reason }] : []),
          ...(howWeWork ? [{ key: "How you work together", value: howWeWork }] : []),
        ]}
      />
      <h2 className="govuk-heading-m">What being named means</h2>
      <p className="govuk-body">The council, the integrated care board and the police here share a duty to keep children safe. They publish arrangements that say how they and others work together, and name the bodies whose help they need.</p>
      {inclusion === "statutory" ? (
        <p className="govuk-body"><strong>You must act in accordance with the published arrangements</strong> (Children Act 2004, section 16G). Your own duties to keep children safe stay as they are.</p>
      ) : (
        <p className="govuk-body"><strong>You take part by agreement.</strong> You agreed to work in accordance with the published arrangements; the duty in section 16G of the Children Act 2004 does not bind you.</p>
      )}
      <p className="govuk-body">Your organisation’s name, and why it was chosen, are public. No person’s name and no e-mail address is.</p>
      <ul className="govuk-list">
        <li>{hasArrangements ? <a className="govuk-link" href={pathTo.document({ slug: partnership.slug, kind: "arrangements" })}>Read the published arrangements</a> : "The arrangements are not published here yet. Ask the partnership for them."}</li>
        <li><a className="govuk-link" href={pathTo.agencies(partnership.slug)}>See every agency that is named, and why</a></li>
      </ul>
    </>
  );
}

function AcknowledgeForm({ link: { legalName, sentTo, expiresOn }, values, errors }: { link: NoticeLink; values?: FormValues; errors: Record<string, string> }) {
  return (
    <form method="post" noValidate>
      <h2 className="govuk-heading-m">Acknowledge</h2>
      <p className="govuk-body">The letter went to <span className="breakable">{sentTo}</span>. If somebody passed it on to you, answer only if you may speak for {legalName}. The link works once, until {showDate(expiresOn)}.</p>
      <Input name="name" label="Your name" labelSize="s" hint="Kept by the partnership and never published" autoComplete="name" defaultValue={rawText(values, "name")} error={errors["name"]} spellCheck={false} />
      <Input name="post" label="Your post" labelSize="s" hint="Like Headteacher, School business manager or Trustee" autoComplete="organization-title" defaultValue={rawText(values, "post")} error={errors["post"]} />
      <Checkboxes name="understood" items={[{ value: "yes", text: `I have read what being named means, and may acknowledge it for ${legalName}` }]} defaultValues={list(values, "understood")} error={errors["understood"]} />
      <Button>Acknowledge</Button>
    </form>
  );
}

function SomethingElse({ path }: { path: string }) {
  return (
    <>
      <h2 className="govuk-heading-m">Something else</h2>
      <ul className="govuk-list">
        <li><a className="govuk-link" href={`${path}/${replyPaths.details}`}>Correct your details</a>: your name, who speaks for you, where we write to you</li>
        <li><a className="govuk-link" href={`${path}/${replyPaths.closed}`}>Say that you closed or merged, or that this is not you</a></li>
        <li><a className="govuk-link" href={`${path}/${replyPaths.account}`}>Ask for an account</a>, for somebody who should do more here than acknowledge</li>
      </ul>
    </>
  );
}
