import { data } from "@remix-run/node";

import type { ReplyInput } from "#app/domain/agencies/notices/forms.server.ts";
import { findNoticeLink } from "#app/domain/agencies/notices/link.server.ts";
import { writeBack } from "#app/domain/agencies/notices/write-back.server.ts";
import { fieldErrors, type FormValues, withoutSecrets } from "#app/http/parse-form.server.ts";
import { redirectTo } from "#app/http/responses.ts";
import { readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { linkNotGood } from "./link-not-good.server.ts";

type Parsed = { success: true; data: ReplyInput } | { success: false; error: Parameters<typeof fieldErrors>[0] };

/** Keeps what the agency wrote, and goes back to its letter, which says so. Answers the page again when something is wrong. */
export async function sendReply({ token, path }: { token: string; path: string }, values: FormValues, form: Parsed) {
  const { key } = readSubmission(values);
  if (!form.success) return data({ values: withoutSecrets(values), errors: fieldErrors(form.error) }, { status: 422 });
  const outcome = await writeBack(token, form.data, key);
  if (outcome.ok) throw redirectTo(path);
  if (outcome.refusal === "link-not-open") throw linkNotGood(await findNoticeLink(token));
  throw refusalResponse(outcome, { href: path, text: "Back to the letter" });
}
