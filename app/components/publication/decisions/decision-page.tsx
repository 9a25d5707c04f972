import { FactsStrip } from "#app/components/facts/facts-strip.tsx";
import { PublicFrame } from "#app/components/frame/public-frame.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { Table } from "#app/components/govuk/table.tsx";
import { Path } from "#app/components/publication/path.tsx";
import { matterLabel, replacementLabels } from "#app/domain/decisions/vocabulary.ts";
import { pathTo } from "#app/domain/publication/addresses.ts";
import type { PublishedDecision } from "#app/domain/publication/decisions.ts";
import { licence } from "#app/domain/publication/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { showMoney } from "#app/domain/shared/money.ts";

import { whoDecided } from "./who-decided.ts";

/** One public decision: what was decided, by whom under which delegation, and whether it still stands. */
export function PublicDecision({ partnership, decision }: { partnership: { slug: string; name: string }; decision: PublishedDecision }) {
  const { slug, name } = partnership;
  const { number, sentence, matter, amountPence, options, dissent, leadsTo, decidedOn, replaces, replacedBy } = decision;
  const linked = (other: number) => <a className="govuk-link" href={pathTo.decision(slug, other)}>decision {other}</a>;
  return (
    <PublicFrame partnership={partnership} current="decisions">
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <span className="govuk-caption-l">Decision {number} of {name}</span>
          <h1 className="govuk-heading-l">{sentence}</h1>
          {replacedBy && <InsetText>{replacementLabels[replacedBy.kind].done} {replacedBy.number === null ? "a decision that is not public" : linked(replacedBy.number)}.{replacedBy.reason && ` Why: ${replacedBy.reason}`}</InsetText>}
          <SummaryList
            rows={[
              { key: "Decided on", value: showDate(decidedOn) },
              { key: "Who decided", value: whoDecided(decision) },
              { key: "About", value: matterLabel(matter) },
              ...(amountPence === null ? [] : [{ key: "Commits", value: showMoney(amountPence) }]),
              { key: "Options considered", value: <span className="lines">{options}</span> },
              { key: "Who saw it otherwise", value: dissent ? <span className="lines">{dissent}</span> : "Nobody is recorded" },
              { key: "What it leads to", value: leadsTo ? <span className="lines">{leadsTo}</span> : "Nothing is recorded" },
              ...(replaces ? [{ key: replacementLabels[replaces.kind].does, value: <>{linked(replaces.number)}. Why: {replaces.reason}</> }] : []),
            ]}
          />
          <Takers decision={decision} />
        </div>
      </div>
      <FactsStrip
        facts={[
          { term: "Status", description: replacedBy ? replacementLabels[replacedBy.kind].done.replace(" by", "") : "Stands" },
          { term: "Owner", description: `The safeguarding partners of ${name}` },
          { term: "All decisions", description: <a className="govuk-link" href={pathTo.decisions(slug)}>The register of decisions</a> },
          { term: "Permanent link", description: <a className="govuk-link" href={pathTo.decision(slug, number)}><Path path={pathTo.decision(slug, number)} /></a> },
          { term: "Licence", description: <a className="govuk-link" href={licence.url} rel="license">{licence.name}</a> },
        ]}
      />
    </PublicFrame>
  );
}

function Takers({ decision: { takenBy, takers } }: { decision: PublishedDecision }) {
  if (takenBy === "leads") {
    return (
      <>
        <h2 className="govuk-heading-m">The leads who agreed</h2>
        <Table caption="The leads who agreed" captionHidden columns={[{ label: "Partner" }, { label: "Agreed on" }]} rows={takers.map(({ body, office, agreedOn }) => ({ key: body, cells: [<>{body}{office && <span className="muted"><br />{office}</span>}</>, agreedOn ? showDate(agreedOn) : ""] }))} />
      </>
    );
  }
  return (
    <>
      <h2 className="govuk-heading-m">Under which delegation</h2>
      <Table caption="Under which delegation" captionHidden columns={[{ label: "Delegated partner" }, { label: "Delegation" }]} rows={takers.map(({ body, office, delegation }) => ({ key: body, cells: [[office, body].filter(Boolean).join(", "), delegation ? <>From {showDate(delegation.since)}<br /><span className="muted">{delegation.scope}</span></> : ""] }))} />
    </>
  );
}
