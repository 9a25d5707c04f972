import { z } from "zod";

import { dateField } from "../shared/date-field.server.ts";
import { lineField } from "../shared/line-field.server.ts";
import { showDate } from "../shared/dates.ts";
import { isSlug, suggestSlug } from "./rules.ts";

/** More than any partnership in England has; keeps the address of a half-filled form short. */
const mostBodies = 20;

const codes = (nothing: string, tooMany: string) => z.array(z.string().regex(/^[A-Z0-9]{4,12}$/, nothing)).min(1, nothing).max(mostBodies, tooMany);

/** Which local authority areas: codes of the register. */
export const areasForm = z.object({
  area: codes("Choose at least one local authority area", "Choose at most 20 local authority areas"),
});

/** Which integrated care boards: codes of the register. */
export const healthForm = z.object({
  icb: codes("Choose at least one integrated care board", "Choose at most 20 integrated care boards"),
});

const name = lineField(
  {
    missing: "Enter the partnership's name",
    tooShort: "The partnership's name must have at least 3 characters",
    tooLong: "The partnership's name must have 160 characters or fewer",
  },
  { min: 3, max: 160 },
);

export interface EditionChoice {
  id: string;
  title: string;
  /** ISO month or date: "2026-03". */
  published: string;
}

/** Name, address, edition and dates. The address may be left empty: it is then made from the name. */
export function detailsForm({ today, editions }: { today: string; editions: readonly EditionChoice[] }) {
  const notLater = (message: string) => (date: string, context: z.RefinementCtx) => {
    if (date > today) context.addIssue({ code: "custom", message });
  };
  return z
    .object({
      name,
      slug: z.string().trim().toLowerCase(),
      startsOn: dateField("the date the partnership starts").superRefine(
        notLater("The date the partnership starts must be today or in the past: set it up on the day it starts, or later"),
      ),
      editionId: z.enum(editions.map((edition) => edition.id), "Choose the edition of the guidance the partnership works under"),
      adoptedOn: dateField("the date the partnership adopted the edition").superRefine(
        notLater("The date the partnership adopted the edition must be today or in the past"),
      ),
    })
    .transform((typed, context) => {
      const slug = typed.slug || suggestSlug(typed.name);
      if (!isSlug(slug)) {
        const message = typed.slug
          ? "The web address must be 3 to 60 small letters, digits and hyphens, starting with a letter, like northmoor"
          : "Enter a web address for the partnership: none could be made from its name";
        context.addIssue({ code: "custom", path: ["slug"], message });
      }
      const edition = editions.find((each) => each.id === typed.editionId);
      const published = edition ? `${edition.published}-01`.slice(0, 10) : "";
      if (edition && typed.adoptedOn < published) {
        const message = `The date must be ${showDate(published)} or later: ${edition.title} was not published before`;
        context.addIssue({ code: "custom", path: ["adoptedOn"], message });
      }
      return { ...typed, slug };
    });
}

export type PartnershipDetails = z.output<ReturnType<typeof detailsForm>>;
