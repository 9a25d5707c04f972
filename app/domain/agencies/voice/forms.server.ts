import { z } from "zod";

import { dateField, optionalDateField } from "#app/domain/shared/date-field.server.ts";
import { proseField } from "#app/domain/shared/prose-field.server.ts";
import { optionalPublicLine } from "#app/domain/shared/public-fields.server.ts";

import { choosers, settingsOf, type Voice } from "./vocabulary.ts";

const revision = z.string().regex(/^\d{1,6}$/, "The form is incomplete. Copy what you typed, open the page again and paste it.").transform(Number);
const words = (missing: string, what: string) => proseField({ missing, tooShort: `${what} must be 3 characters or more`, tooLong: `${what} must be 500 characters or fewer` }, { min: 3, max: 500, isPublic: true });

/** How a representative was chosen. */
export function representationForm(voice: Voice) {
  const kinds = settingsOf[voice];
  return z
    .object({
      appointmentId: z.uuid(),
      revision,
      chosenBy: z.enum(choosers, "Say by whom they were chosen"),
      chosenOn: dateField("the day they were chosen"),
      how: words("Say in plain words how they were chosen: it is published", "How they were chosen"),
      speaksFor: z.array(z.enum(kinds, "Choose from the list")).min(1, "Tick for whom they speak"),
      until: optionalDateField("the day until which they were chosen"),
    })
    .superRefine(({ chosenOn, until }, context) => {
      if (until !== null && until <= chosenOn) context.addIssue({ code: "custom", path: ["until"], message: "They must be chosen until a day after the one on which they were chosen" });
    })
    .transform(({ appointmentId, revision: began, speaksFor, ...representation }) => ({
      appointmentId,
      revision: began,
      representation: { ...representation, speaksFor: kinds.filter((each) => speaksFor.includes(each)) },
    }));
}

export type RepresentationInput = z.infer<ReturnType<typeof representationForm>>["representation"];

const count = z.string().transform((typed, context): number | null => {
  const compact = typed.replace(/[\s,]+/g, "");
  if (compact === "") return null;
  const number = Number(compact);
  if (/^\d{1,6}$/.test(compact) && number >= 1 && number <= 100_000) return number;
  context.addIssue({ code: "custom", message: "The number of members must be a whole number from 1 to 100,000" });
  return z.NEVER;
});

/** That an agency speaks for others, since when, and how many of them are not in the register. */
export const bodyForm = z
  .object({
    revision,
    role: words("Say in plain words what it is and for whom it speaks: it is published", "What it is"),
    since: dateField("the day from which it has spoken for others"),
    until: optionalDateField("the day from which it speaks for nobody any more"),
    outsideCount: count,
    outsideSource: optionalPublicLine("Where the number is from", { min: 3, max: 200 }),
    outsideOn: optionalDateField("the day on which they were counted"),
  })
  .superRefine(({ since, until, outsideCount, outsideSource, outsideOn }, context) => {
    const refuse = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message });
    if (until !== null && until < since) refuse("until", "It cannot stop before it began");
    if (outsideCount === null && (outsideSource !== null || outsideOn !== null)) refuse("outsideCount", "Enter how many they are, or leave all three empty");
    if (outsideCount !== null && outsideSource === null) refuse("outsideSource", "Say where the number is from");
    if (outsideCount !== null && outsideOn === null) refuse("outsideOn", "Enter the day on which they were counted");
  })
  .transform(({ revision: began, ...body }) => ({ revision: began, body }));

export type BodyRoleInput = z.infer<typeof bodyForm>["body"];

const ticked = z.array(z.uuid("Choose from the list"));

/** Agencies for which a body speaks from now on: those ticked, or everything that the search above found. */
export const addMembersForm = z
  .object({ member: ticked, everything: z.literal("yes").optional(), since: dateField("the day from which they are members") })
  .superRefine(({ member, everything }, context) => {
    if (member.length === 0 && !everything) context.addIssue({ code: "custom", path: ["member"], message: "Tick the agencies for which it speaks" });
  });

/** Members for which it speaks no more. */
export const endMembersForm = z.object({ member: ticked.min(1, "Tick the members that end"), on: dateField("the day from which they are members no more") });
