import type { DocumentFacts } from "./record.ts";
import type { FoundVersion } from "./rules.ts";

/** The checks of the verification page, in the order in which they are shown, with why each matters. */
export const checkKeys = ["content-hash", "content-canonical", "html-hash", "pdf-hash", "file-hash", "statement-hashes", "every-seat", "ledger-hashes", "ledger-holds"] as const;
export type CheckKey = (typeof checkKeys)[number];

export interface Check {
  key: CheckKey;
  passed: boolean;
  /** What was found, in one or two sentences. */
  result: string;
}

/** A signature as the verification page shows it; words and strength are unknown once the record was taken down. */
export type ShownSignature = DocumentFacts["signatures"][number] & { declaration: string[]; strength: "password+totp" | "password-demo" | null };

/** What the verification page shows. `checks` is null when the bytes were taken down, so that nothing can be recomputed. */
export interface Verification extends FoundVersion {
  partnership: DocumentFacts["partnership"];
  /** Null once taken down: a title may be the reason. */
  title: string | null;
  checks: Check[] | null;
  signatures: ShownSignature[];
}

export const checkWords: Record<CheckKey, { title: string; why: string }> = {
  "content-hash": {
    title: "The signed text has the fingerprint on record",
    why: "If one letter of the text changed, its fingerprint would be a different one.",
  },
  "content-canonical": {
    title: "The signed text is written in the one standard way",
    why: "There is exactly one way to write this content as bytes (RFC 8785), so two people cannot get two fingerprints for one text.",
  },
  "html-hash": {
    title: "The web page is the one that was signed",
    why: "The page was made when the text was fixed, before anyone signed. Its fingerprint is in every signature.",
  },
  "pdf-hash": {
    title: "The PDF is the one that was signed",
    why: "The PDF was made at the same moment from the same text. Its fingerprint is in every signature.",
  },
  "file-hash": {
    title: "The file is the one that was signed",
    why: "The document’s own PDF was made elsewhere. Its fingerprint stands in the signed text, so nobody can put another file in its place.",
  },
  "statement-hashes": {
    title: "Each signature is unchanged",
    why: "Each signature is a short statement: who signs what, in which office, with which words. Its fingerprint is on record.",
  },
  "every-seat": {
    title: "Every partner signed this version, each once",
    why: "The signed text itself lists whose signatures it needs. None may be missing, and none may be about another text or version.",
  },
  "ledger-hashes": {
    title: "The record of each step is unchanged",
    why: "Each step (fixed, signed, approved, published) is an entry in a ledger. Each entry’s fingerprint covers the one before, so none can be altered or taken out unnoticed.",
  },
  "ledger-holds": {
    title: "The ledger still holds each step in its place",
    why: "This asks the ledger itself, now, rather than the copy made when the version was published.",
  },
};
