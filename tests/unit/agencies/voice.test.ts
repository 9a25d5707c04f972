import { describe, expect, test } from "vitest";

import { addMembersForm, bodyForm, endMembersForm, representationForm } from "#app/domain/agencies/voice/forms.server.ts";
import { lineSearch, readLineQuery } from "#app/domain/agencies/voice/line-query.ts";
import { countMembers, countWords, gapSentences, type RepresentativeOnDay, representativesOn, settingOf } from "#app/domain/agencies/voice/rules.ts";
import { settings, settingsOf, voices } from "#app/domain/agencies/voice/vocabulary.ts";
import type { PublishedRepresentative, Representation } from "#app/domain/publication/voice.ts";

const day = (iso = "") => ({ day: iso.slice(8), month: iso.slice(5, 7), year: iso.slice(0, 4) });
const problems = (result: { error?: { issues: { path: PropertyKey[]; message: string }[] } | undefined }) => result.error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`) ?? [];

describe("the kind of setting that an agency is", () => {
  test.each([
    ["early-later-years", null, null, "early-years"],
    ["maintained-school", "Primary", "Community school", "primary"],
    ["maintained-school", "Middle deemed secondary", "Foundation school", "secondary"],
    ["maintained-school", "Not applicable", "Community special school", "special-alternative"],
    ["academy-school", "All-through", "Free schools", "secondary"],
    ["academy-school", "Not applicable", "Academy special converter", "special-alternative"],
    ["academy-school", null, null, "other-education"],
    ["independent-school", null, "Other independent school", "independent"],
    ["independent-school", null, "Other independent special school", "special-alternative"],
    ["further-education", "16 plus", "Further education", "further-education"],
    ["pupil-referral-unit", null, null, "special-alternative"],
    ["charity", null, null, "voluntary"],
    ["religious-organisation", null, null, "faith"],
    ["sport-leisure", null, null, "sport"],
    ["probation", null, null, null],
    ["outside-schedule", "Primary", null, null],
  ])("%s, %s, %s is %s", (category, phase, establishment, expected) => {
    expect(settingOf({ category, phase, establishment })).toBe(expected);
  });

  test("is of education or of the voluntary sector, each of one", () => {
    expect(voices.flatMap((voice) => settingsOf[voice])).toEqual([...settings]);
  });
});

const chosen = (changes: Partial<Representation> = {}): Representation => ({ chosenBy: "election", chosenOn: "2026-06-03", how: "By a vote.", speaksFor: ["primary"], until: null, recordedOn: "2026-06-04", ...changes });
const post = (changes: Partial<PublishedRepresentative> = {}, representations: Representation[] = [chosen()]): PublishedRepresentative => ({
  id: "post", voice: "education", level: "strategic", body: "The primary schools", office: "Head teacher", since: "2024-01-01", until: null,
  holders: [{ since: "2026-07-01", until: null, office: "Head teacher", acting: false, representations }], ...changes,
});

describe("who represents whom on a day", () => {
  test("is told by level and body, with what had been recorded by then", () => {
    const found = representativesOn([post({ id: "c", voice: "voluntary", level: null }), post({ id: "b", level: "operational" }), post({ id: "a" })], "2026-09-07");
    expect(found.map((each) => each.id)).toEqual(["a", "b", "c"]);
    const revised = [chosen(), chosen({ speaksFor: ["secondary"], recordedOn: "2026-10-01" })];
    expect(representativesOn([post({}, revised)], "2026-09-30")[0]?.representation?.speaksFor).toEqual(["primary"]);
    expect(representativesOn([post({}, revised)], "2026-10-01")[0]?.representation?.speaksFor).toEqual(["secondary"]);
  });

  test("is vacant before there was a holder, over once the time is, and nobody before the post was made", () => {
    expect(representativesOn([post()], "2026-06-30")[0]).toMatchObject({ since: null, representation: null, over: false });
    expect(representativesOn([post({}, [chosen({ until: "2026-09-01" })])], "2026-09-01")[0]).toMatchObject({ over: true });
    expect(representativesOn([post()], "2023-12-31")).toEqual([]);
    expect(representativesOn([post({ until: "2026-08-01" })], "2026-08-01")).toEqual([]);
  });
});

describe("what nobody represents", () => {
  const on = (...published: PublishedRepresentative[]): RepresentativeOnDay[] => representativesOn(published, "2026-09-07");
  const all = settingsOf.education.filter((each) => each !== "other-education");

  test.each<[string, RepresentativeOnDay[], string[]]>([
    ["nobody at all", [], ["Nobody represents education at the strategic level.", "Nobody represents education at the operational level."]],
    ["a vacancy at one level", on(post({ holders: [] }), post({ level: "operational" }, [chosen({ speaksFor: [...all] })])), ["Nobody represents education at the strategic level."]],
    ["not recorded for whom", on(post({}, []), post({ level: "operational" }, [chosen({ speaksFor: [...all] })])), ["For whom the representatives speak at the strategic level is not recorded."]],
    ["all but early years", on(post({}, [chosen({ speaksFor: all.filter((each) => each !== "early-years") })]), post({ level: "operational" }, [chosen({ speaksFor: [...all] })])), ["Nobody represents early years settings at the strategic level."]],
    ["a time that is over", on(post({}, [chosen({ speaksFor: [...all] })]), post({ level: "operational" }, [chosen({ speaksFor: [...all], until: "2026-09-07" })])), ["Nobody represents education at the operational level: the time for which somebody was chosen has passed."]],
    ["one of two not recorded", on(post({}, [chosen({ speaksFor: [...all] })]), post({ level: "operational" }, [chosen({ speaksFor: all.filter((each) => each !== "early-years") })]), post({ id: "other", level: "operational" }, [])), ["As far as it is recorded, nobody represents early years settings at the operational level: for whom 1 representative speaks is not recorded."]],
    ["nothing missing", on(post({}, [chosen({ speaksFor: [...all] })]), post({ level: "operational" }, [chosen({ speaksFor: [...all] })])), []],
  ])("%s", (_name, representatives, sentences) => {
    expect(gapSentences(representatives, "education")).toEqual(sentences);
  });

  test("the voluntary sector has no levels", () => {
    expect(gapSentences([], "voluntary")).toEqual(["Nobody represents the voluntary sector, faith or sport."]);
    expect(gapSentences(on(post({ voice: "voluntary", level: null }, [chosen({ speaksFor: ["voluntary"] })])), "voluntary")).toEqual(["Nobody represents faith bodies or sport and leisure bodies."]);
  });
});

test("members are counted by kind, out of all of that kind", () => {
  const agency = (id: string, category: string, phase: string | null = null) => ({ id, category, phase, establishment: null });
  const agencies = [agency("1", "early-later-years"), agency("2", "early-later-years"), agency("3", "maintained-school", "Primary"), agency("4", "maintained-school", "Primary"), agency("5", "probation"), agency("6", "pupil-referral-unit"), agency("7", "charity")];
  expect(countWords(countMembers(agencies, new Set(["1", "3", "4", "5", "6"])))).toBe("1 of the 2 early years settings, all 2 primary schools and the one special school or alternative provision");
  expect(countWords(countMembers(agencies, new Set(["5"])))).toBeNull();
});

describe("how somebody was chosen", () => {
  const typed = { appointmentId: "11111111-1111-4111-8111-111111111111", revision: "0", chosenBy: "election", chosenOn: day("2026-06-03"), how: "Every school had a vote.", speaksFor: ["secondary", "primary"], until: day() };

  test("is read as it was typed, with kinds in their order", () => {
    expect(representationForm("education").parse(typed)).toEqual({
      appointmentId: typed.appointmentId,
      revision: 0,
      representation: { chosenBy: "election", chosenOn: "2026-06-03", how: "Every school had a vote.", speaksFor: ["primary", "secondary"], until: null },
    });
  });

  test.each([
    [{ chosenBy: "" }, "chosenBy: Say by whom they were chosen"],
    [{ chosenOn: day() }, "chosenOn: Enter the day they were chosen, like 1 9 2026"],
    [{ how: "" }, "how: Say in plain words how they were chosen: it is published"],
    [{ how: "x".repeat(501) }, "how: How they were chosen must be 500 characters or fewer"],
    [{ how: "Voted for by 943 476 5919" }, "how: This contains what is certainly a National Health Service (NHS) number. Remove it: the text is published and must identify nobody"],
    [{ speaksFor: [] }, "speaksFor: Tick for whom they speak"],
    [{ speaksFor: ["faith"] }, "speaksFor.0: Choose from the list"],
    [{ until: day("2026-06-03") }, "until: They must be chosen until a day after the one on which they were chosen"],
  ])("%j is refused", (changes, problem) => {
    expect(problems(representationForm("education").safeParse({ ...typed, ...changes }))).toEqual([problem]);
  });
});

describe("a body that speaks for others", () => {
  const typed = { revision: "0", role: "The association of head teachers", since: day("2026-01-01"), until: day(), outsideCount: "", outsideSource: "", outsideOn: day() };

  test("is read as it was typed", () => {
    expect(bodyForm.parse({ ...typed, outsideCount: "1,204", outsideSource: "Its yearly report", outsideOn: day("2026-08-01") }).body).toMatchObject({ outsideCount: 1_204, outsideSource: "Its yearly report", outsideOn: "2026-08-01", until: null });
    expect(bodyForm.parse(typed).body).toMatchObject({ outsideCount: null, outsideSource: null, outsideOn: null });
  });

  test.each([
    [{ role: "" }, ["role: Say in plain words what it is and for whom it speaks: it is published"]],
    [{ since: day() }, ["since: Enter the day from which it has spoken for others, like 1 9 2026"]],
    [{ until: day("2025-12-31") }, ["until: It cannot stop before it began"]],
    [{ outsideCount: "0" }, ["outsideCount: The number of members must be a whole number from 1 to 100,000"]],
    [{ outsideCount: "12.5" }, ["outsideCount: The number of members must be a whole number from 1 to 100,000"]],
    [{ outsideCount: "12" }, ["outsideSource: Say where the number is from", "outsideOn: Enter the day on which they were counted"]],
    [{ outsideSource: "Its report" }, ["outsideCount: Enter how many they are, or leave all three empty"]],
  ])("%j is refused", (changes, expected) => {
    expect(problems(bodyForm.safeParse({ ...typed, ...changes }))).toEqual(expected);
  });
});

describe("members", () => {
  const member = "11111111-1111-4111-8111-111111111111";
  test.each([
    [addMembersForm.safeParse({ member: [], since: day("2026-09-01") }), ["member: Tick the agencies for which it speaks"]],
    [addMembersForm.safeParse({ member: ["x"], since: day("2026-09-01") }), ["member.0: Choose from the list"]],
    [addMembersForm.safeParse({ member: [member], since: day() }), ["since: Enter the day from which they are members, like 1 9 2026"]],
    [addMembersForm.safeParse({ member: [], everything: "yes", since: day("2026-09-01") }), []],
    [endMembersForm.safeParse({ member: [], on: day("2026-09-01") }), ["member: Tick the members that end"]],
    [endMembersForm.safeParse({ member: [member], on: day("2026-09-01") }), []],
  ])("are ticked, or everything that was found", (result, expected) => {
    expect(problems(result)).toEqual(expected);
  });

  test("are searched by an address that can be shared", () => {
    expect(readLineQuery({ q: " otter\u0000 ", setting: "primary" })).toEqual({ q: "otter", setting: "primary" });
    expect(readLineQuery({ q: null, setting: "castles" })).toEqual({ q: "", setting: null });
    expect(lineSearch({ q: "otter brook", setting: "primary" }, 2)).toBe("?q=otter+brook&setting=primary&page=2");
    expect(lineSearch({ q: "", setting: null })).toBe("");
  });
});
