import { can, type Person } from "#app/domain/access/rules.ts";

/** Who may resolve a comment and open it again: whoever made it, and those who may change the text. */
export function mayResolve(person: Person & { personId: string }, comment: { partnershipId: string; openedBy: string }): boolean {
  const { partnershipId, openedBy } = comment;
  return can(person, "edit-drafts", { partnershipId }) || (openedBy === person.personId && can(person, "comment", { partnershipId }));
}

/** "2 open comments", "1 open comment". */
export function openComments(count: number): string {
  return `${String(count)} open ${count === 1 ? "comment" : "comments"}`;
}
