import { describe, expect, test } from "vitest";

import { phoneHref, readPhone, showPhone } from "#app/domain/concern/phone.ts";

describe("a phone number as people type it", () => {
  test.each([
    ["01632 960001", "01632960001"],
    [" (01632) 960-001 ", "01632960001"],
    ["+44 1632 960001", "01632960001"],
    ["+44 (0)1632 960001", "01632960001"],
    ["0044 1632 960001", "01632960001"],
    ["020 7946 0000", "02079460000"],
    ["0808 157 0001", "08081570001"],
    ["0800 123456", "0800123456"],
    ["07700.900001", "07700900001"],
    ["01632 96001", "0163296001"],
  ])("%s", (typed, digits) => {
    expect(readPhone(typed)).toEqual({ ok: true, digits });
  });

  const inDigits = "Enter a phone number in digits only, like 01632 960001";
  const whole = "Enter the whole phone number with its area code, like 01632 960001";
  const ofTheUk = "Enter a phone number of the United Kingdom, like 01632 960001";
  const dear = "Enter a number that costs no more than a call to a landline: not one that begins 070, 084, 087 or 09";
  test.each([
    ["01632 960001 ext 4", inDigits],
    ["０1632 960001", inDigits],
    ["call us", inDigits],
    ["960001", whole],
    ["101", whole],
    ["01632 9600012", whole],
    ["01632", whole],
    ["04632 960001", whole],
    ["+33 1 99 00 12 34", ofTheUk],
    ["00353 1 5550123", ofTheUk],
    ["0906 123 4567", dear],
    ["0845 123 4567", dear],
    ["0870 123 4567", dear],
    ["070 1234 5678", dear],
  ])("%s is not one: %s", (typed, problem) => {
    expect(readPhone(typed)).toEqual({ ok: false, problem });
  });

  test.each([
    ["01632960001", "01632 960001"],
    ["0163296001", "01632 96001"],
    ["01134960000", "0113 496 0000"],
    ["01214960000", "0121 496 0000"],
    ["02079460000", "020 7946 0000"],
    ["03069990000", "0306 999 0000"],
    ["08081570001", "0808 157 0001"],
    ["0800123456", "0800 123456"],
    ["07700900001", "07700 900001"],
  ])("%s is shown as %s", (digits, shown) => {
    expect(showPhone(digits)).toBe(shown);
    expect(readPhone(shown)).toEqual({ ok: true, digits });
  });

  test("is called from anywhere", () => {
    expect(phoneHref("01632960001")).toBe("tel:+441632960001");
  });
});
