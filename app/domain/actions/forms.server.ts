import { z } from "zod";

import type { TypedWords } from "#app/domain/documents/identifiers/identifying-words.ts";
import { dateField } from "#app/domain/shared/date-field.server.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { guardedProse, lookedField as looked, refusePossible, revisionField as revision } from "#app/domain/shared/guarded-words.server.ts";
import { optionalPublicLine } from "#app/domain/shared/public-fields.server.ts";

import type { OwnerInput } from "./owners.server.ts";
import type { OwnerChoices } from "./views.ts";

const why = "others read it, so it must identify nobody";

/** A few sentences in which nobody may be identified. */
function prose(what: string, missing: string, max = 3_000) {
  return guardedProse(what, missing, { min: 3, max });
}

/** Today or later. @param today an ISO date */
function dayToCome(what: string, today: string) {
  return dateField(what).refine((day) => day >= today, `Enter today, ${showDate(today)}, or a later day`);
}

/** What of an action the detectors look through. */
export function actionWords({ what, owner }: { what: string; owner: string | null }): TypedWords {
  return { "The action": what, "Who does it": owner };
}

const ownerWords = optionalPublicLine("Who does it", { min: 2, max: 120, why });

/** Whose it is, as somebody chooses or types it. A name that stands in the register is that agency. */
function ownerFields({ posts }: OwnerChoices) {
  return {
    post: z.enum(["", ...posts.map((each) => each.id)], "Choose an office from the list").default(""),
    agency: z.string().max(300).default("").transform((typed) => typed.trim()),
    owner: ownerWords,
  };
}

interface TypedOwner {
  post: string;
  agency: string;
  owner: string | null;
}

function isSomebodys({ post, agency, owner }: TypedOwner): boolean {
  return Boolean(post || agency || owner);
}

/** Told together with what is wrong in other fields, so that nobody sends the form twice to hear of it. */
const nobody = { path: ["post"], message: "Choose an office, or say below who else does it", when: () => true };

function readOwner({ agencies }: OwnerChoices, { post, agency, owner }: TypedOwner, context: z.RefinementCtx): OwnerInput {
  const refuse = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
  const named = agencies.filter((each) => each.name.toLowerCase() === agency.toLowerCase());
  if (post && (agency || owner !== null)) refuse("post", "Choose an office of the partnership, or say below who else it is; not both");
  else if (!post && owner === null) refuse("owner", "Say who does it there, by post");
  if (agency && named.length === 0) refuse("agency", "No agency of the register has this name. Choose it from the list, or leave this empty");
  if (agency && named.length > 1) refuse("agency", "Several agencies of the register have this name. Leave this empty, and say below who does it");
  if (post) return { postId: post };
  return named[0] ? { membershipId: named[0].id, words: owner ?? "" } : { words: owner ?? "" };
}

/** A new action as somebody types it. */
export function actionForm(choices: OwnerChoices) {
  return z.object({ what: prose("The action", "Say what is to be done", 1_000), ...ownerFields(choices), dueOn: dayToCome("the day by which it is done", choices.today), looked }).refine(isSomebodys, nobody).transform(({ what, dueOn, looked: seen, ...typed }, context) => {
    refusePossible(actionWords({ what, owner: typed.owner }), seen, context);
    return { what, dueOn, looked: seen, owner: readOwner(choices, typed, context) };
  });
}

/** Another owner, and why. */
export function ownerForm(choices: OwnerChoices) {
  return z.object({ ...ownerFields(choices), text: prose("The reason", "Say why somebody else does it", 500), looked, revision }).refine(isSomebodys, nobody).transform(({ text, revision: seenRevision, looked: seen, ...typed }, context) => {
    refusePossible({ "The reason": text, "Who does it": typed.owner }, seen, context);
    return { text, revision: seenRevision, looked: seen, owner: readOwner(choices, typed, context) };
  });
}

/** Who does it at the agency whose it stays. */
export function agencyOwnerForm(membershipId: string) {
  return z.object({ owner: ownerWords, text: prose("The reason", "Say why somebody else does it", 500), looked, revision }).transform(({ owner, looked: seen, ...typed }, context) => {
    if (owner === null) context.addIssue({ code: "custom", path: ["owner"], message: "Say who does it there, by post" });
    refusePossible({ "The reason": typed.text, "Who does it": owner }, seen, context);
    return { ...typed, looked: seen, owner: { membershipId, words: owner ?? "" } };
  });
}

function said(what: string, missing: string, max?: number) {
  return z.object({ text: prose(what, missing, max), looked, revision }).superRefine(({ text, looked: seen }, context) => refusePossible({ [what]: text }, seen, context));
}

export const progressForm = said("The note", "Say how far it is");

export const proposalForm = said("The evidence", "Say what shows that it is done");

export const closingForm = said("The reason", "Say what convinces you");

export const moreForm = said("What is asked", "Say what more is needed");

export function moveForm(today: string) {
  return z.object({ dueOn: dayToCome("the new day", today), text: prose("The reason", "Say why the day moves", 500), looked, revision }).superRefine(({ text, looked: seen }, context) => refusePossible({ "The reason": text }, seen, context));
}
