import { expanded } from "#app/domain/shared/abbreviations.ts";

/** First on every page about reporting a concern. */
export function InDangerNow() {
  return (
    <section className="call call--now" aria-labelledby="danger">
      <h2 id="danger">If a child is in danger now</h2>
      <p className="call__number"><a href="tel:999">Call 999</a></p>
      <p>Ask for the police. If you cannot speak on a mobile, listen to the questions and press 55 when told to. If you are deaf or cannot hear well, call 18000 with Relay UK.</p>
    </section>
  );
}

/** Where the council’s own numbers are not known here. */
export function FindYourCouncil() {
  return <p className="call__number"><a href="https://www.gov.uk/report-child-abuse-to-local-council">Find your council</a></p>;
}

/** Whom else to call, anywhere in the country. */
export function TalkItThrough() {
  return (
    <>
      <section className="call" aria-labelledby="talk">
        <h2 id="talk">If you want to talk it through first</h2>
        <p>Call the {expanded("NSPCC")}. Its trained staff listen, advise you and can pass on what you tell them.</p>
        <p className="call__number"><a href="tel:08088005000">0808 800 5000</a></p>
      </section>
      <section className="call" aria-labelledby="child">
        <h2 id="child">If you are a child or young person</h2>
        <p>You can call Childline about anything, at any time. It is free and does not show on the phone bill. You can also <a href="https://www.childline.org.uk/">chat online</a>.</p>
        <p className="call__number"><a href="tel:08001111">0800 1111</a></p>
      </section>
      <h2>If you work with children</h2>
      <p>Follow your own organisation’s steps for keeping children safe, and tell the person in charge of them. If you are worried about how a worker or volunteer behaves towards children, tell the council’s designated officer for allegations as well.</p>
      <h2>Do not report it on this site</h2>
      <p>This site shows what organisations have agreed to do together. Nobody reads reports here, and it must never hold details about a child.</p>
    </>
  );
}
