/** How long a session lasts. The database holds to the same limits by itself: function access.me. */
export const sessionLimits = {
  idleMinutes: 30,
  absoluteHours: 8,
  /** Being seen is written down at most this often. */
  touchSeconds: 60,
  /** How long a session that was replaced still answers, for a second tab or a form sent twice. */
  graceSeconds: 60,
} as const;

/** What the rule needs to know of a session and its account. */
export interface SessionFacts {
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  suspendedAt: Date | null;
  strength: "password+totp" | "password-demo";
  /** Whether the whole installation is a demonstration. */
  demo: boolean;
}

/** Whether the session lets anybody in at this moment. At the very limit it no longer does. */
export function isAlive(session: SessionFacts, now: Date): boolean {
  const at = now.getTime();
  return (
    session.suspendedAt === null &&
    session.expiresAt.getTime() > at &&
    session.createdAt.getTime() > at - sessionLimits.absoluteHours * 3_600_000 &&
    session.lastSeenAt.getTime() > at - sessionLimits.idleMinutes * 60_000 &&
    (session.strength !== "password-demo" || session.demo)
  );
}
