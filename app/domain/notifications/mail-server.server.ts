import { Readable } from "node:stream";

import SMTPConnection from "nodemailer/lib/smtp-connection";

/** Where outgoing mail goes, from SMTP_URL. Times in milliseconds. */
export interface MailServer {
  url: string;
  /** For the connection and for the server's greeting. */
  connectWithin: number;
  /** For each later reply. */
  replyWithin: number;
}

/**
 * What became of a message handed to the server. `refused` for good says that it came back; not for good, that another
 * try may go better. `unknown`: it was handed over whole and no answer came.
 */
export type Handed = { result: "accepted" } | { result: "refused"; forGood: boolean; problem: string } | { result: "unknown"; problem: string };

/** Points at which a process may die, for tests that make it. */
export type Mark = (point: string) => void;

export interface Parcel {
  from: string;
  to: string;
  raw: Uint8Array;
}

/**
 * Hands one message to the mail server over a connection of its own. `beforeEnd` runs when all of it but the end was
 * asked for and before the server can have taken it; when it throws, the server does not get the end.
 */
export async function handToMailServer(server: MailServer, parcel: Parcel, beforeEnd: () => Promise<unknown>, at: Mark): Promise<Handed> {
  const connection = open(server);
  // One error is told through the step it ends; any after it must not end the process.
  connection.on("error", () => undefined);
  let over = false;
  const message = Readable.from(withEnd(parcel.raw, async () => {
    at("data begun");
    await beforeEnd();
    over = true;
    at("handing over");
  }));
  try {
    await settled((done) => connection.connect((error?: Error | null) => done(error)), connection);
    at("connected");
    const { username, password } = new URL(server.url);
    if (username !== "") {
      await settled((done) => connection.login({ user: decodeURIComponent(username), pass: decodeURIComponent(password) }, done), connection);
    }
    at("signed in");
    await settled((done) => connection.send({ from: parcel.from, to: [parcel.to], size: parcel.raw.byteLength }, message, done), connection);
    at("accepted");
    connection.quit();
    return { result: "accepted" };
  } catch (error) {
    connection.close();
    return read(error, over);
  }
}

function open({ url, connectWithin, replyWithin }: MailServer): SMTPConnection {
  const { protocol, hostname, port, username } = new URL(url);
  const secure = protocol === "smtps:";
  const isHere = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname);
  return new SMTPConnection({
    host: hostname.replace(/^\[|\]$/g, ""),
    port: Number(port) || (secure ? 465 : 587),
    secure,
    // A password never leaves this computer unencrypted.
    requireTLS: !secure && username !== "" && !isHere,
    dnsTimeout: connectWithin,
    connectionTimeout: connectWithin,
    greetingTimeout: connectWithin,
    socketTimeout: replyWithin,
  });
}

/** The bytes, the last ones only after `beforeEnd`: without them the message has no end that a server could accept. */
async function* withEnd(raw: Uint8Array, beforeEnd: () => Promise<void>): AsyncGenerator<Uint8Array> {
  await beforeEnd();
  yield raw;
}

/** The answer to one step. An error of the connection at any time ends it too. */
function settled(step: (done: (error?: Error | null) => void) => void, connection: SMTPConnection): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.once("error", reject);
    connection.once("end", () => reject(new Error("the connection ended")));
    step((error) => (error ? reject(error) : resolve()));
  });
}

/** Only what the server says of this reader or this message is for good; a wrong password or sender is put right here. */
function read(error: unknown, over: boolean): Handed {
  const { responseCode, command, code, response } = details(error);
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response ?? "")?.[1];
  const problem = [command, responseCode, enhanced, responseCode === undefined ? code : undefined].filter((part) => part !== undefined).join(" ");
  if (responseCode === undefined) return over ? { result: "unknown", problem } : { result: "refused", forGood: false, problem };
  return { result: "refused", forGood: responseCode >= 500 && (command === "RCPT TO" || command === "DATA"), problem };
}

function details(error: unknown): { responseCode?: number; command?: string; code?: string; response?: string } {
  if (typeof error !== "object" || error === null) return {};
  return {
    ...("responseCode" in error && typeof error.responseCode === "number" && error.responseCode > 0 ? { responseCode: error.responseCode } : {}),
    ...("command" in error && typeof error.command === "string" ? { command: error.command } : {}),
    ...("code" in error && typeof error.code === "string" ? { code: error.code } : {}),
    ...("response" in error && typeof error.response === "string" ? { response: error.response } : {}),
  };
}
