import { z } from "zod";

import { optionalEmail } from "#app/domain/shared/email-field.server.ts";
import { optionalPublicProse } from "#app/domain/shared/public-fields.server.ts";
import { proseField } from "#app/domain/shared/prose-field.server.ts";

import { bodyFields } from "../forms.server.ts";

const revision = z.string().regex(/^\d{1,6}$/, "The form is incomplete. Copy what you typed, open the page again and paste it.").transform(Number);
const prose = (what: string, max: number) => optionalPublicProse(what, max).refine((text) => text === null || text.length >= 3, `${what} must be 3 characters or more`);
const common = { howWeWork: prose("How you work together", 1_000), contactEmail: optionalEmail, note: prose("Why", 500), revision };

/** What an agency's own people propose. Without `withBody` another partnership keeps its name and numbers, and they are left out. */
export function proposeChangeForm({ withBody }: { withBody: boolean }) {
  return (withBody ? z.object({ ...common, ...bodyFields }) : z.object(common)).transform(({ note, revision: began, ...after }) => ({ note, revision: began, after }));
}

export const acceptChangeForm = z.object({ revision });

export const setAsideForm = z.object({
  reason: proseField({ missing: "Say why it is set aside: the agency reads it", tooShort: "Give the reason in at least 3 characters", tooLong: "The reason must be 500 characters or fewer" }, { min: 3, max: 500, isPublic: true }),
});
