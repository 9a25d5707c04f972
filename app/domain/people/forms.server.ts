import { z } from "zod";

import { dateField } from "../shared/date-field.server.ts";
import { lineField } from "../shared/line-field.server.ts";

const fullName = lineField(
  { missing: "Enter their full name", tooShort: "Their full name must have at least 2 characters", tooLong: "Their full name must have 120 characters or fewer" },
  { min: 2, max: 120 },
);

const office = lineField(
  {
    missing: "Enter the title of the office, like Chief Executive",
    tooShort: "The title of the office must have at least 2 characters",
    tooLong: "The title of the office must have 120 characters or fewer",
  },
  { min: 2, max: 120 },
);

const email = z.string().transform((typed, context) => {
  const address = typed.trim();
  const message =
    address === ""
      ? "Enter their work e-mail address"
      : !z.email().safeParse(address).success
        ? "Enter an e-mail address in full, like name@northmoor.example"
        : address.length > 254
          ? "The e-mail address must have 254 characters or fewer"
          : null;
  if (message) {
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  }
  return address;
});

/** Who is appointed to a post, under what title, and from when. */
export const appointForm = z.object({
  name: fullName,
  email,
  office,
  acting: z.enum(["yes", "no"], "Choose whether the appointment is acting").transform((answer) => answer === "yes"),
  startsOn: dateField("the date the appointment starts"),
});

const reason = lineField(
  { missing: "Give the reason, like Retired", tooShort: "Give the reason in at least 3 characters", tooLong: "The reason must have 300 characters or fewer" },
  { min: 3, max: 300 },
);

/** When and why an appointment ends. */
export const endForm = z.object({ endsOn: dateField("the date the appointment ends"), reason });

/** How somebody who says they lost their phone was recognised: shown to the second person, kept out of the ledger. */
export const factorResetForm = z.object({
  howChecked: lineField(
    {
      missing: "Say how you made sure who is asking, like: Spoke by video, recognised her",
      tooShort: "Say how you made sure who is asking in at least 10 characters",
      tooLong: "How you made sure must have 500 characters or fewer",
    },
    { min: 10, max: 500 },
  ),
});

const uuid = z.uuid();

/** Whether part of an address can be an identifier at all; the database would refuse anything else with an error. */
export function isIdentifier(text: string | undefined): text is string {
  return uuid.safeParse(text).success;
}
