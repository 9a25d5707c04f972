import { recordContact } from "#app/domain/concern/record-contact.server.ts";

import type { Stage } from "./demo.ts";
import { form, must } from "./outcomes.ts";

/** Whom to call, with numbers that Ofcom keeps for drama and addresses that lead nowhere. Harrowmere and Saltmarsh have recorded none. */
const contacts = [
  { slug: "northmoor", by: "Priya Sedgewick", at: "2026-11-12T09:20:00Z", areaCode: "X06000001", service: "Northmoor children’s front door", phone: "01632960101", outOfHoursPhone: "08081570101", webPage: "https://www.northmoor.example/worried-about-a-child" },
  { slug: "fenwick-and-sorrel", by: "Callum Drey", at: "2026-11-17T10:00:00Z", areaCode: "X06000002", service: "Fenwick and Sorrel first response", phone: "01632960102", outOfHoursPhone: "01632960112", webPage: "https://www.fenwickandsorrel.example/first-response" },
  { slug: "westvale-and-harrowmere", by: "Imogen Sallow", at: "2026-11-09T14:35:00Z", areaCode: "X08000003", service: "Westvale children’s services", phone: "01134960103", outOfHoursPhone: null, webPage: null },
  { slug: "kestrel-dale", by: "Wilf Tansley", at: "2026-10-20T11:10:00Z", areaCode: "X06000005", service: "Kestrel Dale family front door", phone: "01632960105", outOfHoursPhone: "08081570105", webPage: "https://www.kestreldale.example/report" },
  { slug: "thornby", by: "Nell Hartigan", at: "2026-11-16T15:05:00Z", areaCode: "X08000007", service: "Thornby children’s hub", phone: "01144960107", outOfHoursPhone: "01144960117", webPage: "https://www.thornby.example/children" },
  { slug: "larkwater", by: "Gideon Marsh", at: "2026-11-17T12:15:00Z", areaCode: "X06000008", service: "Larkwater multi-agency hub", phone: "01632960108", outOfHoursPhone: "08081570108", webPage: "https://www.larkwater.example/concern" },
] as const;

/** The business managers record whom the public calls about a child, by the portal’s own command. Last in every partnership’s time. */
export async function seedContacts(stage: Stage): Promise<void> {
  for (const { slug, by, at, areaCode, ...contact } of contacts) {
    await stage.at(at);
    must(await recordContact(await stage.actor(by), { partnershipId: await stage.partnershipId(slug), areaCode, revision: 0, contact }, form()));
  }
}
