/** A SHA-256 in groups of four, so that two people can compare it aloud; wraps between groups. */
export function Fingerprint({ sha256 }: { sha256: string }) {
  return <span className="hash">{(sha256.match(/.{1,4}/g) ?? []).join(" ")}</span>;
}

/** The first twelve digits, for lists. The whole one is a click away. */
export function ShortFingerprint({ sha256 }: { sha256: string }) {
  return <span className="hash">{(sha256.slice(0, 12).match(/.{1,4}/g) ?? []).join(" ")}…</span>;
}
