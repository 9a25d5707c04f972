import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { personFrame } from "#app/auth/frame.server.ts";
import { requireAdministrator } from "#app/auth/require-actor.server.ts";
import { CarriedFields } from "#app/components/admin/carried-fields.tsx";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { DateInput } from "#app/components/govuk/date-input.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { Radios } from "#app/components/govuk/radios.tsx";
import { listOnboardingChoices } from "#app/domain/partnerships/queries.server.ts";
import { suggestName } from "#app/domain/partnerships/rules.ts";
import { dateParts, sent, text, typedOr } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache, redirectTo } from "#app/http/responses.ts";

import { carriedAnswers, readAnswers, stepHref } from "./answers.ts";
import { checkAreas, checkDetails, checkHealth } from "./check-answers.server.ts";

const title = "Name, guidance and dates";

export async function loader({ request }: LoaderFunctionArgs) {
  const signedIn = await requireAdministrator(request);
  const values = readAnswers(request.url);
  const choices = await listOnboardingChoices(signedIn.actor);
  const areas = checkAreas(values, choices);
  if (!areas.ok) throw redirectTo(stepHref("areas", values, { showErrors: true }));
  if (!checkHealth(values, choices).ok) throw redirectTo(stepHref("health", values, { showErrors: true }));
  const checked = checkDetails(values, choices);
  const asked = sent(values, "continue");
  if (asked && checked.ok) throw redirectTo(stepHref("check", values));
  return data({
    frame: personFrame(signedIn),
    back: stepHref("health", values),
    editions: choices.editions.map(({ id, title: text }) => ({ value: id, text })),
    typed: {
      name: typedOr(values, "name", suggestName(areas.value.map((area) => area.name))),
      slug: text(values, "slug"),
      editionId: text(values, "editionId"),
      startsOn: dateParts(values, "startsOn"),
      adoptedOn: dateParts(values, "adoptedOn"),
    },
    carried: carriedAnswers(values, "details"),
    errors: asked && !checked.ok ? checked.errors : null,
  });
}

export const headers = () => ({ "Cache-Control": privateCache });

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, hidden: true, hasErrors: Boolean(page?.errors) });

export default function Details() {
  const { frame, back, editions, typed, carried, errors } = useLoaderData<typeof loader>();
  const wrong = errors?.fields ?? {};
  return (
    <PortalFrame {...frame} before={<BackLink href={back} />}>
      <ErrorSummary errors={errors?.summary ?? []} />
      <span className="govuk-caption-l">Set up a partnership: step 3 of 4</span>
      <h1 className="govuk-heading-l">{title}</h1>
      <form method="get" action="/admin/partnerships/new/details">
        <CarriedFields fields={carried} />
        <Input name="name" label="Name of the partnership" labelSize="s" hint="As it calls itself. We suggest one from the area." defaultValue={typed.name} error={wrong["name"]} />
        <Input
          name="slug"
          label="Web address"
          labelSize="s"
          hint="The end of the address of its public pages, like northmoor. It never changes. Leave it empty to use one made from the name."
          width={20}
          defaultValue={typed.slug}
          error={wrong["slug"]}
          spellCheck={false}
          autoComplete="off"
        />
        <DateInput
          name="startsOn"
          legend="When did the partnership start?"
          legendSize="s"
          hint="The day its present arrangements began, for example 29 9 2019"
          defaultValues={typed.startsOn}
          error={wrong["startsOn"]}
        />
        <Radios name="editionId" legend="Which edition of the guidance does it work under?" legendSize="s" items={editions} defaultValue={typed.editionId} error={wrong["editionId"]} />
        <DateInput
          name="adoptedOn"
          legend="When did it adopt that edition?"
          legendSize="s"
          hint="For example, 1 4 2026"
          defaultValues={typed.adoptedOn}
          error={wrong["adoptedOn"]}
        />
        <Button name="continue" value="1">Continue</Button>
      </form>
    </PortalFrame>
  );
}
