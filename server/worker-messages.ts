/** What a worker tells the supervisor. */
export type WorkerReport = { kind: "loaded" } | { kind: "ready" } | { kind: "cannot-listen"; code: string };

/** What the supervisor tells a worker: to listen; that the end is near; to take in nobody any more and finish. */
export const orders = { serve: { kind: "serve" }, windDown: { kind: "wind-down" }, close: { kind: "close" } } as const;

export type Order = (typeof orders)[keyof typeof orders]["kind"];

/** The supervisor's order, or null for anything else that travels between the two. */
export function readOrder(message: unknown): Order | null {
  const kind = kindOf(message);
  return kind === "serve" || kind === "wind-down" || kind === "close" ? kind : null;
}

/** A worker's report, or null for anything else. */
export function readReport(message: unknown): WorkerReport | null {
  const kind = kindOf(message);
  if (kind === "loaded" || kind === "ready") return { kind };
  if (kind !== "cannot-listen") return null;
  const code = typeof message === "object" && message !== null && "code" in message ? String(message.code) : "";
  return { kind: "cannot-listen", code };
}

function kindOf(message: unknown): unknown {
  return typeof message === "object" && message !== null && "kind" in message ? message.kind : undefined;
}
