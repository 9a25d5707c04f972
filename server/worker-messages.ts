/** What a worker tells the supervisor. */
export type WorkerReport = { kind: "ready" } | { kind: "cannot-listen"; code: string };

/** What the supervisor tells a worker. */
export const stopOrder = { kind: "stop" } as const;

export function isStopOrder(message: unknown): boolean {
  return kindOf(message) === stopOrder.kind;
}

/** A worker's report, or null for anything else that travels between the two. */
export function readReport(message: unknown): WorkerReport | null {
  if (kindOf(message) === "ready") return { kind: "ready" };
  if (kindOf(message) !== "cannot-listen") return null;
  const code = typeof message === "object" && message !== null && "code" in message ? String(message.code) : "";
  return { kind: "cannot-listen", code };
}

function kindOf(message: unknown): unknown {
  return typeof message === "object" && message !== null && "kind" in message ? message.kind : undefined;
}
