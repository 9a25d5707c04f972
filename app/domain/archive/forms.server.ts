import { z } from "zod";

import { findIdentifiers } from "#app/domain/documents/identifiers/find-identifiers.ts";
import { optionalDateField } from "#app/domain/shared/date-field.server.ts";
import { publicLine } from "#app/domain/shared/public-fields.server.ts";

import { archiveKinds } from "./vocabulary.ts";

const link = z.string().transform((typed, context) => {
  const refuse = (message: string) => {
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  };
  const address = typed.trim();
  if (address === "") return null;
  if (address.length > 1_000) return refuse("The web address must be 1,000 characters or fewer");
  const whole = /^https?:\/\/[^/\s]+\.\S+$/i.test(address) && URL.canParse(address) ? new URL(address) : null;
  // A name before an @ would show one host and lead to another.
  if (!whole?.hostname.includes(".") || whole.username !== "") return refuse("Enter a whole web address, like https://www.example.org/report.pdf");
  if (findIdentifiers(address).some((identifier) => identifier.certain)) return refuse("The web address contains what certainly identifies a person. Give another, or choose the PDF");
  return whole.href;
});

const details = {
  kind: z.enum(archiveKinds, "Choose what kind of document it is"),
  title: publicLine("The title", { missing: "Enter the title of the document", tooShort: "The title must be 3 characters or more", tooLong: "The title must be 160 characters or fewer" }, { min: 3, max: 160 }),
  periodFrom: optionalDateField("the first day of the period"),
  periodTo: optionalDateField("the last day of the period"),
  publishedOn: optionalDateField("the date it was published"),
  link,
};

const readDates = z.object({ periodFrom: z.iso.date().nullable(), periodTo: z.iso.date().nullable(), publishedOn: z.iso.date().nullable() });

/** What the dates say together, said with whatever else is wrong. */
function withDates<Shape extends typeof details>(shape: Shape) {
  const when = ({ value }: { value: unknown }) => readDates.safeParse(value).success;
  return z
    .object(shape)
    .refine((entry) => !inWrongOrder(readDates.parse(entry)), { path: ["periodTo"], message: "The last day of the period must be after the first", when })
    .refine((entry) => Object.values(readDates.parse(entry)).some((date) => date !== null), { path: ["periodFrom"], message: "Enter the period it was about or in force, or the date it was published", when });
}

function inWrongOrder({ periodFrom, periodTo }: z.infer<typeof readDates>): boolean {
  return periodFrom !== null && periodTo !== null && periodTo < periodFrom;
}

/** An earlier document, to be added. Whether there is a file is checked apart. */
export const archiveEntryForm = withDates(details);

const reason = publicLine("The reason", { missing: "Give the reason that the public will read", tooShort: "Give the reason in at least 5 characters", tooLong: "The reason must be 300 characters or fewer" }, { min: 5, max: 300 });
const revision = z.string().regex(/^\d{1,6}$/, "The form is incomplete. Copy what you typed, open the page again and paste it.").transform(Number);

/** The same put right. `revision` is the state the person began from. */
export const archiveCorrectionForm = withDates({ ...details, reason, revision });

export const archiveRemovalForm = z.object({ reason });
