import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { personFrame } from "#app/auth/frame.server.ts";
import { requirePerson } from "#app/auth/require-actor.server.ts";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { NotificationBanner } from "#app/components/govuk/notification-banner.tsx";
import { roleLabels } from "#app/domain/access/vocabulary.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache, redirectTo } from "#app/http/responses.ts";

const title = "Your partnerships";

export async function loader({ request }: LoaderFunctionArgs) {
  const signedIn = await requirePerson(request);
  const { me } = signedIn;
  const slugs = [...new Set(me.holds.map((held) => held.slug))];
  const [only] = slugs;
  if (slugs.length === 1 && only && !me.administrator) throw redirectTo(`/portal/${only}`);
  const { flash, headers } = readFlash(request);
  const partnerships = slugs.map((slug) => {
    const held = me.holds.filter((each) => each.slug === slug);
    const roles = held.map((each) => [roleLabels[each.role], each.organisation, each.acting ? "acting" : null].filter(Boolean).join(", "));
    return { slug, home: `/portal/${slug}`, name: held[0]?.partnership ?? slug, roles };
  });
  return data({ frame: personFrame(signedIn), partnerships, administrator: me.administrator, flash }, { headers });
}

export const headers = () => ({ "Cache-Control": privateCache });

export const meta: MetaFunction<typeof loader> = () => pageMeta({ title, hidden: true });

export default function Portal() {
  const { frame, partnerships, administrator, flash } = useLoaderData<typeof loader>();
  return (
    <PortalFrame {...frame}>
      {flash && <NotificationBanner type={flash.type} text={flash.text} />}
      <h1 className="govuk-heading-l">{title}</h1>
      {partnerships.length === 0 && <p className="govuk-body">You hold no office in a partnership today.{!administrator && " If you should, ask its business manager, or the administrator of this site."}</p>}
      {(partnerships.length > 0 || administrator) && <ul className="needs">
        {partnerships.map(({ slug, home, name, roles }) => (
          <li key={slug}>
            <div>
              <a className="govuk-link" href={home}>{name}</a>
              {roles.map((role) => <p key={role}>{role}</p>)}
            </div>
          </li>
        ))}
        {administrator && (
          <li>
            <div>
              <a className="govuk-link" href="/admin">Administration</a>
              <p>Set up partnerships, appoint first holders, look after accounts</p>
            </div>
          </li>
        )}
      </ul>}
    </PortalFrame>
  );
}
