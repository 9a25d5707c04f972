import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { personFrame } from "#app/auth/frame.server.ts";
import { requireAdministrator } from "#app/auth/require-actor.server.ts";
import { CarriedFields } from "#app/components/admin/carried-fields.tsx";
import { type BodyOption, ChooseBodies } from "#app/components/admin/choose-bodies.tsx";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { type BodyChoice, listOnboardingChoices } from "#app/domain/partnerships/queries.server.ts";
import { nameMatches } from "#app/domain/partnerships/rules.ts";
import { list, sent, text } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache, redirectTo } from "#app/http/responses.ts";

import { carriedAnswers, readAnswers, stepHref } from "./answers.ts";
import { checkAreas } from "./check-answers.server.ts";

const title = "Which local authority areas does the partnership cover?";

export async function loader({ request }: LoaderFunctionArgs) {
  const signedIn = await requireAdministrator(request);
  const values = readAnswers(request.url);
  const choices = await listOnboardingChoices(signedIn.actor);
  const checked = checkAreas(values, choices);
  const asked = sent(values, "continue");
  if (asked && checked.ok) throw redirectTo(stepHref("health", values));
  const query = text(values, "q");
  const matching = choices.areas.filter((area) => nameMatches(area.name, query));
  const chosen = list(values, "area");
  return data({
    frame: personFrame(signedIn),
    query,
    options: matching.map(toOption),
    ticked: choices.areas.filter((area) => chosen.includes(area.code) && !matching.includes(area)).map(toOption),
    chosen,
    carried: carriedAnswers(values, "areas"),
    errors: asked && !checked.ok ? checked.errors : null,
  });
}

function toOption({ code, name, region, coveredBy }: BodyChoice): BodyOption {
  return { code, name, region, ...(coveredBy ? { unavailable: `already covered by ${coveredBy}` } : {}) };
}

export const headers = () => ({ "Cache-Control": privateCache });

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, hidden: true, hasErrors: Boolean(page?.errors) });

export default function Areas() {
  const { frame, query, options, ticked, chosen, carried, errors } = useLoaderData<typeof loader>();
  return (
    <PortalFrame {...frame} before={<BackLink href="/admin" />}>
      <ErrorSummary errors={errors?.summary ?? []} />
      <span className="govuk-caption-l">Set up a partnership: step 1 of 4</span>
      <h1 className="govuk-heading-l">{title}</h1>
      <p className="govuk-body">Most cover one. Two or more councils may join in one partnership. An area is never covered by two partnerships at once.</p>
      <form method="get" action="/admin/partnerships/new">
        <CarriedFields fields={carried} />
        <ChooseBodies
          name="area"
          plural="local authority areas"
          searchLabel="Find a local authority by name"
          query={query}
          options={options}
          ticked={ticked}
          chosen={chosen}
          error={errors?.fields["area"]}
        />
        <Button name="continue" value="1">Continue</Button>
      </form>
    </PortalFrame>
  );
}
