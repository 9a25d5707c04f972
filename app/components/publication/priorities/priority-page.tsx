import { FactsStrip } from "#app/components/facts/facts-strip.tsx";
import { PublicFrame } from "#app/components/frame/public-frame.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { NotificationBanner } from "#app/components/govuk/notification-banner.tsx";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { MeasureSection } from "#app/components/priorities/measure-section.tsx";
import { PriorityStateTag } from "#app/components/priorities/priority-state-tag.tsx";
import { Path } from "#app/components/publication/path.tsx";
import { priorityStateLabels } from "#app/domain/priorities/vocabulary.ts";
import { pathTo } from "#app/domain/publication/addresses.ts";
import type { PriorityOutline, PriorityUpdate, PublishedPriority } from "#app/domain/publication/priorities.ts";
import { licence } from "#app/domain/publication/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { withFullStop } from "#app/domain/shared/sentences.ts";

import { PublicStory } from "./public-story.tsx";

export interface PublicPriorityProps {
  shown: PublishedPriority;
  /** Every update of it, the last first. */
  updates: readonly PriorityUpdate[];
  /** Pictures by the number of the measure. */
  charts: Readonly<Record<string, string | null>>;
  origin: string;
}

/** One priority: what is to be different, how it honestly stands, its measures, and what was said when. */
export function PublicPriority({ shown, updates, charts }: PublicPriorityProps) {
  const { facts: { partnership }, outline } = shown;
  return (
    <PublicFrame partnership={partnership} current="priorities">
      {outline ? <Words shown={shown} outline={outline} charts={charts} /> : <TakenDown shown={shown} />}
      <Facts shown={shown} updates={updates} />
    </PublicFrame>
  );
}

function Words({ shown, outline, charts }: Pick<PublicPriorityProps, "shown" | "charts"> & { outline: PriorityOutline }) {
  const { title, outcome, honestState, state, dueOn, originalDueOn, measures, story } = outline;
  const { facts } = shown;
  return (
    <>
      <Banner shown={shown} />
      <span className="govuk-caption-l">Priority {facts.priority} of {facts.partnership.name}</span>
      <h1 className="govuk-heading-l">{title}</h1>
      <p className="govuk-body"><PriorityStateTag state={honestState} /> Due by {showDate(dueOn)}{dueOn !== originalDueOn && `, at first ${showDate(originalDueOn)}`}</p>
      {honestState === "no-evidence" && <InsetText>No measure of it has a baseline, a later figure and the source of both, so nothing shows yet that it makes a difference. The partners themselves say: {priorityStateLabels[state].toLowerCase()}.</InsetText>}
      <h2 className="govuk-heading-m">What is to be different for children</h2>
      <p className="govuk-body lines">{outcome}</p>
      <About outline={outline} />
      <h2 className="govuk-heading-m" id="measures">How it is seen whether it works</h2>
      {measures.length === 0 && <p className="govuk-body">The partnership has published no measure of it.</p>}
      {measures.map((measure) => <MeasureSection key={measure.id} measure={measure} chart={charts[measure.number] ?? null} />)}
      <h2 className="govuk-heading-m" id="story">What happened</h2>
      <PublicStory story={story} agreedOn={outline.agreedOn} agreedWhere={outline.agreedWhere} />
    </>
  );
}

function About({ outline: { why, lead, agencies, withheldAgencies, periodFrom, periodTo } }: { outline: PriorityOutline }) {
  const unnamed = withheldAgencies === 0 ? null : withheldAgencies === 1 ? "one whose name is withheld for safety" : `${String(withheldAgencies)} whose names are withheld for safety`;
  const involved = new Intl.ListFormat("en-GB").format([...agencies.map(({ name }) => name), ...(unnamed ? [unnamed] : [])]);
  return (
    <SummaryList
      rows={[
        { key: "Why it was chosen", value: <span className="lines">{why}</span> },
        { key: "Led by", value: `The delegated safeguarding partner of ${lead}` },
        ...(involved ? [{ key: "Agencies involved", value: withFullStop(involved) }] : []),
        { key: "Period", value: `${showDate(periodFrom)} to ${showDate(periodTo)}` },
      ]}
    />
  );
}

function Banner({ shown: { facts: { partnership, priority }, state, notices } }: { shown: PublishedPriority }) {
  if (state === "published") return null;
  const notice = notices.find((each) => each.state === state);
  const link = <a className="govuk-notification-banner__link" href={pathTo.priority(partnership.slug, priority)}>Read the last update</a>;
  if (state === "superseded") return <NotificationBanner titleText="Older update" text={`A newer update was published on ${showDate(notice?.at ?? "")}.`}><p className="govuk-body">{link}</p></NotificationBanner>;
  return (
    <NotificationBanner titleText="Withdrawn" text={`This was withdrawn on ${showDate(notice?.at ?? "")}. It no longer applies.`}>
      {notice?.reason && <p className="govuk-body">Reason: {notice.reason}</p>}
    </NotificationBanner>
  );
}

function TakenDown({ shown: { facts, notices } }: { shown: PublishedPriority }) {
  const notice = notices.find((each) => each.state === "taken-down");
  return (
    <>
      <h1 className="govuk-heading-l">This priority has been taken down</h1>
      <p className="govuk-body-l">What {facts.partnership.name} had published of its priority {facts.priority} was taken down for safety{notice && ` on ${showDate(notice.at)}`}.</p>
      {notice?.reason && <p className="govuk-body"><strong>Reason:</strong> {notice.reason}</p>}
    </>
  );
}

const stateWords = { published: "Published", superseded: "An older update", withdrawn: "Withdrawn", "taken-down": "Taken down for safety" };

function Facts({ shown: { facts: { partnership: { slug, name }, priority, update, outlineSha256 }, publishedAt, state }, updates }: Pick<PublicPriorityProps, "shown" | "updates">) {
  const path = pathTo.priority(slug, priority, update);
  return (
    <FactsStrip
      facts={[
        { term: "Status", description: `${stateWords[state]}, update ${String(update)}` },
        { term: "First published", description: showDate(updates.at(-1)?.publishedAt ?? publishedAt) },
        { term: "This update", description: showDate(publishedAt) },
        { term: "Owner", description: `The lead safeguarding partners of ${name}` },
        updates.length > 1 && { term: "All updates", description: <ul className="govuk-list govuk-!-margin-bottom-0">{updates.map(({ publicationId, publishedAt: at, facts }) => <li key={publicationId}><a className="govuk-link" href={pathTo.priority(slug, priority, facts.update)}>{`Update ${String(facts.update)}, ${showDate(at)}`}</a></li>)}</ul> },
        { term: "Subscribe", description: <a className="govuk-link" href={`${pathTo.updates(slug)}#subscribe`}>Be told of updates</a> },
        state !== "taken-down" && { term: "The same as data", description: <><a className="govuk-link" href={`${pathTo.priority(slug, priority)}.json`}>JSON</a>, or <a className="govuk-link" href={`${pathTo.priorities(slug)}.csv`}>all priorities as CSV</a></> },
        state === "taken-down" && { term: "Fingerprint", description: <span className="hash">{(outlineSha256.match(/.{1,4}/g) ?? []).join(" ")}</span> },
        { term: "Permanent link", description: <a className="govuk-link" href={path}><Path path={path} /></a> },
        { term: "Licence", description: <a className="govuk-link" href={licence.url} rel="license">{licence.name}</a> },
      ]}
    />
  );
}
