import { useLoaderData } from "@remix-run/react";

import { demoPassword } from "#app/auth/demo-password.ts";
import { type DemoSignIn, isDemonstration, listDemoSignIns } from "#app/auth/demo.server.ts";
import { privateHeaders } from "#app/auth/page-headers.server.ts";
import { DemoSignIns } from "#app/components/account/demo-sign-ins.tsx";
import { PublicFrame } from "#app/components/frame/public-frame.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { roleLabels } from "#app/domain/access/vocabulary.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { notFound } from "#app/http/responses.ts";

export const headers = privateHeaders;
export const meta = () => pageMeta({ title: "Ready sign-ins for the demonstration", hidden: true });

const installation = "Runs the whole site";

function groupOf({ partnership, administrator }: DemoSignIn): string {
  return partnership?.name ?? (administrator ? installation : "Holds no office");
}

export async function loader() {
  if (!(await isDemonstration())) throw notFound();
  const groups = new Map<string, Parameters<typeof DemoSignIns>[0]["people"]>();
  for (const each of await listDemoSignIns()) {
    const role = each.role ? roleLabels[each.role] : each.administrator ? roleLabels.administrator : "None";
    const office = [each.office && each.acting ? `${each.office} (acting)` : each.office, each.organisation].filter(Boolean).join(", ");
    const group = groupOf(each);
    groups.set(group, [...(groups.get(group) ?? []), { personId: each.personId, name: each.name, role, office }]);
  }
  return { password: demoPassword, groups: [...groups].map(([caption, people]) => ({ caption, people })) };
}

export default function Demo() {
  const { password, groups } = useLoaderData<typeof loader>();
  return (
    <PublicFrame demo>
      <h1 className="govuk-heading-l">Ready sign-ins for the demonstration</h1>
      <p className="govuk-body-l">Every place, organisation, person and document here is made up. Choose who to be: one button signs you in.</p>
      <InsetText>
        Signing or publishing asks for a password again. For everybody here it is <strong className="hash">{password}</strong>
      </InsetText>
      {groups.length === 0 && <p className="govuk-body">There are no ready sign-ins. They are made when the demonstration is set up on an empty database.</p>}
      {groups.map((group) => <DemoSignIns key={group.caption} {...group} />)}
    </PublicFrame>
  );
}
