import { data, type LoaderFunctionArgs, type SerializeFrom } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { EarlierDocuments } from "#app/components/archive/earlier-documents.tsx";
import { NeedsList } from "#app/components/facts/needs-list.tsx";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { NotificationBanner } from "#app/components/govuk/notification-banner.tsx";
import { SuccessionNotices } from "#app/components/people/partners/succession-notices.tsx";
import { ActivityList } from "#app/components/versions/activity-list.tsx";
import { DocumentClock } from "#app/components/versions/document-clock.tsx";
import { can } from "#app/domain/access/rules.ts";
import { listRepresentativeTasks } from "#app/domain/home/assessment-facts.server.ts";
import { getHomeFacts } from "#app/domain/home/queries.server.ts";
import { nextStep, type Task, tasksFor, tasksShown } from "#app/domain/home/rules.ts";
import { listRecentActivity } from "#app/domain/ledger/activity.server.ts";
import { waitsForReader } from "#app/domain/people/partners/succession.ts";
import { findArchive } from "#app/domain/publication/archive.server.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta = () => pageMeta({ title: "What needs you", hidden: true });

const recent = { days: 28, limit: 6 };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params.partnership, "read-tasks");
  const { actor, me, partnership } = member;
  if (!can(me, "read-drafts", { partnershipId: partnership.id })) return showOwnTasks(request, member);
  const facts = await getHomeFacts(actor, partnership.id);
  const tasks = tasksFor(facts);
  const { flash, headers: once } = readFlash(request);
  return data(
    {
      kind: "office" as const,
      frame: partnershipFrame(member),
      partnership,
      facts,
      ...firstOf(request, tasks),
      next: nextStep(facts),
      earlier: (await findArchive(partnership.slug)).entries.length,
      successions: facts.successions.filter((notice) => !waitsForReader(notice)),
      changes: await listRecentActivity(actor, partnership.id, recent),
      flash,
    },
    { headers: once },
  );
}

/** The first few tasks and how many wait besides; all of them where that is asked for. */
function firstOf(request: Request, tasks: Task[]) {
  const all = new URL(request.url).searchParams.has("all");
  return { tasks: all ? tasks : tasks.slice(0, tasksShown), waiting: all ? 0 : Math.max(0, tasks.length - tasksShown) };
}

/** For somebody who only speaks for an agency: what is asked of it. */
async function showOwnTasks(request: Request, member: Awaited<ReturnType<typeof requireMember>>) {
  const { flash, headers: once } = readFlash(request);
  const tasks = await listRepresentativeTasks(member.actor, member.partnership.id);
  return data({ kind: "representative" as const, frame: partnershipFrame(member), partnership: member.partnership, ...firstOf(request, tasks), flash }, { headers: once });
}

export default function Home() {
  const page = useLoaderData<typeof loader>();
  return page.kind === "representative" ? <RepresentativeHome {...page} /> : <OfficeHome {...page} />;
}

type Page = SerializeFrom<typeof loader>;

function RepresentativeHome({ frame, partnership, tasks, waiting, flash }: Extract<Page, { kind: "representative" }>) {
  const home = `/portal/${partnership.slug}`;
  return (
    <PortalFrame {...frame} current="home">
      {flash && <NotificationBanner type="success" text={flash.text} />}
      <h1 className="govuk-heading-l">What needs you</h1>
      {tasks.length === 0 ? (
        <p className="govuk-body-l">Nothing needs you. What the partnership asks of your agency will be here, and you are told by e-mail.</p>
      ) : (
        <Tasks home={home} tasks={tasks} waiting={waiting} />
      )}
    </PortalFrame>
  );
}

function Tasks({ home, tasks, waiting }: { home: string; tasks: Page["tasks"]; waiting: number }) {
  return (
    <>
      <NeedsList needs={tasks.map(({ text, path, about, due }) => ({ text, about, due, href: `${home}${path}` }))} />
      {waiting > 0 && <p className="govuk-body">And {waiting} more that can wait. <a className="govuk-link" href={`${home}?all=1`}>See all</a></p>}
    </>
  );
}

function OfficeHome({ frame, partnership, facts, tasks, waiting, next, earlier, successions, changes, flash }: Extract<Page, { kind: "office" }>) {
  const home = `/portal/${partnership.slug}`;
  return (
    <PortalFrame {...frame} current="home">
      {flash && <NotificationBanner type="success" text={flash.text} />}
      <h1 className="govuk-heading-l">What needs you</h1>
      <SuccessionNotices slug={partnership.slug} notices={successions} />
      {tasks.length === 0 ? (
        <p className="govuk-body-l">Nothing needs you. Next: {next}</p>
      ) : (
        <Tasks home={home} tasks={tasks} waiting={waiting} />
      )}
      <div className="columns">
        <section aria-labelledby="changed">
          <h2 className="govuk-heading-m" id="changed">What changed since {showDate(changes.since)}</h2>
          {changes.lines.length === 0 ? <p className="govuk-body">Nothing since then.</p> : <ActivityList lines={changes.lines} />}
          <p className="govuk-body"><a className="govuk-link" href={`${home}/activity`}>All activity</a></p>
        </section>
        <section aria-labelledby="state">
          <h2 className="govuk-heading-m" id="state">Where each document stands</h2>
          {facts.documents.map((document) => <DocumentClock key={document.kind} slug={partnership.slug} document={document} today={facts.today} />)}
          <EarlierDocuments slug={partnership.slug} count={earlier} />
        </section>
      </div>
    </PortalFrame>
  );
}
