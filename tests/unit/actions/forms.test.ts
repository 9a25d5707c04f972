import { describe, expect, test } from "vitest";

import { actionForm, agencyOwnerForm, closingForm, moveForm, ownerForm, proposalForm } from "#app/domain/actions/forms.server.ts";

const post = "00000000-0000-4000-8000-00000000000a";
const school = "00000000-0000-4000-8000-00000000000b";
const choices = { today: "2026-09-07", posts: [{ id: post, name: "Director of Children’s Services, Alderwick Council" }], agencies: [{ id: school, name: "Heron Hill School" }, { id: "1", name: "St Mary’s" }, { id: "2", name: "St Mary’s" }] };
const typed = { what: "Review the threshold document.", post, agency: "", owner: "", dueOn: { day: "31", month: "10", year: "2026" } };

function wrong(form: { safeParse(values: unknown): { success: boolean; error?: { issues: { path: PropertyKey[]; message: string }[] } } }, values: unknown): string[] {
  return form.safeParse(values).error?.issues.map(({ path, message }) => `${String(path[0])}: ${message.replaceAll("\u{A0}", " ")}`) ?? [];
}

describe("a new action", () => {
  test.each([
    { name: "of an office", values: {}, owner: { postId: post } },
    { name: "of an agency, whatever the case of its name", values: { post: "", agency: "heron hill school ", owner: "Headteacher" }, owner: { membershipId: school, words: "Headteacher" } },
    { name: "of somebody else", values: { post: "", owner: "Manager of the youth service" }, owner: { words: "Manager of the youth service" } },
  ])("$name", ({ values, owner }) => expect(actionForm(choices).parse({ ...typed, ...values })).toMatchObject({ owner, dueOn: "2026-10-31" }));

  test.each([
    { name: "without what", values: { what: " " }, says: ["what: Say what is to be done"] },
    { name: "without anything", values: { what: "", post: "", dueOn: { day: "", month: "", year: "" } }, says: ["what: Say what is to be done", "dueOn: Enter the day by which it is done, like 1 9 2026", "post: Choose an office, or say below who else does it"] },
    { name: "of nobody", values: { post: "" }, says: ["post: Choose an office, or say below who else does it"] },
    { name: "of two", values: { owner: "Headteacher" }, says: ["post: Choose an office of the partnership, or say below who else it is; not both"] },
    { name: "of an agency without a post", values: { post: "", agency: "Heron Hill School" }, says: ["owner: Say who does it there, by post"] },
    { name: "of an agency that is not there", values: { post: "", agency: "Heron", owner: "Head" }, says: ["agency: No agency of the register has this name. Choose it from the list, or leave this empty"] },
    { name: "of one of two agencies", values: { post: "", agency: "St Mary’s", owner: "Head" }, says: ["agency: Several agencies of the register have this name. Leave this empty, and say below who does it"] },
    { name: "of an office that is not there", values: { post: "elsewhere" }, says: ["post: Choose an office from the list"] },
    { name: "due yesterday", values: { dueOn: { day: "6", month: "9", year: "2026" } }, says: ["dueOn: Enter today, 7 September 2026, or a later day"] },
    { name: "with a certain identifier", values: { what: "See 943 476 5919 again." }, says: ["what: The action contains what is certainly a National Health Service (NHS) number (••• ••• •919). Take it out: nothing about a child or any other person is kept here"] },
  ])("$name is told beside its field", ({ values, says }) => expect(wrong(actionForm(choices), { ...typed, ...values })).toEqual(says));

  test("with what may identify somebody is kept once somebody looked at it", () => {
    const values = { ...typed, what: "Write to SW1A 1AA about it." };
    const [said] = wrong(actionForm(choices), values);
    expect(said).toMatch(/^looked: Look at what may identify somebody/);
  });
});

describe("a step", () => {
  const step = { text: "The report of the check.", revision: "2" };
  test.each([
    { name: "done without evidence", form: proposalForm, values: { ...step, text: "" }, says: ["text: Say what shows that it is done"] },
    { name: "closed without a reason", form: closingForm, values: { ...step, text: " " }, says: ["text: Say what convinces you"] },
    { name: "moved without a reason or a day", form: moveForm("2026-09-07"), values: { ...step, text: "", dueOn: { day: "", month: "", year: "" } }, says: ["dueOn: Enter the new day, like 1 9 2026", "text: Say why the day moves"] },
    { name: "from a page that is not whole", form: proposalForm, values: { text: "Done.", revision: "x" }, says: ["revision: The form is incomplete. Copy what you typed, open the page again and paste it."] },
  ])("$name is refused", ({ form, values, says }) => expect(wrong(form, values)).toEqual(says));

  test("gives it to another owner; of a self-assessment to another post of the agency only", () => {
    expect(ownerForm(choices).parse({ ...step, post, agency: "", owner: "" })).toMatchObject({ owner: { postId: post }, revision: 2, looked: [] });
    expect(agencyOwnerForm(school).parse({ ...step, owner: "Deputy head" })).toMatchObject({ owner: { membershipId: school, words: "Deputy head" } });
    expect(wrong(agencyOwnerForm(school), { ...step, owner: "" })).toEqual(["owner: Say who does it there, by post"]);
  });
});
