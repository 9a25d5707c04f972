import { expect, test } from "vitest";

import { describeEvent, type Names } from "#app/domain/ledger/wording.ts";

const names: Names = {
  person: (id) => `person ${id}`,
  seat: (id) => `seat ${id}`,
  version: (id) => `version ${id}`,
  section: (id) => `“${id}”`,
  appointment: (id) => `holder ${id}`,
  item: (id) => `“${id}”`,
  date: (iso) => `date ${iso}`,
};

test.each([
  ["partnership.onboarded", { slug: "x", seats: [], editionId: "e" }, "set up the partnership"],
  ["appointment.made", { appointmentId: "a", startsOn: "2026-01-01", acting: true }, "appointed holder a, from date 2026-01-01 (acting)"],
  ["appointment.ended", { appointmentId: "a", endsOn: "2026-01-01" }, "ended the appointment of holder a, from date 2026-01-01"],
  ["account.opened", { personId: "p" }, "opened an account for person p"],
  ["account.suspended", { personId: "p" }, "suspended the account of person p"],
  ["account.restored", { personId: "p" }, "restored the account of person p"],
  ["invitation.sent", { appointmentId: "a", personId: "p" }, "invited person p to set up their account"],
  ["invitation.withdrawn", { appointmentId: "a", personId: "p" }, "withdrew the invitation of person p"],
  ["invitation.accepted", { appointmentId: "a", personId: "p" }, "accepted the invitation and set up their account"],
  ["factor-reset.asked", { personId: "p", resetId: "r" }, "asked to set up their second factor anew"],
  ["factor-reset.proposed", { personId: "p", resetId: "r" }, "proposed that person p set up their second factor anew"],
  ["factor-reset.confirmed", { personId: "p", resetId: "r" }, "confirmed, as the second person, that person p may set up their second factor anew"],
  ["factor-reset.stopped", { personId: "p", resetId: "r" }, "stopped the reset of the second factor of person p"],
  ["factor-reset.completed", { personId: "p", resetId: "r" }, "set up their second factor anew"],
  ["administrator.granted", { personId: "p" }, "made person p an administrator"],
  ["document.started", { kind: "arrangements", sections: 25 }, "started the draft of the arrangements, with 25 sections"],
  ["document.word-taken-in", { sections: 12, removed: 1 }, "made the draft from a Word file, with 12 sections; 1 section that was there can be put back"],
  ["document.saved", { revision: 2 }, "changed the title, dates or change note of the draft"],
  ["section.added", { sectionId: "s" }, "added the section “s”"],
  ["section.removed", { sectionId: "s" }, "removed the section “s”"],
  ["section.restored", { sectionId: "s" }, "put back the section “s”"],
  ["section.saved", { sectionId: "s" }, "changed the section “s”"],
  ["section.moved", { sectionId: "s" }, "moved the section “s”"],
  ["gap.declared", { itemId: "i" }, "declared “i” not covered, with a reason"],
  ["gap.withdrawn", { itemId: "i" }, "took back that “i” is not covered"],
  ["detector.override-proposed", {}, "proposed to let a personal identifier through"],
  ["detector.override-confirmed", {}, "confirmed that a personal identifier may stay"],
  ["version.frozen", { kind: "arrangements", number: 2 }, "froze version 2 of the arrangements for signature"],
  ["version.signed", { versionId: "2", seatId: "s" }, "signed version 2 for seat s"],
  ["version.declined", { versionId: "2", seatId: "s" }, "declined version 2 for seat s"],
  ["version.approved", { versionId: "2" }, "completed the signatures: version 2 is approved"],
  ["version.published", { versionId: "2" }, "published version 2"],
  ["version.superseded", { versionId: "2" }, "put a newer version in the place of version 2"],
  ["version.withdrawn", { versionId: "2" }, "withdrew version 2"],
  ["version.taken-down", { versionId: "2" }, "took version 2 down for safety"],
  ["version.erasure-proposed", { versionId: "2" }, "proposed to erase version 2"],
  ["version.erased", { versionId: "2" }, "confirmed the erasure of version 2"],
  ["something.not-known-yet", {}, "something not known yet"],
])("%s", (type, data, text) => {
  expect(describeEvent({ type, data }, names)).toBe(text);
});
