import { createHash } from "node:crypto";

import { z } from "zod";

import { dateField, optionalDateField } from "#app/domain/shared/date-field.server.ts";
import { optionalEmail } from "#app/domain/shared/email-field.server.ts";
import { proseField } from "#app/domain/shared/prose-field.server.ts";
import { optionalPublicLine, optionalPublicProse, publicLine } from "#app/domain/shared/public-fields.server.ts";

import type { AgencyChoices } from "./agency-choices.ts";
import { agencyAudits, inclusions } from "./vocabulary.ts";

const lengths = (what: string, max: number) => ({ tooShort: `${what} must be 2 characters or more`, tooLong: `${what} must be ${String(max)} characters or fewer` });
const revision = z.string().regex(/^\d{1,6}$/, "The form is incomplete. Copy what you typed, open the page again and paste it.").transform(Number);

/** A number of a public register, its spaces taken out; null when nothing is typed. */
function registerNumber(pattern: RegExp, message: string) {
  return z.string().transform((typed, context): string | null => {
    const compact = typed.replace(/\s+/g, "").toUpperCase();
    if (compact === "") return null;
    if (pattern.test(compact)) return compact;
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  });
}

/** What is said of a body itself; whoever recorded it first keeps it. */
export const bodyFields = {
  legalName: publicLine("The legal name", { missing: "Enter the legal name", ...lengths("The legal name", 200) }, { min: 2, max: 200 }),
  urn: registerNumber(/^[1-9]\d{5}$/, "The URN must be the six digits of the register of schools, like 123456").transform((number) => (number === null ? null : Number(number))),
  charityNumber: registerNumber(/^[1-9]\d{5,6}(-[1-9]\d{0,3})?$/, "The charity number must be six or seven digits, like 1234567, or 1234567-2 for a linked charity"),
  organisationCode: registerNumber(/^[A-Z0-9]{3,12}$/, "The organisation code must be 3 to 12 letters and digits, like RX1 or EY123456"),
  parent: optionalPublicLine("The trust, federation or parent body", { min: 2, max: 200 }),
  phase: optionalPublicLine("The phase", { min: 2, max: 60 }),
  establishment: optionalPublicLine("The type", { min: 2, max: 100 }),
};

/** A body as a form gives it. */
export type BodyInput = z.infer<z.ZodObject<typeof bodyFields>>;

const prose = (what: string) => optionalPublicProse(what, 1_000).refine((text) => text === null || text.length >= 3, `${what} must be 3 characters or more`);

/** What one partnership says of an agency. */
function membershipFields({ categories, areas, posts }: AgencyChoices) {
  const post = z.union([z.literal(""), z.enum(posts.map((each) => each.id))], "Choose from the list").transform((id) => id || null);
  return {
    category: z.enum(categories.map((each) => each.id), "Choose a category"),
    inclusion: z.enum(inclusions, "Say whether it is under the statutory duty"),
    reason: prose("The reason"),
    howWeWork: prose("How you work together"),
    areas: z.array(z.enum(areas.map((each) => each.code), "Choose areas from the list")),
    audits: z.array(z.enum(agencyAudits, "Choose audits from the list")),
    representativePostId: post,
    deputyPostId: post,
    toldOn: optionalDateField("the day it was told"),
    acknowledgedOn: optionalDateField("the day it acknowledged"),
    contactEmail: optionalEmail,
  };
}

/** An agency as somebody types it. Without `withBody`, what is said of the body itself is kept elsewhere and left out. */
export function agencyForm(choices: AgencyChoices, { withBody }: { withBody: boolean }) {
  const fields = { ...membershipFields(choices), repeated: z.literal("yes").optional(), revision: revision.optional() };
  if (!withBody) return z.object(fields).transform((typed, context) => ({ body: null, ...settle(choices, typed, context) }));
  return z.object({ ...bodyFields, ...fields }).transform(({ legalName, urn, charityNumber, organisationCode, parent, phase, establishment, ...typed }, context) => ({
    body: { legalName, urn, charityNumber, organisationCode, parent, phase, establishment },
    ...settle(choices, typed, context),
  }));
}

type TypedMembership = z.infer<z.ZodObject<ReturnType<typeof membershipFields>>> & { repeated?: "yes" | undefined; revision?: number | undefined };

/** What holds between the answers, and what they come to. */
function settle(choices: AgencyChoices, { repeated, revision: began, areas, audits, ...typed }: TypedMembership, context: z.RefinementCtx) {
  const refuse = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message });
  const category = choices.categories.find((each) => each.id === typed.category);
  if (category && !category.inSchedule && typed.inclusion === "statutory") refuse("inclusion", "A body outside the Schedule is named by agreement: it has no statutory duty");
  if (typed.deputyPostId !== null && typed.deputyPostId === typed.representativePostId) refuse("deputyPostId", "The deputy must be another post than the representative");
  if (typed.toldOn !== null && typed.acknowledgedOn !== null && typed.acknowledgedOn < typed.toldOn) refuse("acknowledgedOn", "It cannot have acknowledged before it was told");
  const everyArea = areas.length === choices.areas.length;
  return { membership: { ...typed, areas: everyArea ? [] : [...areas].sort(), audits: [...audits].sort() }, repeated: repeated === "yes", revision: began ?? 0 };
}

export type MembershipInput = z.infer<ReturnType<typeof agencyForm>>["membership"];

const publicReason = (missing: string, max: number) => proseField({ missing, tooShort: "Give the reason in at least 3 characters", tooLong: `The reason must be ${max.toLocaleString("en-GB")} characters or fewer` }, { min: 3, max, isPublic: true });

/** Why the bodies of a category are named, for those that have no reason of their own. */
export const categoryReason = publicReason("Say why the bodies of this category are chosen: it is published", 1_000);

export const withdrawalForm = z.object({ on: dateField("the day from which it is no longer named"), reason: publicReason("Say why it is no longer named: it is published", 500), revision });

export const proposeAgainForm = z.object({ revision });

/** A proposed agency as the form that names it needs it. */
interface Proposed {
  id: string;
  reason: string | null;
  closedOn: string | null;
  category: { id: string; title: string };
}

/** Names a list of proposed agencies: while it is the same, nobody was added or taken away. */
export function proposedSha256(proposed: readonly Pick<Proposed, "id">[]): string {
  return createHash("sha256").update(proposed.map(({ id }) => id).sort().join("\n")).digest("hex");
}

/**
 * Which categories of proposed agencies to name, without whom, and why those that have no reason of their own are chosen.
 * A form for hundreds sends only what differs; `shown` says which list the person saw.
 */
export function namingForm(proposed: readonly Proposed[]) {
  return z
    .object({ category: z.array(z.string()), without: z.array(z.string()), shown: z.string() })
    .loose()
    .transform((typed, context) => {
      const refuse = (path: string[], message: string) => context.addIssue({ code: "custom", path, message });
      if (typed.shown !== proposedSha256(proposed)) refuse([], "Somebody changed what is proposed while you had the page open. Look at it again, then name");
      const ticked = proposed.filter(({ id, closedOn, category }) => typed.category.includes(category.id) && !typed.without.includes(id) && closedOn === null);
      if (ticked.length === 0) refuse(["category"], "Tick a category of agencies to name");
      const reasons: Record<string, string> = {};
      for (const { id, title } of new Map(ticked.filter((each) => each.reason === null).map(({ category }) => [category.id, category])).values()) {
        const field = `reason-${id}`;
        const read = categoryReason.safeParse(typed[field] ?? "");
        if (read.success) reasons[id] = read.data;
        else refuse([field], `${title}: ${read.error.issues[0]?.message ?? "give the reason"}`);
      }
      return { membershipIds: ticked.map(({ id }) => id), reasons };
    });
}
