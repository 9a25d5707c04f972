import type { ReactNode } from "react";

import { delegationLines } from "#app/components/people/delegation-lines.tsx";
import { TermLine } from "#app/components/people/term-lines.tsx";
import { termsLines } from "#app/components/people/terms-lines.tsx";
import type { PostAction, PostView } from "#app/domain/people/people-view.ts";

/** What a vacancy in each post means. */
export const vacancyMeaning: Record<PostView["role"], string> = {
  lsp: "Vacant. Must be filled before anything can be approved: this seat signs.",
  dsp: "Vacant. The lead does this work until somebody is appointed.",
  chair: "Vacant. Nobody is the single point for raising risks and issues.",
  scrutineer: "Vacant. Nobody independent is checking the partnership’s work.",
  "business-manager": "Vacant. Nobody prepares the partnership’s documents.",
  "agency-contact": "Vacant. Nobody speaks for this agency.",
  "education-representative": "Vacant. Nobody brings education’s voice at this level.",
};

/** The lines of one post in a card: its role and office, who holds it, on what terms, who comes next, what can be done. */
export function postLines(post: PostView, heading: ReactNode): ReactNode[] {
  return [
    ...(heading ? [<span key="role" className="seat__post">{heading}</span>] : []),
    post.holder ? <TermLine key="holder" term={post.holder} /> : <strong key="vacant">{vacancyMeaning[post.role]}</strong>,
    ...(post.delegation ? delegationLines(post.delegation) : []),
    ...(post.terms ? termsLines(post.terms) : []),
    ...post.warnings.map((warning) => <strong key={warning}>Warning: {warning}</strong>),
    ...(post.next ? [<TermLine key="next" term={post.next} coming />] : []),
    ...post.actions.map((action) => <ActionLink key={action.href} action={action} />),
  ];
}

export function ActionLink({ action }: { action: PostAction }) {
  return <a className="govuk-link" href={action.href}>{action.text}<span className="govuk-visually-hidden"> for {action.about}</span></a>;
}
