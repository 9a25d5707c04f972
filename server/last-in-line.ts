import { get } from "node:http";

/** While winding down, replies say "Connection: close"; this long lets busy clients learn it from one. */
const noticeMs = 200;
const patienceMs = 2_000;

/**
 * Resolves once every connection made before this call is in a worker's hands. Connections wait in one
 * line at the listening socket, so when the one made here is answered, all before it were taken.
 * Without this, those still waiting when the workers close would be reset.
 */
export async function lastInLine(host: string, port: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, noticeMs));
  await new Promise<void>((resolve) => {
    const request = get({ host: reachable(host), port, path: "/livez", agent: false, timeout: patienceMs }, (reply) => {
      reply.resume();
      reply.once("close", () => resolve());
    });
    request.once("timeout", () => request.destroy());
    request.once("error", () => resolve());
  });
}

function reachable(host: string): string {
  if (host === "0.0.0.0") return "127.0.0.1";
  return host === "::" ? "::1" : host;
}
