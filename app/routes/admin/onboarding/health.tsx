import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { personFrame } from "#app/auth/frame.server.ts";
import { requireAdministrator } from "#app/auth/require-actor.server.ts";
import { CarriedFields } from "#app/components/admin/carried-fields.tsx";
import { ChooseBodies } from "#app/components/admin/choose-bodies.tsx";
import { FollowingForces } from "#app/components/admin/following-forces.tsx";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { listOnboardingChoices } from "#app/domain/partnerships/queries.server.ts";
import { nameMatches } from "#app/domain/partnerships/rules.ts";
import { list, sent, text } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache, redirectTo } from "#app/http/responses.ts";

import { carriedAnswers, readAnswers, stepHref } from "./answers.ts";
import { checkAreas, checkHealth } from "./check-answers.server.ts";

const title = "Which integrated care boards cover the area?";

export async function loader({ request }: LoaderFunctionArgs) {
  const signedIn = await requireAdministrator(request);
  const values = readAnswers(request.url);
  const choices = await listOnboardingChoices(signedIn.actor);
  const areas = checkAreas(values, choices);
  if (!areas.ok) throw redirectTo(stepHref("areas", values, { showErrors: true }));
  const checked = checkHealth(values, choices);
  const asked = sent(values, "continue");
  if (asked && checked.ok) throw redirectTo(stepHref("details", values));
  const query = text(values, "q");
  const matching = choices.icbs.filter((icb) => nameMatches(icb.name, query));
  const chosen = list(values, "icb");
  return data({
    frame: personFrame(signedIn),
    back: stepHref("areas", values),
    areas: areas.value.map(({ name, force }) => ({ name, force })),
    query,
    options: matching,
    ticked: choices.icbs.filter((icb) => chosen.includes(icb.code) && !matching.includes(icb)),
    chosen,
    carried: carriedAnswers(values, "health"),
    errors: asked && !checked.ok ? checked.errors : null,
  });
}

export const headers = () => ({ "Cache-Control": privateCache });

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, hidden: true, hasErrors: Boolean(page?.errors) });

export default function Health() {
  const { frame, back, areas, query, options, ticked, chosen, carried, errors } = useLoaderData<typeof loader>();
  return (
    <PortalFrame {...frame} before={<BackLink href={back} />}>
      <ErrorSummary errors={errors?.summary ?? []} />
      <span className="govuk-caption-l">Set up a partnership: step 2 of 4</span>
      <h1 className="govuk-heading-l">{title}</h1>
      <p className="govuk-body">An integrated care board (ICB) plans health services. Every board whose area takes in any part of this one is an equal partner and signs.</p>
      <p className="govuk-body">No national list says which boards cover an area, so the portal cannot check your choice. The partnership’s pages will say that it has not been checked.</p>
      <FollowingForces areas={areas} />
      <form method="get" action="/admin/partnerships/new/health">
        <CarriedFields fields={carried} />
        <ChooseBodies
          name="icb"
          plural="integrated care boards"
          searchLabel="Find a board by name"
          query={query}
          options={options}
          ticked={ticked}
          chosen={chosen}
          error={errors?.fields["icb"]}
        />
        <Button name="continue" value="1">Continue</Button>
      </form>
    </PortalFrame>
  );
}
