export interface SecretKeyProps {
  /** 32 letters and figures of base32. */
  secret: string;
  /** The `otpauth:` address of the same. */
  address: string;
}

/** How to set up an authenticator app: by a link on this very device, or by typing the key. */
export function SecretKey({ secret, address }: SecretKeyProps) {
  return (
    <ol className="govuk-list govuk-list--number govuk-list--spaced">
      <li>Install an authenticator app, if you have none. Any will do: Microsoft Authenticator, Google Authenticator, 2FAS or one your organisation gives you.</li>
      <li>
        If the app is on this device, <a className="govuk-link" href={address}>open the app with this key</a>. Otherwise choose “enter a setup key” in the app, give it any name, and type this key:
        <strong className="hash setup-key" id="setup-key">{secret.match(/.{1,4}/g)?.join(" ") ?? secret}</strong>
        Leave the type as “time-based”. Spaces do not matter. Nobody else should see this key.
      </li>
      <li>Type the code that the app then shows.</li>
    </ol>
  );
}
