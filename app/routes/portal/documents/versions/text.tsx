import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { ContentsList } from "#app/components/facts/contents-list.tsx";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { StoredText } from "#app/components/versions/stored-text.tsx";
import { versionPath } from "#app/components/versions/paths.ts";
import { stateLine } from "#app/domain/documents/version-state.ts";
import { youngPeople } from "#app/domain/documents/vocabulary.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";

import { readStoredText } from "./read-stored-text.server.ts";
import { requireVersion } from "./require-version.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: found }) => pageMeta({ title: `Full text of version ${String(found?.version.number ?? "")}`, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireVersion(request, params);
  return { frame: partnershipFrame(member), partnership: member.partnership, at: member.at, version: member.version, text: await readStoredText(member) };
}

export default function FullText() {
  const { frame, partnership, at, version, text } = useLoaderData<typeof loader>();
  return (
    <PortalFrame {...frame} current={at.kind} before={<BackLink href={versionPath(at, version.number)} text={`Back to version ${String(version.number)}`} />}>
      <span className="govuk-caption-l">{partnership.name}, version {version.number}</span>
      <h1 className="govuk-heading-l">{version.title}</h1>
      <p className="govuk-body">{stateLine(version)}. {text.words.toLocaleString("en-GB")} words.</p>
      <div className="document">
        <ContentsList items={text.sections}>
          {text.forYoungPeople && <p><a href={`#${youngPeople.anchor}`}>{youngPeople.audience}</a></p>}
          <p><a href={versionPath(at, version.number, "document.pdf")}>PDF</a></p>
        </ContentsList>
        <StoredText html={text.html} />
      </div>
    </PortalFrame>
  );
}
