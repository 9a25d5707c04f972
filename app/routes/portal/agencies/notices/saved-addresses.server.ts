import { agenciesPath } from "#app/components/agencies/paths.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";

/** Back to the page of acknowledgement, saying how many addresses were recorded. */
export function savedAddresses(request: Request, slug: string, { added, changed }: { added: number; changed: number }): Response {
  const addresses = (many: number) => `${many.toLocaleString("en-GB")} ${many === 1 ? "address is" : "addresses are"}`;
  const said = [...(added > 0 ? [`${addresses(added)} added`] : []), ...(changed > 0 ? [`${addresses(changed)} changed`] : [])].join(" and ");
  return redirectWithFlash(request, agenciesPath(slug, "notices"), { type: "success", text: `${said}. Nobody is written to until you send the letters.` });
}
