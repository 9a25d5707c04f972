import { type ReactNode, useContext } from "react";

import { DemoBanner } from "#app/components/frame/demo-banner.tsx";
import { publicNavigation, type PageArea } from "#app/components/frame/partnership-areas.ts";
import { SafetyLine } from "#app/components/frame/safety-line.tsx";
import { nationalConcernPath, SiteFooter } from "#app/components/frame/site-footer.tsx";
import { SiteHeader } from "#app/components/frame/site-header.tsx";
import { ServiceNavigation } from "#app/components/govuk/service-navigation.tsx";
import { SkipLink } from "#app/components/govuk/skip-link.tsx";
import { pathTo } from "#app/domain/publication/addresses.ts";
import { RequestContext } from "#app/http/request-context.ts";

export interface PublicFrameProps {
  /** Set on a partnership's own pages: brings its name and its navigation. */
  partnership?: { name: string; slug: string };
  current?: PageArea;
  /** Back link or breadcrumbs, outside the main landmark. */
  before?: ReactNode;
  children: ReactNode;
}

/** Everything around the content of a public page. */
export function PublicFrame({ partnership, current, before, children }: PublicFrameProps) {
  const { demo } = useContext(RequestContext);
  const concernHref = partnership ? pathTo.reportAConcern(partnership.slug) : nationalConcernPath;
  return (
    <>
      <SkipLink />
      <SafetyLine href={concernHref} />
      {demo && <DemoBanner />}
      <SiteHeader partnership={partnership && { name: partnership.name, href: `/partnerships/${partnership.slug}` }} />
      {partnership && <ServiceNavigation navigation={publicNavigation(partnership.slug, current)} navigationLabel="Partnership" />}
      <div className="govuk-width-container content">
        {before}
        <main className="govuk-main-wrapper" id="main">{children}</main>
      </div>
      <SiteFooter concernHref={concernHref} />
    </>
  );
}
