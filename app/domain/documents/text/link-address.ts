const WEB = /^https?:\/\/[^/\s]/i;
const MAIL = /^mailto:[^\s]/i;
const ON_THIS_SITE = /^\/(?![/\\])/;
const ON_THIS_PAGE = /^#[^\s]/;

/** The address if a document may link to it, else null. An address without a host or starting `//` is never allowed. */
export function allowedHref(href: string): string | null {
  if (href.length > 2000) return null;
  return [WEB, MAIL, ON_THIS_SITE, ON_THIS_PAGE].some((form) => form.test(href)) ? href : null;
}
