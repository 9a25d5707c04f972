import { NotificationBanner } from "#app/components/govuk/notification-banner.tsx";
import type { Flash } from "#app/http/flash.ts";

/** What the last form did, once, at the top of the page it led to. */
export function FlashBanner({ flash }: { flash: Flash | null | undefined }) {
  if (!flash) return null;
  return (
    <NotificationBanner type={flash.type} titleId="flash-title" text={flash.text}>
      {flash.link && (
        <p className="govuk-body">
          <a className="govuk-notification-banner__link" href={flash.link.href}>{flash.link.text}</a>
        </p>
      )}
    </NotificationBanner>
  );
}
