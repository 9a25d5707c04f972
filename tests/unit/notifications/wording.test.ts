import { describe, expect, test } from "vitest";

import { letterAsHtml, letterAsText, letterOf } from "#app/domain/notifications/letter.ts";
import { type Message, type MessageKind, topicOf } from "#app/domain/notifications/messages.ts";
import { deliveries, messageTopics, openTopics, topicRules } from "#app/domain/notifications/vocabulary.ts";
import { type Wording, wordingOf } from "#app/domain/notifications/wording.ts";

const partnership = { name: "Alderwick Safeguarding Children Partnership", slug: "alderwick" };
const version = { partnershipId: "p", versionId: "v", document: "arrangements" as const, number: 3 };
const office = { partnershipId: "p", role: "dsp" as const, office: "Director of Children’s Services", organisation: "Alderwick Council" };
const asked = { partnershipId: "p", number: 7, recipient: "Alder Swimming Club" };

const samples: Partial<Record<MessageKind, Message>> = {
  "version-frozen": { kind: "version-frozen", ...version },
  "version-signed": { kind: "version-signed", ...version, organisation: "Alderwick Council", missing: ["Alder Police", "NHS Alder ICB"] },
  "version-approved": { kind: "version-approved", ...version },
  "version-declined": { kind: "version-declined", ...version, organisation: "Alder Police", reason: "Schools are left out." },
  "version-superseded": { kind: "version-superseded", ...version, replacedBy: 4 },
  "version-published": { kind: "version-published", ...version },
  "version-withdrawn": { kind: "version-withdrawn", ...version, reason: "A wrong date." },
  "version-taken-down": { kind: "version-taken-down", ...version },
  "appointment-made": { kind: "appointment-made", ...office, startsOn: "2026-10-01", acting: true },
  "appointment-ended": { kind: "appointment-ended", ...office, endsOn: "2026-10-01" },
  "holder-appointed": { kind: "holder-appointed", ...office, name: "Rowan Hale", startsOn: "2026-10-01", acting: false },
  "holder-left": { kind: "holder-left", ...office, name: "Rowan Hale", endsOn: "2026-10-01" },
  "assessment-issued": { kind: "assessment-issued", partnershipId: "p", title: "Section 175 return 2026 to 2027", dueOn: "2026-10-31" },
  "assessment-due": { kind: "assessment-due", partnershipId: "p", returnId: "r", title: "Section 175 return 2026 to 2027", agency: "Heron Hill School", dueOn: "2026-10-31" },
  "assessment-challenged": { kind: "assessment-challenged", partnershipId: "p", challengeId: "c", agency: "Heron Hill School" },
  "assessment-answered": { kind: "assessment-answered", partnershipId: "p", challengeId: "c", agency: "Heron Hill School" },
  "assessment-action": { kind: "assessment-action", partnershipId: "p", actionId: "a", agency: "Heron Hill School", dueOn: "2026-10-31" },
  "action-yours": { kind: "action-yours", partnershipId: "p", actionId: "a", owner: "Director of Children’s Services, Alderwick Council", dueOn: "2026-10-31", news: "recorded" },
  "agencies-taken-down": { kind: "agencies-taken-down", partnershipId: "p" },
  "information-asked": { kind: "information-asked", ...asked, requester: null, dueOn: "2026-10-01" },
  "information-due-moved": { kind: "information-due-moved", ...asked, dueOn: "2026-10-08" },
  "information-answered": { kind: "information-answered", ...asked, answer: "refused" },
  "information-escalated": { kind: "information-escalated", ...asked, stage: "chair" },
  "decision-asked": { kind: "decision-asked", partnershipId: "p", number: 7, sentence: "Schools are told within one school day." },
  "decision-settled": { kind: "decision-settled", partnershipId: "p", number: 7, sentence: "Schools are told within one school day.", stands: true },
  "escalation-moved": { kind: "escalation-moved", partnershipId: "p", number: 3, stage: "chair" },
  "weekly-tasks": { kind: "weekly-tasks", partnershipId: null, week: "2026-10-05", tasks: [{ text: "Sign the arrangements, version 3", about: "Alderwick. Two have signed", due: "Waiting 2 days", path: "/portal/alderwick/arrangements/versions/3" }], more: 2 },
  "daily-digest": { kind: "daily-digest", partnershipId: null, day: "2026-10-05" },
};

function said(kind: MessageKind): Wording {
  const message = samples[kind];
  if (!message) throw new Error(kind);
  return wordingOf(message, { partnership, secretPath: null });
}

describe("the words of a message", () => {
  test.each(Object.keys(samples) as MessageKind[])("%s: a subject that fits, sentences, and one link of ours", (kind) => {
    const { subject, paragraphs, link } = said(kind);
    expect(subject.length).toBeLessThanOrEqual(130);
    expect(paragraphs.length).toBeGreaterThan(0);
    for (const text of paragraphs) expect(text).toMatch(/[.:]$/);
    expect(link.path).toMatch(/^\/[a-z]/);
    expect(`${subject}${paragraphs.join("")}`).not.toMatch(/undefined|null|\b(LSP|DSP|MASA)\b/);
  });

  test("lead to the place where the next thing is done", () => {
    expect(said("version-frozen").link.path).toBe("/portal/alderwick/arrangements/versions/3");
    expect(said("version-superseded").link.path).toBe("/portal/alderwick/arrangements/versions/4/changes?since=3");
    expect(said("version-published").link.path).toBe("/partnerships/alderwick/arrangements/versions/3");
  });

  test("name dates, reasons and who is missing", () => {
    expect(said("assessment-due")).toMatchObject({ subject: "Due on 31 October 2026: Section 175 return 2026 to 2027, Heron Hill School", link: { path: "/portal/alderwick/assessments/returns/r" } });
    expect(said("information-asked")).toMatchObject({ subject: "Information is asked of Alder Swimming Club by 1 October 2026", link: { path: "/portal/alderwick/information-requests/7" } });
    expect(said("information-answered").paragraphs).toEqual(["Alder Swimming Club refused, says an answer to request 7 of Alderwick Safeguarding Children Partnership."]);
    expect(said("decision-settled")).toMatchObject({ subject: "Decision 7 stands, Alderwick Safeguarding Children Partnership", link: { label: "Read the decision", path: "/portal/alderwick/decisions/7" } });
    expect(said("version-signed").paragraphs.join(" ")).toContain("Still to sign: Alder Police, NHS Alder ICB.");
    expect(said("version-declined").paragraphs.join(" ")).toContain("Schools are left out.");
    expect(said("appointment-made").paragraphs.join(" ")).toContain("in Alderwick Safeguarding Children Partnership (Director of Children’s Services, acting), from 1 October 2026");
    expect(said("holder-left").paragraphs.join(" ")).toContain("delegated safeguarding partner for Alderwick Council");
  });

  test("give a secret link in the place of the usual one", () => {
    const message = samples["appointment-made"];
    if (!message) throw new Error("no sample");
    expect(wordingOf(message, { partnership, secretPath: "/invitations/secret" }).link.path).toBe("/invitations/secret");
  });
});

describe("topics", () => {
  test("every kind of message has one, and each begins with being told at once", () => {
    for (const topic of Object.values(topicOf)) expect(messageTopics).toContain(topic);
    for (const topic of messageTopics) expect(topicRules[topic].choices[0]).toBe("at-once");
  });

  test("what needs a signature, safety and one's own account cannot be stopped", () => {
    for (const kind of ["version-frozen", "version-declined", "version-taken-down", "appointment-ended"] as const) expect(openTopics).not.toContain(topicOf[kind]);
    for (const topic of openTopics) expect(topicRules[topic].choices).toEqual(topic === "your-work" ? ["at-once", "off"] : deliveries);
  });
});

describe("a letter", () => {
  const letter = letterOf({
    wording: said("daily-digest"),
    items: [said("version-published"), { ...said("holder-left"), paragraphs: ["<script>alert(1)</script> & “more”."] }],
    name: "Ada <b>Fernhill</b>",
    why: "You get this because.",
    origin: "https://safeguarding.example.test",
    unsubscribePath: "/unsubscribe/token",
  });

  test("as plain text has every link whole, on a line of its own", () => {
    const text = letterAsText(letter);
    expect(text.split("\n")).toContain("https://safeguarding.example.test/partnerships/alderwick/arrangements/versions/3");
    expect(text.split("\n")).toContain("https://safeguarding.example.test/unsubscribe/token");
    expect(text).toContain("If you did not expect this message");
  });

  test("as HTML holds nothing that anybody typed as markup, and fetches nothing", () => {
    const html = letterAsHtml(letter, 'Subject with "quotes" & <tags>');
    expect(html).toContain("Ada &lt;b&gt;Fernhill&lt;/b&gt;");
    expect(html).toContain("&lt;script&gt;");
    expect(html).not.toMatch(/<script|<img|<link|src=|url\(/);
    expect(html).toContain("<title>Subject with &quot;quotes&quot; &amp; &lt;tags&gt;</title>");
  });

  test("without a way to stop it says only where to choose", () => {
    const plain = letterOf({ wording: said("version-frozen"), items: [], name: "Ada", why: "You get this because.", origin: "https://x.test", unsubscribePath: null });
    expect(plain.links.map((link) => link.url)).toEqual(["https://x.test/account/messages"]);
    expect(plain.pieces).toHaveLength(1);
  });
});
