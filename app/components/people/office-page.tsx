import { PortalPage, type PortalPageProps } from "#app/components/portal/portal-page.tsx";

export type OfficePageProps = Omit<PortalPageProps, "current" | "wide">;

/** A page of one act on one office: where it is, what it is, the form. */
export function OfficePage(page: OfficePageProps) {
  return <PortalPage {...page} current="people" />;
}
