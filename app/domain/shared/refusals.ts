/**
 * Every way the portal says no to something well formed. A command answers one of these as a value;
 * a page shows its title and text with its status. Imports nothing; client-safe.
 */
export const refusals = {
  "not-found": { status: 404, title: "Page not found", text: "There is nothing at this address for you." },
  "not-permitted": { status: 403, title: "Your role does not allow this", text: "Somebody else in the partnership can do it: see the People page for who holds which office." },
  stale: { status: 409, title: "Somebody else changed this first", text: "Nothing was saved. Look at what is there now, then try again." },
  "form-already-used": { status: 409, title: "This form was already sent with other answers", text: "The first answers were kept. Open the page again to make another change." },
  "not-every-seat-signed": { status: 409, title: "Not every seat has signed", text: "It can be published when the lead safeguarding partner of every required seat has signed this version." },
  "version-not-awaiting": { status: 409, title: "This version is no longer awaiting signatures", text: "It was approved, declined or replaced by a newer version while you had the page open." },
  "version-not-in-that-state": { status: 409, title: "This version has moved on", text: "Open it again to see its state and what can be done now." },
  "already-signed": { status: 409, title: "This seat has already signed", text: "A seat signs a version once." },
  "not-your-seat": { status: 403, title: "You do not hold this seat", text: "Only the lead safeguarding partner who holds the seat today can sign or decline for it." },
  "identity-not-confirmed": { status: 403, title: "Confirm who you are", text: "Enter your password again. A confirmation lasts five minutes." },
  "seats-changed": { status: 409, title: "The seats of the partnership changed", text: "Check the People page, then freeze again." },
  "not-ready": { status: 409, title: "Not ready to be frozen", text: "Put right the errors and give a reason for each warning first." },
  "already-started": { status: 409, title: "A draft has already been started", text: "Open the draft that is there." },
  "section-removed": { status: 409, title: "Somebody removed this section", text: "Its text is kept. It can be put back from the page that orders the sections." },
  "young-people-page-there": { status: 409, title: "There is a page for children and young people already", text: "A document has one. Open it; if it was removed, put it back." },
  "too-many-sections": { status: 409, title: "There are too many sections", text: "A document has at most 100 sections. Join some of them." },
  "unknown-item": { status: 422, title: "The guidance has no such item", text: "Open the page again and choose from the items that are there." },
  "item-covered": { status: 409, title: "This item is covered", text: "A section covers it, so there is nothing to explain. Take the item out of the section first." },
  "must-items-cannot-be-gaps": { status: 422, title: "This content is required", text: "An item the law requires cannot be declared not covered." },
  "appointment-clash": { status: 409, title: "The dates clash with another appointment", text: "A post has one holder at a time." },
  "two-kinds-of-seat": { status: 409, title: "This person leads a partner of another kind here", text: "One person cannot be lead safeguarding partner for the council, the health board and the police at once. Only seats of the same kind may share a holder." },
  "scrutineer-independent": { status: 409, title: "A scrutineer holds no other office here", text: "The independent scrutineer cannot hold another role in the same partnership." },
  "file-not-allowed": { status: 409, title: "This document cannot be a PDF", text: "Only the threshold document may have a PDF as its text. Write sections, or start from a Word file." },
  "no-file-or-link": { status: 422, title: "There is nothing to read", text: "Choose a PDF, or give the web address where the document is." },
  "identifier-in-file": { status: 422, title: "The file identifies somebody", text: "Take it out of the file, then choose the file again: nothing about a child may be published." },
  "file-not-looked-at": { status: 422, title: "Something in the file must be looked at", text: "Look at what was found, then choose the file again and say that it may be published." },
  "entry-removed": { status: 409, title: "This entry was taken off the list", text: "Nothing was changed. Add the document again if it should be listed." },
  "area-already-covered": { status: 409, title: "An area is already covered", text: "A local authority area is never covered by two sets of arrangements at once." },
  "slug-taken": { status: 409, title: "That address is taken", text: "Choose another short name for the partnership's address." },
  "body-not-live": { status: 409, title: "A body cannot be chosen", text: "Choose a council, health board or police force that exists today: a body that ended has a successor." },
  "impossible-dates": { status: 422, title: "The dates cannot be right", text: "Check the dates, then send the form again." },
  "held-before": { status: 409, title: "This post has been held before", text: "An administrator appoints the first holder of a post only." },
  "other-name": { status: 409, title: "The e-mail address belongs to somebody else", text: "Check the name and the e-mail address: an account keeps the name it was opened with." },
  "proposal-open": { status: 409, title: "An appointment to this post is already proposed", text: "It must be agreed, declined or withdrawn before another is proposed." },
  "partner-already": { status: 409, title: "This body is a statutory partner already", text: "A body has one seat at a time: see the People page." },
  "one-of-each-kind": { status: 409, title: "Each kind of partner must remain", text: "A partnership always has at least one council, one integrated care board and one police force. A body that ends is followed by its successor." },
  "proposal-closed": { status: 409, title: "This proposal is closed", text: "It was carried out, declined, withdrawn or overtaken while you had the page open." },
  "already-agreed": { status: 409, title: "This seat has already agreed", text: "A seat agrees to a proposal once." },
  "not-agreed": { status: 409, title: "Not everybody who must agree has agreed", text: "The appointment is made when the last lead safeguarding partner who is asked has agreed." },
  "chair-not-delegate": { status: 409, title: "The chair is one of the delegated safeguarding partners", text: "Choose one of them, or give the reason for an independent chair: it will be published." },
  "own-factor": { status: 403, title: "This is your own second factor", text: "Two other people must agree to it: one proposes, another confirms." },
  "own-account": { status: 409, title: "This is your own account", text: "Ask another administrator to suspend it." },
  "comment-resolved": { status: 409, title: "This comment is resolved", text: "Reopen it first, then reply." },
  "not-your-words": { status: 403, title: "These are not your words", text: "Only whoever wrote them can put them right or take them back." },
  "unknown-person": { status: 422, title: "Somebody you named cannot read this draft", text: "Open the page again and choose from the people in the list." },
  "time-has-passed": { status: 409, title: "That time has passed", text: "Choose a time that is still to come, or publish the version now." },
  "already-taken-down": { status: 409, title: "Already taken down", text: "This version has already been taken down for safety." },
  "edition-not-readable": { status: 422, title: "The file cannot be read", text: "Choose the file of an edition of the guidance." },
  "unknown-edition-replaced": { status: 422, title: "The edition it replaces is not here", text: "Load the edition before it first." },
  "edition-in-use": { status: 409, title: "This edition is in use", text: "A partnership works under it, so the new file must hold every item that the edition has." },
  "not-a-newer-edition": { status: 409, title: "This is not a newer edition", text: "A partnership moves forward, to an edition that replaces its own." },
  "list-not-readable": { status: 422, title: "The list cannot be loaded", text: "Check the file again, and put right what is wrong with it." },
  "year-already-open": { status: 409, title: "This financial year is open already", text: "Open it from the funding page." },
  "budget-signed": { status: 409, title: "The budget is signed and published", text: "Its amounts are changed by recording a change in the year, with a reason." },
  "no-signed-budget": { status: 409, title: "There is no signed budget to vary", text: "Until the budget is signed and published, change the line itself." },
  "line-removed": { status: 409, title: "Somebody removed this line", text: "Nothing was saved. Add the line again if it is needed." },
  "line-shared": { status: 409, title: "This line is a part of one payer’s amount for several partnerships", text: "Its amount stays what was accepted. Ask the host to offer what is to be added as another share." },
  "line-repeated": { status: 409, title: "There is a line like this already", text: "Look at the other line. If both are right, say so and send the form again." },
  "year-not-over": { status: 409, title: "The year is not over", text: "An outturn is published when the financial year has ended." },
  "outturn-incomplete": { status: 409, title: "Something was not provided", text: "Say for each line what was received or spent, £0 if nothing was, before the outturn is published." },
  "import-over": { status: 409, title: "This file was dealt with already", text: "Open the page of the import to see what became of it." },
  "import-not-readable": { status: 422, title: "The file cannot be taken in as it is", text: "Put right what is wrong with it, then upload it again." },
  "import-changed-since": { status: 409, title: "Some of these lines were changed since", text: "Undoing the file would lose later changes. Change the lines one by one." },
  "part-answered": { status: 409, title: "This part was answered already", text: "Open the page again to see what was said." },
  "part-accepted": { status: 409, title: "A partnership has accepted its part", text: "What is accepted is not changed under it. Enter another amount for what is to be added." },
  "agency-repeated": { status: 409, title: "This body is in the register already", text: "Open it there. If another body has the same name, say so and send the form again." },
  "agency-number-taken": { status: 409, title: "One of these numbers is another body’s", text: "A number of a public register is one body’s alone. Check the numbers." },
  "agency-closed": { status: 409, title: "A body that closed cannot be named", text: "Withdraw it, or check the day on which it closed." },
  "nobody-to-tell": { status: 409, title: "There is nobody to tell", text: "An agency has neither an address for notices nor a representative with an account. Give one first." },
  "link-not-open": { status: 410, title: "This link is not open any more", text: "Nothing was recorded. Open the newest letter from the partnership." },
  "too-many-replies": { status: 409, title: "You have written ten times by this link", text: "Nothing was recorded. The partnership has what you wrote before, and will answer it." },
  "reason-needed": { status: 422, title: "A reason is missing", text: "The law asks that it is published why each body was chosen: give a reason for each category." },
  "identifier-in-words": { status: 422, title: "The words identify somebody", text: "Take it out, then send the form again: nothing about a child or any other person is kept here." },
  "words-not-looked-at": { status: 422, title: "Something in the words must be looked at", text: "Look at what was found, and take it out or say that it identifies nobody." },
  "request-closed": { status: 409, title: "This request is closed", text: "Nothing follows once it is closed. Record another request if one is needed." },
  "not-to-escalate": { status: 409, title: "This request cannot be taken further now", text: "It is taken further when it is overdue, refused or answered in part, one stage at a time." },
  "second-person-needed": { status: 409, title: "A second person is needed", text: "Somebody else must confirm what you proposed." },
  "nothing-to-change": { status: 409, title: "Nothing to change", text: "What you asked for has already been done." },
} as const;

export type Refusal = keyof typeof refusals;

/** What a command answers: done with a value, or refused with the reason and, where it helps, the particulars. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; refusal: Refusal; detail?: string };

export function done<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

/** @param detail particulars for the person, such as which seats are missing or which dates clash */
export function refused(refusal: Refusal, detail?: string): { ok: false; refusal: Refusal; detail?: string } {
  return detail === undefined ? { ok: false, refusal } : { ok: false, refusal, detail };
}
