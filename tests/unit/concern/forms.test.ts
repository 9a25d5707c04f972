import { describe, expect, test } from "vitest";

import { concernContactForm } from "#app/domain/concern/forms.server.ts";
import { fieldErrors } from "#app/http/field-errors.ts";

const good = { service: "Northmoor  children’s front door", phone: "01632 960001", outOfHoursPhone: "", webPage: "" };
const messages = (changes: Partial<typeof good>) => {
  const parsed = concernContactForm.safeParse({ ...good, ...changes });
  return parsed.success ? {} : fieldErrors(parsed.error).fields;
};

describe("whom to call in an area", () => {
  test("a service and one number are enough", () => {
    expect(concernContactForm.parse(good)).toEqual({ service: "Northmoor children’s front door", phone: "01632960001", outOfHoursPhone: null, webPage: null });
    expect(concernContactForm.parse({ ...good, outOfHoursPhone: "0808 157 0001", webPage: " https://www.northmoor.example/worried-about-a-child " })).toMatchObject({
      outOfHoursPhone: "08081570001",
      webPage: "https://www.northmoor.example/worried-about-a-child",
    });
  });

  const wholeAddress = "Enter the whole address of the web page, beginning with https://";
  test.each([
    [{ service: " " }, { service: "Enter the name of the service that answers, like Northmoor children’s front door" }],
    [{ service: "A" }, { service: "The name of the service must have at least 2 characters" }],
    [{ service: "A".repeat(121) }, { service: "The name of the service must have 120 characters or fewer" }],
    [{ phone: "" }, { phone: "Enter the phone number that answers in office hours, like 01632 960001" }],
    [{ phone: "999" }, { phone: "Enter the whole phone number with its area code, like 01632 960001" }],
    [{ outOfHoursPhone: "see above" }, { outOfHoursPhone: "Enter a phone number in digits only, like 01632 960001" }],
    [{ webPage: "www.northmoor.example" }, { webPage: wholeAddress }],
    [{ webPage: "http://www.northmoor.example" }, { webPage: wholeAddress }],
    [{ webPage: "javascript:alert(1)" }, { webPage: wholeAddress }],
    [{ webPage: "https://user:pass@northmoor.example" }, { webPage: wholeAddress }],
    [{ webPage: "https://northmoor.example:8443/" }, { webPage: wholeAddress }],
    [{ webPage: "https://localhost/" }, { webPage: wholeAddress }],
    [{ webPage: "https://192.0.2.1/" }, { webPage: wholeAddress }],
    [{ webPage: "https://northmoor.example/a b" }, { webPage: wholeAddress }],
    [{ webPage: `https://northmoor.example/${"a".repeat(300)}` }, { webPage: "The web page’s address must have 300 characters or fewer" }],
  ])("%o", (typed, expected) => {
    expect(messages(typed)).toEqual(expected);
  });
});
