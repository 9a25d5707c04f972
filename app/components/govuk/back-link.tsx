/** Stands before the main content, in a landmark of its own, so that nothing on the page lies outside one. */
export function BackLink({ href, text = "Back" }: { href: string; text?: string }) {
  return (
    <nav aria-label="Back">
      <a href={href} className="govuk-back-link">{text}</a>
    </nav>
  );
}
