import type { ReactNode } from "react";

import { TermLine } from "#app/components/people/term-lines.tsx";
import type { PostAction, PostView } from "#app/domain/people/people-view.ts";

/** What a vacancy in each post means. */
export const vacancyMeaning: Record<PostView["role"], string> = {
  lsp: "Vacant. Must be filled before anything can be approved: this seat signs.",
  dsp: "Vacant. The lead does this work until somebody is appointed.",
  chair: "Vacant. Nobody is the single point for raising risks and issues.",
  scrutineer: "Vacant. Nobody independent is checking the partnership’s work.",
  "business-manager": "Vacant. Nobody prepares the partnership’s documents.",
};

/** The lines of one post in a card: its role and office, who holds it, who comes next, what can be done. */
export function postLines(post: PostView, heading: ReactNode): ReactNode[] {
  return [
    ...(heading ? [<span key="role" className="seat__post">{heading}</span>] : []),
    post.holder ? <TermLine key="holder" term={post.holder} /> : <strong key="vacant">{vacancyMeaning[post.role]}</strong>,
    ...(post.next ? [<TermLine key="next" term={post.next} coming />] : []),
    ...post.actions.map((action) => <ActionLink key={action.href} action={action} />),
  ];
}

export function ActionLink({ action }: { action: PostAction }) {
  return <a className="govuk-link" href={action.href}>{action.text}<span className="govuk-visually-hidden"> for {action.about}</span></a>;
}
