import { z } from "zod";

import { emailAddress, emailField, optionalEmail } from "#app/domain/shared/email-field.server.ts";
import { lineField } from "#app/domain/shared/line-field.server.ts";
import { proseField } from "#app/domain/shared/prose-field.server.ts";
import { optionalPublicLine, optionalPublicProse, publicLine } from "#app/domain/shared/public-fields.server.ts";

import { mostAddressLines, readAddressLines } from "./address-lines.ts";
import { type ProposedByAgency, type ReplyKind, tellableStates } from "./vocabulary.ts";

const incomplete = "The form is incomplete. Open the page again and send it once more.";

/** Which agencies to write to: those that are ticked, or all in the state of the page. */
export const tellForm = z
  .object({ which: z.enum(["all", "ticked"], "Choose whom to write to"), state: z.enum(tellableStates, incomplete), count: z.string().regex(/^\d{1,6}$/, incomplete).transform(Number), agency: z.array(z.string()) })
  .transform(({ which, state, count, agency }, context) => {
    if (which === "all") return { state, count };
    if (agency.length === 0) context.addIssue({ code: "custom", path: ["agency"], message: "Tick the agencies to write to" });
    return { membershipIds: agency };
  });

/** Addresses typed beside agencies: "email-<membership>". What is left empty is left alone. */
export function addressGridForm(shown: readonly { id: string; legalName: string }[]) {
  return z.record(z.string(), z.unknown()).transform((typed, context) => {
    const addresses: { membershipId: string; email: string }[] = [];
    for (const { id, legalName } of shown) {
      const field = `email-${id}`;
      const value = typed[field];
      if (typeof value !== "string" || value.trim() === "") continue;
      const read = emailAddress.safeParse(value);
      if (read.success) addresses.push({ membershipId: id, email: read.data });
      else context.addIssue({ code: "custom", path: [field], message: `${legalName}: enter an e-mail address in full, like office@school.example` });
    }
    if (addresses.length === 0 && context.issues.length === 0) context.addIssue({ code: "custom", path: ["addresses"], message: "Enter at least one address" });
    return addresses;
  });
}

/** Lines of "URN, e-mail". */
export const pasteForm = z.object({ lines: z.string() }).transform(({ lines: text }, context) => {
  const { lines, errors } = readAddressLines(text, (address) => emailAddress.safeParse(address).success);
  const refuse = (message: string) => context.addIssue({ code: "custom", path: ["lines"], message });
  if (lines.length + errors.length === 0) refuse("Paste at least one line, like 123456, office@school.example");
  else if (lines.length + errors.length > mostAddressLines) refuse(`Paste at most ${mostAddressLines.toLocaleString("en-GB")} lines at once`);
  return { lines, errors };
});

const who = {
  name: lineField({ missing: "Enter your name", tooShort: "Your name must be 2 characters or more", tooLong: "Your name must be 100 characters or fewer" }, { min: 2, max: 100 }),
  post: publicLine("Your post", { missing: "Enter your post, like Headteacher", tooShort: "Your post must be 2 characters or more", tooLong: "Your post must be 100 characters or fewer" }, { min: 2, max: 100 }),
};

export const acknowledgementForm = z.object({ ...who, understood: z.literal("yes", "Tick the box to say that you have read what being named means") });

/** What an agency asks for, and who says so. */
export interface ReplyInput {
  kind: ReplyKind;
  proposed: ProposedByAgency;
  name: string;
  post: string;
}

/** Details to correct. @param legalName as the register has it: the same again is no correction */
export function detailsForm({ legalName }: { legalName: string }) {
  return z
    .object({ legalName: optionalPublicLine("The legal name", { min: 2, max: 200 }), representative: optionalPublicLine("Who speaks for you", { min: 2, max: 200 }), contactEmail: optionalEmail, note: optionalPublicProse("What else is not right", 500), ...who })
    .transform(({ name, post, ...typed }, context): ReplyInput => {
      const proposed: ProposedByAgency = { ...typed, legalName: typed.legalName === legalName ? null : typed.legalName };
      if (Object.values(proposed).every((value) => value === null)) context.addIssue({ code: "custom", path: ["legalName"], message: "Change at least one of the details" });
      return { kind: "details", proposed, name, post };
    });
}

/** That it closed or merged, or that another body is meant. */
export const otherBodyForm = z
  .object({ what: z.enum(["closed", "not-us"], "Choose what is not right"), note: proseField({ missing: "Say what happened, or whom we may have meant", tooShort: "Say it in at least 3 characters", tooLong: "It must be 500 characters or fewer" }, { min: 3, max: 500, isPublic: true }), ...who })
  .transform(({ name, post, what, note }): ReplyInput => ({ kind: what, proposed: { note }, name, post }));

/** Who should have an account. */
export const accountForm = z
  .object({
    personName: lineField({ missing: "Enter the name of the person", tooShort: "The name must be 2 characters or more", tooLong: "The name must be 100 characters or fewer" }, { min: 2, max: 100 }),
    office: publicLine("Their post", { missing: "Enter their post, like Designated safeguarding lead", tooShort: "Their post must be 2 characters or more", tooLong: "Their post must be 100 characters or fewer" }, { min: 2, max: 100 }),
    email: emailField("Enter their work e-mail address"),
    ...who,
  })
  .transform(({ name, post, personName, office, email }): ReplyInput => ({ kind: "account", proposed: { person: { name: personName, office, email } }, name, post }));

export const setAsideForm = z.object({
  reason: proseField({ missing: "Say why nothing is changed: the agency is told", tooShort: "Give the reason in at least 3 characters", tooLong: "The reason must be 500 characters or fewer" }, { min: 3, max: 500, isPublic: true }),
});
