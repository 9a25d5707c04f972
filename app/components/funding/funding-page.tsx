import { PortalPage, type PortalPageProps } from "#app/components/portal/portal-page.tsx";

export type FundingPageProps = Omit<PortalPageProps, "current">;

/** A page of a partnership's funding in the portal. */
export function FundingPage(page: FundingPageProps) {
  return <PortalPage {...page} current="funding" />;
}
