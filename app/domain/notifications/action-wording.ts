import { showDate } from "#app/domain/shared/dates.ts";

import type { ActionMessage } from "./action-messages.ts";
import type { Wording, WordingContext } from "./wording.ts";

type Words<Kind extends ActionMessage["kind"]> = (message: Extract<ActionMessage, { kind: Kind }>, context: WordingContext) => Wording;

/** What messages about actions say. */
export const actionWords: { [Kind in ActionMessage["kind"]]: Words<Kind> } = {
  "action-yours": ({ actionId, owner, dueOn, news }, { partnership }) => {
    const place = partnership?.name ?? "your partnership";
    const due = showDate(dueOn);
    const said = {
      recorded: { subject: `An action for you, due on ${due}: ${place}`, text: `${place} recorded an action of the ${owner}. It is due on ${due}.` },
      "more-asked": { subject: `More is asked of an action of yours: ${place}`, text: `An action of the ${owner} was proposed as done, and more is asked before it is closed. It is due on ${due}.` },
      moved: { subject: `An action of yours is now due on ${due}: ${place}`, text: `The day of an action of the ${owner} has moved: it is due on ${due}.` },
    }[news];
    return {
      subject: said.subject,
      paragraphs: [said.text, "Say how far it is, and when it is done say so with what shows it; somebody else then closes it."],
      link: { label: "Open the action", path: partnership ? `/portal/${partnership.slug}/actions/${actionId}` : "/portal" },
    };
  },
};
