import type { Browser, Page } from "playwright-core";
import type postgres from "postgres";

import { freezeVersion } from "#app/domain/documents/freeze-version.server.ts";
import { signVersion } from "#app/domain/documents/sign-version.server.ts";

import { submission, type TestPartnership, type TestPerson } from "./partnership.ts";
import { withoutReview } from "./review.ts";

/** Freezes the draft as it stands into the next version. */
export async function freezeDraft(sql: postgres.Sql, partnership: TestPartnership): Promise<{ versionId: string; number: number }> {
  const [draft] = await sql<{ revision: number }[]>`select revision from portal.documents where partnership_id = ${partnership.id}`;
  const revision = draft?.revision ?? 1;
  const outcome = await freezeVersion(partnership.businessManager.actor, { partnershipId: partnership.id, kind: "arrangements", revision, reasons: withoutReview }, submission({ revision }));
  if (!outcome.ok) throw new Error(`${outcome.refusal} ${outcome.detail ?? ""}`);
  return outcome.value;
}

/** Signs every seat that has not signed, straight through the command. */
export async function signEverySeat(partnership: TestPartnership, versionId: string): Promise<void> {
  for (const seat of partnership.seats) {
    const outcome = await signVersion(seat.lead.actor, { partnershipId: partnership.id, versionId, seatId: seat.id }, submission({ seat: seat.id }));
    if (!outcome.ok && outcome.refusal !== "already-signed") throw new Error(outcome.refusal);
  }
}

/** Changes one section of the draft, as an accepted save would. */
export async function changeDraft(sql: postgres.Sql, partnershipId: string, { position, body, note }: { position: number; body: string; note: string }): Promise<void> {
  await sql`update portal.sections set body = ${body}, revision = revision + 1 where partnership_id = ${partnershipId} and position = ${position}`;
  await sql`update portal.documents set change_note = ${note}, revision = revision + 1, saved_at = access.clock() where partnership_id = ${partnershipId}`;
}

/** A page of a browser in which this person is signed in. */
export async function signedInPage(browser: Browser, origin: string, person: TestPerson, { javaScript = true } = {}): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: javaScript, baseURL: origin, viewport: { width: 1280, height: 900 } });
  await context.addCookies([{ name: "session", value: person.token, url: origin }]);
  return context.newPage();
}

