import { z } from "zod";

import { lineField } from "#app/domain/shared/line-field.server.ts";

import type { ConcernContact } from "./contact.ts";
import { readPhone } from "./phone.ts";

function phoneField(missing: string | null) {
  return z.string().transform((typed, context): string | null => {
    if (typed.trim() === "") {
      if (missing) context.addIssue({ code: "custom", message: missing });
      return null;
    }
    const read = readPhone(typed);
    if (read.ok) return read.digits;
    context.addIssue({ code: "custom", message: read.problem });
    return z.NEVER;
  });
}

const longestAddress = 300;

const webPage = z.string().transform((typed, context): string | null => {
  const address = typed.trim();
  if (address === "") return null;
  if (address.length <= longestAddress && isWebPage(address)) return address;
  context.addIssue({ code: "custom", message: address.length > longestAddress ? "The web page’s address must have 300 characters or fewer" : "Enter the whole address of the web page, beginning with https://" });
  return z.NEVER;
});

/** An https address of a named host, as anybody may open it: no user name, no port of its own. */
function isWebPage(address: string): boolean {
  if (!/^https:\/\/[^\s<>"'`\\]+$/i.test(address) || !URL.canParse(address)) return false;
  const { protocol, hostname, username, password, port } = new URL(address);
  return protocol === "https:" && username === "" && password === "" && port === "" && /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z][a-z0-9-]+$/i.test(hostname);
}

/** Whom to call about a child in one area. */
export const concernContactForm = z
  .object({
    service: lineField(
      {
        missing: "Enter the name of the service that answers, like Northmoor children’s front door",
        tooShort: "The name of the service must have at least 2 characters",
        tooLong: "The name of the service must have 120 characters or fewer",
      },
      { min: 2, max: 120 },
    ),
    phone: phoneField("Enter the phone number that answers in office hours, like 01632 960001"),
    outOfHoursPhone: phoneField(null),
    webPage,
  })
  .transform(({ phone, ...typed }): ConcernContact => ({ ...typed, phone: phone ?? "" }));
