import { InformationPage } from "#app/components/frame/information-page.tsx";
import { pageMeta } from "#app/http/page-meta.ts";

export const meta = () =>
  pageMeta({ title: "Privacy", description: "What this site knows about people who read it, people who work in it and people it names.", canonical: "/privacy" });

export default function Privacy() {
  return (
    <InformationPage title="Privacy" lead="Reading this site needs no account and leaves no trace that says who you are. It holds nothing about any child." updated="22 November 2026">
      <h2>If you read the site</h2>
      <p>We set no cookies and use no tracking. Our servers keep a short technical record of each request: the time, the page and how long the answer took. It keeps the site working and does not say who asked.</p>
      <h2>If you are named on it</h2>
      <p>The law and the government’s guidance ask for the leaders who answer for protecting children to be known. So we publish their name, their office, the dates they held it and what they signed. We do not publish their e-mail address or phone number.</p>
      <p>A name can be withheld when it could put someone at risk. The office is still shown. Ask your partnership’s business manager.</p>
      <h2>If you have an account</h2>
      <p>We hold your name, your work e-mail address, your roles, and what you did and when. Your password is stored in a form that cannot be turned back. The record of who signed and decided what is kept for as long as the document it belongs to.</p>
      <h2>Who is responsible</h2>
      <p>The organisation that runs this site answers for how it works. Each partnership answers for what it writes and publishes here. Both use the information because it is needed for a task in the public interest.</p>
      <h2>Your rights</h2>
      <p>You can ask to see what is held about you, and to have mistakes put right. A signed or published record cannot be changed, but a correction can be published beside it.</p>
      <p>If you are not happy with the answer, you can complain to the <a href="https://ico.org.uk/make-a-complaint/">Information Commissioner’s Office</a>.</p>
    </InformationPage>
  );
}
