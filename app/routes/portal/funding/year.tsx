import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { FundingPage } from "#app/components/funding/funding-page.tsx";
import { fundingPath } from "#app/components/funding/paths.ts";
import { OwnLines } from "#app/components/funding/own-lines.tsx";
import { YearPage } from "#app/components/funding/year-page.tsx";
import { can } from "#app/domain/access/rules.ts";
import { findFundingYear } from "#app/domain/funding/queries.server.ts";
import { isOwnLine } from "#app/domain/funding/require-editor.server.ts";
import { showYear } from "#app/domain/shared/financial-year.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { notFound, privateCache } from "#app/http/responses.ts";

import { requireYear } from "./require-year.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: page ? `Funding, ${showYear(page.year)}` : "Funding", partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireYear(request, params, "read-funding");
  const { actor, me, partnership, year } = member;
  const found = await findFundingYear(actor, partnership.id, year);
  if (!found) throw notFound();
  const subject = { partnershipId: partnership.id };
  const own = found.contributions.filter((line) => isOwnLine(me, partnership.id, line)).map((line) => line.id);
  const may = { edit: can(me, "edit-funding", subject), editOwn: can(me, "edit-own-funding", subject), publish: can(me, "publish", subject), takeDown: can(me, "take-down", subject) };
  const { flash, headers: once } = readFlash(request);
  // Who speaks for an agency or a school sees their own lines, and nothing else of the year.
  const shown = can(me, "read-drafts", subject) ? { view: "year" as const, found, own, may } : { view: "own" as const, lines: found.contributions.filter((line) => own.includes(line.id)), signed: found.inForce !== null };
  return data({ frame: partnershipFrame(member), partnership, year, shown, flash }, { headers: once });
}

export default function FundingOfYear() {
  const { frame, partnership, year, shown, flash } = useLoaderData<typeof loader>();
  return (
    <FundingPage frame={frame} back={{ href: fundingPath(partnership.slug), text: "Back to funding" }} caption={partnership.name} title={`Funding, ${showYear(year)}`} flash={flash} wide>
      {shown.view === "year" ? <YearPage slug={partnership.slug} {...shown} /> : <OwnLines slug={partnership.slug} year={year} lines={shown.lines} signed={shown.signed} />}
    </FundingPage>
  );
}
