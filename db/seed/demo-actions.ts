import { askForMore } from "#app/domain/actions/ask-for-more.server.ts";
import { closeAction } from "#app/domain/actions/close-action.server.ts";
import { moveDueDate } from "#app/domain/actions/move-due-date.server.ts";
import { noteProgress } from "#app/domain/actions/note-progress.server.ts";
import type { ActionOrigin } from "#app/domain/actions/origins.ts";
import type { OwnerInput } from "#app/domain/actions/owners.server.ts";
import { proposeDone } from "#app/domain/actions/propose-done.server.ts";
import { getOwnerChoices } from "#app/domain/actions/queries.server.ts";
import { recordAction } from "#app/domain/actions/record-action.server.ts";
import type { StepInput } from "#app/domain/actions/take-step.server.ts";
import type { Outcome } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";

import type { Stage } from "./demo.ts";
import { type DemoAction, type DemoActionStep, demoActions } from "./demo-actions-data.ts";
import { form, must } from "./outcomes.ts";

/** Actions recorded by themselves and one of a decision: open, moved, overdue, proposed as done, sent back, and closed by another. Five partnerships have none. */
export async function seedActions(stage: Stage): Promise<void> {
  for (const { slug, manager, actions } of demoActions) {
    const partnershipId = await stage.partnershipId(slug);
    for (const { what, owner, decision, recordedOn, dueOn, steps = [] } of actions) {
      await stage.at(`${recordedOn}T10:00:00Z`);
      const { actionId } = must(await recordAction(await stage.actor(manager), { partnershipId, origin: await originOf(stage, partnershipId, decision), what, owner: await ownerOf(stage, partnershipId, manager, owner), dueOn, looked: [] }, form()));
      for (const [at, step] of steps.entries()) {
        await stage.at(`${step.on}T11:00:00Z`);
        must(await take(await stage.actor(step.by ?? manager), { partnershipId, actionId, revision: at + 1, text: step.text, looked: [] }, step));
      }
    }
  }
}

async function originOf({ sql }: Stage, partnershipId: string, decision: number | undefined): Promise<ActionOrigin> {
  if (decision === undefined) return { kind: "own" };
  const [found] = await sql<{ id: string }[]>`select id from portal.decisions where partnership_id = ${partnershipId} and number = ${decision}`;
  if (!found) throw new Error(`no decision ${String(decision)}`);
  return { kind: "decision", id: found.id };
}

async function ownerOf(stage: Stage, partnershipId: string, manager: string, owner: DemoAction["owner"]): Promise<OwnerInput> {
  if ("person" in owner) {
    const [post] = await stage.sql<{ id: string }[]>`
      select a.post_id as id from portal.appointments a join portal.people p on p.id = a.person_id
      where a.partnership_id = ${partnershipId} and a.role = ${owner.role} and p.name = ${owner.person} and a.ends_on is null`;
    if (!post) throw new Error(`${owner.person} holds no such office`);
    return { postId: post.id };
  }
  if (!("agency" in owner)) return owner;
  const { agencies } = await getOwnerChoices(await stage.actor(manager), partnershipId);
  const found = agencies.find((each) => each.name === owner.agency);
  if (!found) throw new Error(`no agency ${owner.agency}`);
  return { membershipId: found.id, words: owner.words };
}

function take(actor: SessionActor, input: StepInput, step: DemoActionStep): Promise<Outcome<null>> {
  switch (step.step) {
    case "progress":
      return noteProgress(actor, input, form());
    case "propose":
      return proposeDone(actor, input, form());
    case "more":
      return askForMore(actor, input, form());
    case "close":
      return closeAction(actor, input, form());
    case "move":
      return moveDueDate(actor, { ...input, dueOn: step.dueOn }, form());
  }
}
