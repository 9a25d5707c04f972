import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { personFrame } from "#app/auth/frame.server.ts";
import { requirePerson } from "#app/auth/require-actor.server.ts";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { NeedsList } from "#app/components/facts/needs-list.tsx";
import { NotificationBanner } from "#app/components/govuk/notification-banner.tsx";
import { Tag } from "#app/components/govuk/tag.tsx";
import { roleLabels } from "#app/domain/access/vocabulary.ts";
import { listWorkload } from "#app/domain/home/workload.server.ts";
import { firstOfAll } from "#app/domain/home/workload.ts";
import { countOf } from "#app/domain/documents/version-state.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache, redirectTo } from "#app/http/responses.ts";

const title = "What needs you";

export async function loader({ request }: LoaderFunctionArgs) {
  const signedIn = await requirePerson(request);
  const { me } = signedIn;
  const slugs = [...new Set(me.holds.map((held) => held.slug))];
  const [only] = slugs;
  if (slugs.length === 1 && only && !me.administrator) throw redirectTo(`/portal/${only}`);
  const { flash, headers } = readFlash(request);
  const loads = slugs.length > 0 ? await listWorkload(signedIn.actor) : [];
  const all = new URL(request.url).searchParams.has("all");
  const partnerships = slugs.map((slug) => {
    const held = me.holds.filter((each) => each.slug === slug);
    const roles = held.map((each) => [roleLabels[each.role], each.organisation, each.acting ? "acting" : null].filter(Boolean).join(", "));
    return { slug, home: `/portal/${slug}`, name: held[0]?.partnership ?? slug, roles, waiting: loads.find((load) => load.slug === slug)?.tasks.length ?? 0 };
  });
  return data({ frame: personFrame(signedIn), partnerships, ...firstOfAll(loads, all ? Infinity : undefined), administrator: me.administrator, flash }, { headers });
}

export const headers = () => ({ "Cache-Control": privateCache });

export const meta: MetaFunction<typeof loader> = () => pageMeta({ title, hidden: true });

export default function Portal() {
  const { frame, partnerships, first, more, administrator, flash } = useLoaderData<typeof loader>();
  return (
    <PortalFrame {...frame}>
      {flash && <NotificationBanner type={flash.type} text={flash.text} />}
      <h1 className="govuk-heading-l">{partnerships.length > 0 ? title : "Your partnerships"}</h1>
      {partnerships.length === 0 && <p className="govuk-body">You hold no office in a partnership today.{!administrator && " If you should, ask its business manager, or the administrator of this site."}</p>}
      {partnerships.length > 0 && first.length === 0 && <p className="govuk-body-l">Nothing needs you in any of your partnerships.</p>}
      {first.length > 0 && <NeedsList needs={first.map(({ text, href, about, partnership, due }) => ({ text, place: partnership, href, about: `${partnership}. ${about}`, due }))} />}
      {more > 0 && <p className="govuk-body">And {more} more that can wait. <a className="govuk-link" href="/portal?all=1">See all</a></p>}
      {(partnerships.length > 0 || administrator) && (
        <section aria-labelledby="yours">
          {partnerships.length > 0 && <h2 className="govuk-heading-m" id="yours">Your partnerships</h2>}
          <ul className="needs">
            {partnerships.map(({ slug, home, name, roles, waiting }) => (
              <li key={slug}>
                <div>
                  <a className="govuk-link" href={home}>{name}</a>
                  {roles.map((role) => <p key={role}>{role}</p>)}
                </div>
                <Tag text={waiting === 0 ? "Nothing needs you" : countOf(waiting, "task")} tone={waiting === 0 ? "green" : "yellow"} />
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
          </ul>
        </section>
      )}
    </PortalFrame>
  );
}
