import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { personFrame } from "#app/auth/frame.server.ts";
import { requireAdministrator } from "#app/auth/require-actor.server.ts";
import { CarriedFields } from "#app/components/admin/carried-fields.tsx";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { SummaryList, type SummaryRow } from "#app/components/govuk/summary-list.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { onboardPartnership } from "#app/domain/partnerships/onboard-partnership.server.ts";
import { listOnboardingChoices } from "#app/domain/partnerships/queries.server.ts";
import { bodyName } from "#app/domain/partnerships/rules.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { refusals } from "#app/domain/shared/refusals.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { privateCache, redirectTo } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { carriedAnswers, readAnswers, stepHref } from "./answers.ts";
import { checkAreas, checkDetails, checkHealth } from "./check-answers.server.ts";

const title = "Check before setting up the partnership";

export async function loader({ request }: LoaderFunctionArgs) {
  const signedIn = await requireAdministrator(request);
  const values = readAnswers(request.url);
  const choices = await listOnboardingChoices(signedIn.actor);
  // An area covered meanwhile stays on the page, so that the refusal can be read beside it.
  const areas = checkAreas(values, choices, { coveredToo: true });
  if (!areas.ok) throw redirectTo(stepHref("areas", values, { showErrors: true }));
  const icbs = checkHealth(values, choices);
  if (!icbs.ok) throw redirectTo(stepHref("health", values, { showErrors: true }));
  const details = checkDetails(values, choices);
  if (!details.ok) throw redirectTo(stepHref("details", values, { showErrors: true }));
  const { name, slug, startsOn, adoptedOn, editionId } = details.value;
  return data({
    frame: personFrame(signedIn),
    submissionKey: newSubmissionKey(),
    change: { areas: stepHref("areas", values), health: stepHref("health", values), details: stepHref("details", values) },
    carried: carriedAnswers(values, "check"),
    areas: areas.value.map((area) => area.name),
    forces: [...new Set(areas.value.flatMap((area) => (area.force ? [bodyName("police", area.force)] : [])))],
    icbs: icbs.value.map((icb) => icb.name),
    details: {
      name,
      slug,
      startsOn: showDate(startsOn),
      edition: choices.editions.find((edition) => edition.id === editionId)?.title ?? "",
      adoptedOn: showDate(adoptedOn),
    },
  });
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor } = await requireAdministrator(request);
  const values = await readForm(request);
  const choices = await listOnboardingChoices(actor);
  const submission = readSubmission(values);
  const details = checkDetails(values, choices);
  if (!details.ok) throw redirectTo(stepHref("details", values, { showErrors: true }));
  const input = { ...details.value, areas: values["area"] ?? [], icbs: values["icb"] ?? [] };
  const outcome = await onboardPartnership(actor, input, submission);
  if (outcome.ok) {
    return redirectWithFlash(request, `/admin/partnerships/${outcome.value.slug}`, { type: "success", text: "Partnership set up. Now appoint the first lead of each seat and the first business manager." });
  }
  if (outcome.refusal === "not-found" || outcome.refusal === "form-already-used") throw refusalResponse(outcome, { href: stepHref("check", values), text: "Check your answers again" });
  const { status, title: what, text } = refusals[outcome.refusal];
  const step = outcome.refusal === "area-already-covered" || outcome.refusal === "body-not-live" ? "areas" : "details";
  return data({ error: { href: stepHref(step, values), text: `${what}. ${outcome.detail ?? text} Change your answer.` } }, { status });
}

export const headers = () => ({ "Cache-Control": privateCache });

export const meta: MetaFunction<typeof loader> = () => pageMeta({ title, hidden: true });

export default function Check() {
  const { frame, submissionKey, change, carried, areas, forces, icbs, details } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const changeLink = (href: string, what: string) => [{ href, text: "Change", visuallyHiddenText: what }];
  const rows: SummaryRow[] = [
    { key: areas.length === 1 ? "Area" : "Areas", value: <Lines lines={areas} />, actions: changeLink(change.areas, "the areas") },
    { key: forces.length === 1 ? "Police force" : "Police forces", value: <><Lines lines={forces} /><div className="muted">Follows from the area</div></> },
    { key: icbs.length === 1 ? "Integrated care board" : "Integrated care boards", value: <><Lines lines={icbs} /><div className="muted">Not checked against a national list: there is none</div></>, actions: changeLink(change.health, "the integrated care boards") },
    { key: "Name", value: details.name, actions: changeLink(change.details, "the name") },
    { key: "Web address", value: `/partnerships/${details.slug}`, actions: changeLink(change.details, "the web address") },
    { key: "Started", value: details.startsOn, actions: changeLink(change.details, "the start date") },
    { key: "Guidance", value: `${details.edition}, adopted ${details.adoptedOn}`, actions: changeLink(change.details, "the edition of the guidance") },
  ];
  const seats = areas.length + icbs.length + forces.length;
  return (
    <PortalFrame {...frame} before={<BackLink href={change.details} />}>
      <ErrorSummary errors={refusal ? [refusal.error] : []} titleText="The partnership was not set up" />
      <span className="govuk-caption-l">Set up a partnership: step 4 of 4</span>
      <h1 className="govuk-heading-l">{title}</h1>
      <SummaryList rows={rows} />
      <p className="govuk-body">This makes {seats} seats, one for each council, health board and police force. Each has a lead safeguarding partner (LSP), who signs, and a delegated safeguarding partner (DSP). All start vacant, with the chair, the independent scrutineer and the business manager.</p>
      <p className="govuk-body">The partnership’s public page appears at once and shows the vacancies.</p>
      <form method="post">
        <SubmissionKey value={submissionKey} />
        <CarriedFields fields={carried} />
        <Button>Set up the partnership</Button>
      </form>
    </PortalFrame>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return <>{lines.map((line) => <div key={line}>{line}</div>)}</>;
}
