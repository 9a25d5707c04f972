import type { ReactNode } from "react";

import { productName } from "#app/http/page-meta.ts";

export interface SiteHeaderProps {
  /** The partnership whose pages these are, and its first page. */
  partnership?: { name: string; href: string };
  /** Who is signed in, at the right. */
  children?: ReactNode;
}

/** The wordmark, with the partnership's name under it on its own pages. */
export function SiteHeader({ partnership, children }: SiteHeaderProps) {
  return (
    <header className="masthead">
      <div className="govuk-width-container masthead__row">
        <div className="masthead__names">
          <a href="/" className={`masthead__link ${partnership ? "masthead__product" : "masthead__subject"}`}>{productName}</a>
          {partnership && <a href={partnership.href} className="masthead__link masthead__subject">{partnership.name}</a>}
        </div>
        {children}
      </div>
    </header>
  );
}
