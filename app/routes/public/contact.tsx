import { InformationPage } from "#app/components/frame/information-page.tsx";
import { pageMeta } from "#app/http/page-meta.ts";

export const meta = () =>
  pageMeta({ title: "Contact", description: "Whom to ask about a child, about a partnership’s documents, about your own details, or about this site.", canonical: "/contact" });

export default function Contact() {
  return (
    <InformationPage title="Contact" lead="Whom to ask depends on what it is about. Nobody reads messages about children here." updated="22 November 2026">
      <section className="call call--now" aria-labelledby="child">
        <h2 id="child">If you are worried about a child</h2>
        <p>In immediate danger <a href="tel:999">call 999</a>. Otherwise see <a href="/report-a-concern">how to report a concern</a>. A partnership’s own pages lead to its councils’ numbers.</p>
      </section>
      <h2>About what a partnership has published</h2>
      <p>Ask the partnership. <a href="/">Find it by the name of a council</a>: its first page says who is accountable, by name and office. The <a href="/directory">directory</a> finds a body or a person in every partnership. Write to that person at their council, integrated care board or police force. This site publishes no personal e-mail address or phone number.</p>
      <p>If something published could identify a child or put somebody in danger, ask any of the partners at once. One person can take it down straight away.</p>
      <h2>About a mistake in a note or a date</h2>
      <p>Tell the partnership. A note beside a document can be corrected, and the correction is shown. What was signed is never changed: a mistake in it is put right by a new version.</p>
      <h2>About your own name or details</h2>
      <p>Ask your partnership’s business manager. See <a href="/privacy">privacy</a> for what is held and your rights.</p>
      <h2>If something on this site does not work for you</h2>
      <p>See the <a href="/accessibility">accessibility statement</a>. When an error page shows a reference, say it: it finds the fault without saying who you are.</p>
      <h2>If you sign in here and cannot</h2>
      <p>See <a href="/sign-in/help">help with signing in</a>.</p>
    </InformationPage>
  );
}
