import type { ReactNode } from "react";

import { DemoBanner } from "#app/components/frame/demo-banner.tsx";
import { FlashBanner } from "#app/components/frame/flash-banner.tsx";
import { type NarrowedNavigation, portalNavigation, type PageArea } from "#app/components/frame/partnership-areas.ts";
import { SiteFooter } from "#app/components/frame/site-footer.tsx";
import { SiteHeader } from "#app/components/frame/site-header.tsx";
import { ServiceNavigation } from "#app/components/govuk/service-navigation.tsx";
import { SkipLink } from "#app/components/govuk/skip-link.tsx";
import type { Flash } from "#app/http/flash.ts";

export interface PortalFrameProps {
  person: { name: string; role?: string };
  partnership?: { name: string; slug: string; only?: NarrowedNavigation };
  current?: PageArea | "home";
  /** Where a person with several partnerships or roles changes between them; absent for everyone else. */
  switchHref?: string;
  signOutAction?: string;
  /** Back link or breadcrumbs, outside the main landmark. */
  before?: ReactNode;
  /** What `readFlash` found. */
  flash?: Flash | null;
  demo?: boolean;
  children: ReactNode;
}

/** Everything around the content of a signed-in page. */
export function PortalFrame({ partnership, current, before, flash, demo = false, children, ...account }: PortalFrameProps) {
  return (
    <>
      <SkipLink />
      {demo && <DemoBanner signedIn />}
      <SiteHeader partnership={partnership && { name: partnership.name, href: `/portal/${partnership.slug}${partnership.only === "people" ? "/people" : ""}` }}>
        <Account {...account} />
      </SiteHeader>
      {partnership && <ServiceNavigation navigation={portalNavigation(partnership.slug, current, partnership.only)} navigationLabel="Partnership" />}
      <div className="govuk-width-container content">
        {before}
        <main className="govuk-main-wrapper" id="main">
          <FlashBanner flash={flash} />
          {children}
        </main>
      </div>
      <SiteFooter />
    </>
  );
}

type AccountProps = Pick<PortalFrameProps, "person" | "switchHref" | "signOutAction">;

function Account({ person, switchHref, signOutAction = "/sign-out" }: AccountProps) {
  return (
    <div className="account">
      <p className="account__who">
        <span className="account__name">{person.name}</span>
        {person.role && `, ${person.role}`}
      </p>
      <div className="account__links">
        <a className="masthead__link" href="/account">Your account</a>
        {switchHref && <a className="masthead__link" href={switchHref}>Change partnership</a>}
        <form method="post" action={signOutAction}>
          <button className="account__sign-out" type="submit">Sign out</button>
        </form>
      </div>
    </div>
  );
}
