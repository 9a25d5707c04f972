import { roleLabels } from "#app/domain/access/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";

import type { ProposalMessage } from "./proposal-messages.ts";
import type { Wording, WordingContext } from "./wording.ts";

type Words<Kind extends ProposalMessage["kind"]> = (message: Extract<ProposalMessage, { kind: Kind }>, context: WordingContext) => Wording;

const endings = { declined: "was declined", withdrawn: "was withdrawn by whoever made it", lapsed: "was overtaken and cannot be carried out any more" } as const;

const subjects: Record<string, string> = {
  "appoint-lead": "to appoint a lead safeguarding partner",
  "appoint-chair": "to appoint the partnership chair",
  "appoint-scrutineer": "to appoint the independent scrutineer",
  "add-partner": "to add a statutory partner",
  "end-partner": "to end a statutory partner",
  "succeed-partner": "to put a successor in the place of a statutory partner",
};

/** What messages about proposals say. */
export const proposalWords: { [Kind in ProposalMessage["kind"]]: Words<Kind> } = {
  "proposal-made": ({ proposalId, role, organisation, name, proposedBy }, { partnership }) => ({
    subject: `Please agree or decline: ${roleLabels[role].toLowerCase()}, ${partnership?.name ?? "your partnership"}`,
    paragraphs: [
      `${proposedBy} proposes ${name} as ${roleLabels[role].toLowerCase()}${organisation ? ` for ${organisation}` : ""}.`,
      role === "lsp"
        ? "It takes the agreement of that body’s own lead safeguarding partner and of another. The appointment is made when the last of them agrees."
        : "It takes the agreement of every lead safeguarding partner. The appointment is made when the last of you agrees.",
    ],
    link: { label: "Read it, then agree or decline", path: `/portal/${partnership?.slug ?? ""}/people/proposals/${proposalId}` },
  }),
  "partner-proposed": ({ proposalId, what, on, proposedBy }, { partnership }) => ({
    subject: `Please agree or decline: a change of statutory partners, ${partnership?.name ?? "your partnership"}`,
    paragraphs: [`${proposedBy} proposes: ${what}, from ${showDate(on)}.`, "It takes the agreement of the lead safeguarding partners of two bodies. It changes who must sign, and it is published with its reason."],
    link: { label: "Read it, then agree or decline", path: `/portal/${partnership?.slug ?? ""}/people/proposals/${proposalId}` },
  }),
  "partners-changed": ({ what, on, reason }, { partnership }) => ({
    subject: `The statutory partners change: ${partnership?.name ?? "your partnership"}`,
    paragraphs: [`Agreed: ${what}, from ${showDate(on)}.`, `The published reason: ${reason}`, "Versions that await signatures from other partners than those of that day are closed; the draft can be frozen again."],
    link: { label: "See who holds which office", path: `/portal/${partnership?.slug ?? ""}/people` },
  }),
  "proposal-closed": ({ proposalId, proposal, how, reason }, { partnership }) => ({
    subject: `A proposal ${endings[how]}, ${partnership?.name ?? "your partnership"}`,
    paragraphs: [`The proposal ${subjects[proposal] ?? ""} ${endings[how]}. Nothing has changed.`, ...(reason ? [`The reason: ${reason}`] : [])],
    link: { label: "Open the proposal", path: `/portal/${partnership?.slug ?? ""}/people/proposals/${proposalId}` },
  }),
};
