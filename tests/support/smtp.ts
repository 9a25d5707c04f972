import type { AddressInfo } from "node:net";

import { SMTPServer, type SMTPServerDataStream } from "smtp-server";

/** An e-mail as the server took it. */
export interface ReceivedMail {
  from: string;
  to: string;
  messageId: string;
  subject: string;
  /** The value of a header, unfolded; empty when it is not there. */
  header(name: string): string;
  text: string;
  html: string;
}

/** How the server answers: null is yes; a number the SMTP code it answers with. Counted from 1. */
export interface Manners {
  sender?(count: number): number | null;
  recipient?(address: string, count: number): number | null;
  data?(count: number): number | null;
  /** Milliseconds before the answer to the whole message. */
  slowAfterData?: number;
  /** Milliseconds before the greeting. */
  slowGreeting?: number;
  /** What is done when a message has come whole, before it is answered. */
  taken?(): void;
}

export interface TestMailServer {
  url: string;
  port: number;
  /** Every message that came whole, in order, also one that was then refused or answered late. */
  received: ReceivedMail[];
  /** Those of them that were answered with 250. */
  accepted: ReceivedMail[];
  manners: Manners;
  /** Stops taking connections; `start` takes them again, on the same port. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

/** A real SMTP server on a port of this machine. */
export async function startMailServer(manners: Manners = {}): Promise<TestMailServer> {
  const received: ReceivedMail[] = [];
  const accepted: ReceivedMail[] = [];
  const counts = { sender: 0, recipient: 0, data: 0 };
  let current: SMTPServer | null = null;
  const own: TestMailServer = {
    url: "",
    port: 0,
    received,
    accepted,
    manners,
    stop: async () => {
      const server = current;
      current = null;
      if (server) await new Promise<void>((resolve) => server.close(resolve));
    },
    start: async () => {
      const server = make();
      current = server;
      await new Promise<void>((resolve, reject) => {
        server.once("error", reject);
        server.listen(own.port, "127.0.0.1", resolve);
      });
      server.on("error", () => undefined);
      own.port = (server.server.address() as AddressInfo).port;
      own.url = `smtp://127.0.0.1:${own.port}`;
    },
  };
  const make = (): SMTPServer =>
    new SMTPServer({
      authOptional: true,
      disabledCommands: ["AUTH", "STARTTLS"],
      closeTimeout: 50,
      logger: false,
      onConnect: (_session, done) => void setTimeout(done, own.manners.slowGreeting ?? 0),
      onMailFrom: (_address, _session, done) => done(refusal(own.manners.sender?.((counts.sender += 1)))),
      onRcptTo: ({ address }, _session, done) => done(refusal(own.manners.recipient?.(address, (counts.recipient += 1)))),
      onData: (stream, session, done) => {
        const whole = read(stream).then((raw) => {
          const { mailFrom, rcptTo } = session.envelope;
          const mail = parse(raw, mailFrom === false ? "" : mailFrom.address, rcptTo[0]?.address ?? "");
          received.push(mail);
          own.manners.taken?.();
          const code = own.manners.data?.((counts.data += 1)) ?? null;
          setTimeout(() => {
            if (code === null) accepted.push(mail);
            done(refusal(code));
          }, own.manners.slowAfterData ?? 0);
        });
        // One that ends in the middle was never received.
        whole.catch(() => undefined);
      },
    });
  await own.start();
  return own;
}

function refusal(code: number | null | undefined): Error | null {
  if (code === null || code === undefined) return null;
  return Object.assign(new Error(code >= 500 ? "5.1.1 no such mailbox here" : "4.2.0 come back later"), { responseCode: code });
}

async function read(stream: SMTPServerDataStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

function parse(raw: string, from: string, to: string): ReceivedMail {
  const whole = part(raw);
  const boundary = /boundary="?([^";\r\n]+)/.exec(whole.header("Content-Type"))?.[1] ?? "";
  const parts = whole.body.split(`--${boundary}`).slice(1, -1).map((each) => part(each.replace(/^\r\n/, "")));
  const body = (type: string) => parts.filter((each) => each.header("Content-Type").startsWith(type)).map(decoded).join("");
  return { from, to, messageId: whole.header("Message-ID"), subject: unencoded(whole.header("Subject")), header: whole.header, text: body("text/plain"), html: body("text/html") };
}

function part(raw: string): { header(name: string): string; body: string } {
  const end = raw.indexOf("\r\n\r\n");
  const head = raw.slice(0, end).replaceAll(/\r\n[ \t]+/g, " ");
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, "im").exec(head)?.[1]?.trim() ?? "";
  return { header, body: raw.slice(end + 4) };
}

function decoded({ header, body }: { header(name: string): string; body: string }): string {
  const encoding = header("Content-Transfer-Encoding").toLowerCase();
  if (encoding === "base64") return Buffer.from(body, "base64").toString("utf8");
  return encoding === "quoted-printable" ? quotedPrintable(body.replaceAll(/=\r\n/g, "")) : body;
}

function quotedPrintable(text: string): string {
  return Buffer.from(text.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), "latin1").toString("utf8");
}

/** Encoded words of RFC 2047, as Subject has them when it is not plain. */
function unencoded(text: string): string {
  return text.replaceAll(/=\?UTF-8\?([QB])\?([^?]*)\?=\s?/gi, (_, kind: string, word: string) =>
    kind.toUpperCase() === "B" ? Buffer.from(word, "base64").toString("utf8") : quotedPrintable(word.replaceAll("_", " ")),
  );
}
