import { useLoaderData } from "@remix-run/react";

import { demoPassword } from "#app/auth/demo-password.ts";
import { type DemoSignIn, isDemonstration, listDemoSignIns } from "#app/auth/demo.server.ts";
import { privateHeaders } from "#app/auth/page-headers.server.ts";
import { DemoSignIns, type ReadySignIn } from "#app/components/account/demo-sign-ins.tsx";
import { PublicFrame } from "#app/components/frame/public-frame.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { partnershipRoles, roleLabels } from "#app/domain/access/vocabulary.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { notFound } from "#app/http/responses.ts";

export const headers = privateHeaders;
export const meta = () => pageMeta({ title: "Ready sign-ins for the demonstration", hidden: true });

function groupOf({ partnership, administrator }: DemoSignIn): string {
  return partnership?.name ?? (administrator ? "Runs the whole site" : "Holds no office today");
}

/** Roles in the order in which the portal lists them everywhere. */
function rank({ role }: DemoSignIn): number {
  return role ? partnershipRoles.indexOf(role) : partnershipRoles.length;
}

function shown({ personId, name, administrator, role, office, organisation, acting }: DemoSignIn): ReadySignIn {
  const held = role ? roleLabels[role] : administrator ? roleLabels.administrator : "No role";
  return { personId, name, role: held, office: [office && acting ? `${office} (acting)` : office, organisation].filter(Boolean).join(", ") };
}

export async function loader() {
  if (!(await isDemonstration())) throw notFound();
  const groups = new Map<string, DemoSignIn[]>();
  for (const each of await listDemoSignIns()) groups.set(groupOf(each), [...(groups.get(groupOf(each)) ?? []), each]);
  return {
    password: demoPassword,
    groups: [...groups].map(([heading, people]) => ({ heading, people: people.toSorted((a, b) => rank(a) - rank(b)).map(shown) })),
  };
}

export default function Demo() {
  const { password, groups } = useLoaderData<typeof loader>();
  return (
    <PublicFrame>
      <h1 className="govuk-heading-l">Ready sign-ins for the demonstration</h1>
      <p className="govuk-body-l">Every place, organisation, person and document here is made up. Choose who to be: one button signs you in.</p>
      <InsetText>
        Signing or publishing asks for a password again. For everybody here it is <strong className="hash">{password}</strong>
      </InsetText>
      <p className="govuk-body"><a className="govuk-link" href="/demo/messages">Outgoing messages</a> shows what the portal writes to these people, in the place of their mailboxes.</p>
      {groups.length === 0 && <p className="govuk-body">There are no ready sign-ins. They are made when the demonstration is set up on an empty database.</p>}
      {groups.map((group) => <DemoSignIns key={group.heading} {...group} />)}
    </PublicFrame>
  );
}
