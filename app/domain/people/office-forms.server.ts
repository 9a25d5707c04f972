import { z } from "zod";

import { dateField, optionalDateField } from "../shared/date-field.server.ts";
import { lineField } from "../shared/line-field.server.ts";
import { proseField } from "../shared/prose-field.server.ts";
import { appointForm } from "./forms.server.ts";
import type { ProposeInput } from "./propose-appointment.server.ts";
import { educationLevels } from "./vocabulary.ts";

const scope = proseField(
  {
    missing: "Say what is delegated, and what is not",
    tooShort: "Say what is delegated in at least 10 characters",
    tooLong: "What is delegated must have 1,000 characters or fewer",
  },
  { min: 10, max: 1_000, isPublic: true },
);

const why = proseField(
  { missing: "Say why, for those who decide", tooShort: "Say why in at least 3 characters", tooLong: "The reason must have 1,000 characters or fewer" },
  { min: 3, max: 1_000, isPublic: false },
);

const interests = proseField(
  {
    missing: "Enter the interests declared, or “None declared”",
    tooShort: "The interests declared must have at least 2 characters",
    tooLong: "The interests declared must have 2,000 characters or fewer",
  },
  { min: 2, max: 2_000, isPublic: true },
);

const startsOn = dateField("the date the appointment starts");

/** A delegate, with what is delegated. */
export const appointDelegateForm = appointForm.extend({ scope });

/** What a lead delegates, and from when. */
export const delegationForm = z.object({ scope, startsOn: dateField("the date the delegation starts") });

/** What every form for proposing somebody comes to. */
export type Proposed = Pick<ProposeInput, "whom" | "office" | "acting" | "startsOn" | "terms" | "reason">;

const leadForm = appointForm.extend({ reason: why }).transform(({ name, email, office, acting, startsOn, reason }): Proposed => ({ whom: { name, email }, office, acting, startsOn, terms: {}, reason }));

/** The choice that somebody else than a delegate chairs. */
export const somebodyElse = "somebody-else";

const chairOffice = "Partnership chair";
const reviewOn = dateField("the date the chair is reviewed");

const independentReason = proseField(
  {
    missing: "Give the reason for an independent chair: it is published",
    tooShort: "Give the reason for an independent chair in at least 10 characters",
    tooLong: "The reason for an independent chair must have 1,000 characters or fewer",
  },
  { min: 10, max: 1_000, isPublic: true },
);

const delegateAsChairForm = z
  .object({ chair: z.uuid("Choose who is to chair the partnership"), startsOn, reviewOn, reason: why })
  .transform((typed): Proposed => ({ whom: { personId: typed.chair }, office: chairOffice, acting: false, startsOn: typed.startsOn, terms: { reviewOn: typed.reviewOn }, reason: typed.reason }));

const independentChairForm = appointForm
  .pick({ name: true, email: true })
  .extend({ independentReason, startsOn, reviewOn, reason: why })
  .transform(
    ({ name, email, ...typed }): Proposed => ({
      whom: { name, email },
      office: chairOffice,
      acting: false,
      startsOn: typed.startsOn,
      terms: { reviewOn: typed.reviewOn, independentReason: typed.independentReason },
      reason: typed.reason,
    }),
  );

const scrutineerForm = appointForm
  .pick({ name: true, email: true })
  .extend({
    appointingBody: lineField(
      { missing: "Enter who appoints them, like the three partners together", tooShort: "Who appoints them must have at least 2 characters", tooLong: "Who appoints them must have 160 characters or fewer" },
      { min: 2, max: 160 },
    ),
    startsOn,
    termEndsOn: dateField("the date the term ends"),
    contractEndsOn: optionalDateField("the date the contract ends"),
    interests,
    reason: why,
  })
  .transform(
    ({ name, email, appointingBody, termEndsOn, contractEndsOn, interests: declared, ...typed }): Proposed => ({
      whom: { name, email },
      office: "Independent scrutineer",
      acting: false,
      startsOn: typed.startsOn,
      terms: { appointingBody, termEndsOn, contractEndsOn, interests: declared },
      reason: typed.reason,
    }),
  )
  .superRefine(({ startsOn: from, terms }, context) => {
    for (const field of ["termEndsOn", "contractEndsOn"] as const) {
      const on = terms[field];
      if (on && on <= from) context.addIssue({ code: "custom", path: [field], message: `The ${field === "termEndsOn" ? "term" : "contract"} must end after the appointment starts` });
    }
  });

/** The form for proposing somebody to a post of this role. @param chair the choice made in the form for a chair */
export function proposeForm(role: "lsp" | "chair" | "scrutineer", chair: string) {
  if (role === "lsp") return leadForm;
  if (role === "scrutineer") return scrutineerForm;
  return chair === somebodyElse ? independentChairForm : delegateAsChairForm;
}

const body = lineField(
  { missing: "Enter the name of the agency or setting they speak for", tooShort: "The name must have at least 2 characters", tooLong: "The name must have 160 characters or fewer" },
  { min: 2, max: 160 },
);

/** Somebody who represents an agency, or education at one level. */
export const representativeForm = appointForm.omit({ acting: true }).extend({
  represents: z.enum(["agency", ...educationLevels], "Choose whom they represent"),
  body,
});

/** When the chair is next reviewed. */
export const chairTermsForm = z.object({ reviewOn });

/** A scrutineer's term, contract and interests, as a lead records them. */
export const scrutineerTermsForm = z.object({ termEndsOn: dateField("the date the term ends"), contractEndsOn: optionalDateField("the date the contract ends"), interests });

/** A scrutineer's own declaration. */
export const interestsForm = z.object({ interests });

/** Why a lead declines a proposal. */
export const declineProposalForm = z.object({
  reason: proseField({ missing: "Say why you decline, or what must change", tooShort: "Say why in at least 5 characters", tooLong: "The reason must have 1,000 characters or fewer" }, { min: 5, max: 1_000, isPublic: false }),
});
