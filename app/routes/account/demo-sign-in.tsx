import type { ActionFunctionArgs } from "@remix-run/node";

import { isDemonstration, signInForDemonstration } from "#app/auth/demo.server.ts";
import { readForm, text } from "#app/http/parse-form.server.ts";
import { notFound, redirectTo } from "#app/http/responses.ts";

/** Opening the address signs nobody in: only a button of /demo does. */
export async function loader() {
  if (!(await isDemonstration())) throw notFound();
  return redirectTo("/demo");
}

export async function action({ request }: ActionFunctionArgs) {
  const values = await readForm(request);
  const opened = await signInForDemonstration(request, text(values, "person"));
  if (!opened) throw notFound();
  return redirectTo("/portal", { "Set-Cookie": opened.setCookie });
}
