/** What passing every check means, and what it cannot. */
export function WhatItProves() {
  return (
    <div className="columns">
      <div>
        <h2 className="govuk-heading-m">What passing every check proves</h2>
        <ul className="govuk-list govuk-list--bullet">
          <li>The text, web page and PDF here are, byte for byte, those that each partner’s account signed.</li>
          <li>Every partner whose signature the text asks for is recorded as having signed it, in the office shown.</li>
          <li>The steps are recorded in one order, and changing one of them would show.</li>
        </ul>
      </div>
      <div>
        <h2 className="govuk-heading-m">What it does not prove</h2>
        <ul className="govuk-list govuk-list--bullet">
          <li>That what the text says is right, or that it is being done.</li>
          <li>Who sat at the keyboard. It shows that the person’s account was used, after its password and code were entered.</li>
          <li>That this server is honest. It makes these checks itself. To be independent of it, download the bytes and work out the SHA-256 yourself, or compare it with one you kept.</li>
        </ul>
      </div>
    </div>
  );
}
