import MailComposer from "nodemailer/lib/mail-composer";

import { type Letter, letterAsHtml, letterAsText } from "./letter.ts";

export interface Mail {
  /** Of the message it was made from: with the host, its Message-ID. */
  messageId: string;
  from: string;
  to: { name: string; address: string };
  subject: string;
  letter: Letter;
  /** Of the address that stops messages like this at one click; null where they cannot be stopped. */
  unsubscribeUrl: string | null;
  writtenAt: Date;
  /** "https://safeguarding.example.org" */
  origin: string;
}

/**
 * The bytes of an e-mail, plain text and HTML. The same message always gives the same bytes and the same Message-ID, so
 * that a repeat is known for one. One-click unsubscribing is RFC 8058.
 */
export async function composeMail({ messageId, from, to, subject, letter, unsubscribeUrl, writtenAt, origin }: Mail): Promise<Uint8Array> {
  const stop = unsubscribeUrl === null ? {} : { "List-Unsubscribe": `<${unsubscribeUrl}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
  return new MailComposer({
    from,
    to,
    subject,
    text: letterAsText(letter),
    html: letterAsHtml(letter, subject),
    date: writtenAt,
    messageId: `<${messageId}@${new URL(origin).hostname}>`,
    headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All", ...stop },
    baseBoundary: messageId,
    textEncoding: "quoted-printable",
    xMailer: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
}
