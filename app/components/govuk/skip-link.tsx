/** Lets a keyboard user pass the header. First thing on every page. */
export function SkipLink({ href = "#main", text = "Skip to main content" }: { href?: string; text?: string }) {
  return <a href={href} className="govuk-skip-link">{text}</a>;
}
