import type { ReactNode } from "react";

import { classNames } from "#app/components/govuk/class-names.ts";

export interface NotificationBannerProps {
  /** "success" says that something was done, and is announced at once. */
  type?: "success";
  titleText?: string;
  /** Must differ when a page has two banners. */
  titleId?: string;
  /** One line that stands as the banner's heading. */
  text?: string;
  children?: ReactNode;
}

export function NotificationBanner({ type, titleText, titleId = "notification-banner-title", text, children }: NotificationBannerProps) {
  return (
    <div
      className={classNames("govuk-notification-banner", type && `govuk-notification-banner--${type}`)}
      role={type === "success" ? "alert" : "region"}
      aria-labelledby={titleId}
    >
      <div className="govuk-notification-banner__header">
        <h2 className="govuk-notification-banner__title" id={titleId}>{titleText ?? (type === "success" ? "Success" : "Important")}</h2>
      </div>
      <div className="govuk-notification-banner__content">
        {text && <p className="govuk-notification-banner__heading">{text}</p>}
        {children}
      </div>
    </div>
  );
}
