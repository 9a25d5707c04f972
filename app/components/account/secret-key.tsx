import { QrCode } from "./qr-code.tsx";

export interface SecretKeyProps {
  /** 32 letters and figures of base32. */
  secret: string;
  /** The `otpauth:` address of the same. */
  address: string;
  /** The same address as a QR code. */
  qr: { size: number; path: string };
}

/** How to set up an authenticator app: by photographing a code, by a link on this very device, or by typing the key. */
export function SecretKey({ secret, address, qr }: SecretKeyProps) {
  return (
    <ol className="govuk-list govuk-list--number govuk-list--spaced">
      <li>Install an authenticator app, if you have none. Any will do: Microsoft Authenticator, Google Authenticator, 2FAS or one your organisation gives you.</li>
      <li>
        In the app choose to add an account, and point the camera at this code:
        <QrCode {...qr} label="QR code that sets up an authenticator app. The key below says the same in letters." />
        On the phone itself, <a className="govuk-link" href={address}>open the app with this key</a>. Or choose “enter a setup key” in the app, give it any name, leave the type as “time-based” and type this key:
        <strong className="hash setup-key" id="setup-key">{secret.match(/.{1,4}/g)?.join(" ") ?? secret}</strong>
        Spaces do not matter. Nobody else should see the code or the key.
      </li>
      <li>Type the six figures that the app then shows.</li>
    </ol>
  );
}
