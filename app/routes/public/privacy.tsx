import { InformationPage } from "#app/components/frame/information-page.tsx";
import { pageMeta } from "#app/http/page-meta.ts";

export const meta = () =>
  pageMeta({ title: "Privacy", description: "What this site knows about people who read it, people who work in it and people it names.", canonical: "/privacy" });

export default function Privacy() {
  return (
    <InformationPage title="Privacy" lead="Reading this site needs no account and leaves no trace that says who you are. It holds nothing about any child." updated="22 November 2026">
      <h2>If you read the site</h2>
      <p>We set no cookies and use no tracking. Our servers keep a short technical record of each request: the time, the page and how long the answer took. It keeps the site working and does not say who asked. What you search for is not in it.</p>
      <h2>If you are named on it</h2>
      <p>The law and the government’s guidance ask for the leaders who answer for protecting children to be known. So we publish their name, their office, the dates they held it and what they signed. Of those to whom work is delegated we publish what it is; of a chair and a scrutineer the terms of their appointment; of a scrutineer the interests they declared. We do not publish anybody’s e-mail address or phone number.</p>
      <p>A name can be withheld when it could put someone at risk. The office is still shown. Ask your partnership’s business manager, who asks the organisation that runs this site to do it.</p>
      <h2>If you have an account</h2>
      <p>Whoever appoints you gives us your name and work e-mail address. We send you an invitation, which works once and for 72 hours. We hold your name, that address, your roles, and what you did and when.</p>
      <ul>
        <li>Your password and your recovery codes are stored in a form that cannot be turned back. What your authenticator app needs is stored encrypted.</li>
        <li>While you are signed in we hold which browser you use, when you signed in and when you last did something. You see this in your account and can sign out anywhere.</li>
        <li>To stop guessing, we count tries to sign in, for up to an hour each time. The e-mail and network address that tried are stored only in scrambled form.</li>
        <li>We e-mail you when something needs you. You choose in your account how you are told of the rest; the e-mails that you may stop hold a link that stops them without signing in. Each message is kept with what became of it. If messages to you come back, those who may invite people, and administrators, see that.</li>
        <li>What you write in a draft, a comment or a review is seen by members of your partnership. Comments and reviews are never published.</li>
        <li>A Word file that you upload is read and not kept. A PDF is kept without its hidden details, such as its author.</li>
      </ul>
      <h2>If your organisation is named as a relevant agency</h2>
      <p>The partnership that names it keeps an e-mail address of its office, to tell it so and to remind it; it is used for nothing else and never published. Whoever acknowledges by the link in that e-mail, or writes back by it, gives a name and a post. The partnership keeps them; they are not published.</p>
      <p>The record of who signed and decided what is never deleted.</p>
      <h2>Who is responsible</h2>
      <p>The organisation that runs this site answers for how it works. Each partnership answers for what it writes and publishes here. Both use the information because it is needed for a task in the public interest.</p>
      <h2>Your rights</h2>
      <p>You can ask to see what is held about you, and to have mistakes put right. A signed or published record cannot be changed, but a correction can be published beside it.</p>
      <p>If you are not happy with the answer, you can complain to the <a href="https://ico.org.uk/make-a-complaint/">Information Commissioner’s Office</a>.</p>
    </InformationPage>
  );
}
