import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { CommentThread } from "#app/components/comments/comment-thread.tsx";
import { commentsPath } from "#app/components/comments/paths.ts";
import { backText, documentPath, sectionPath } from "#app/components/drafting/paths.ts";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { listComments } from "#app/domain/documents/comments/queries.server.ts";
import { openComments } from "#app/domain/documents/comments/rules.ts";
import { documentWords } from "#app/domain/documents/vocabulary.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";

import { requireDocument } from "../require-document.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: found }) => pageMeta({ title: `Comments on ${documentWords(found?.at.kind ?? "arrangements").the}`, partnership: found?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireDocument(request, params, "comment");
  const { actor, partnership, at } = member;
  const { flash, headers: once } = readFlash(request);
  const resolvedToo = new URL(request.url).searchParams.has("all");
  return data({ frame: partnershipFrame(member), partnership, at, resolvedToo, comments: await listComments(actor, { partnershipId: partnership.id, kind: at.kind }, { resolvedToo }), flash }, { headers: once });
}

export default function Comments() {
  const { frame, partnership, at, resolvedToo, comments, flash } = useLoaderData<typeof loader>();
  const open = comments.filter((comment) => !comment.resolved).length;
  const sections = [...new Map(comments.map((comment) => [comment.section.id, comment.section])).values()];
  return (
    <PortalFrame {...frame} current={at.kind} flash={flash} before={<BackLink href={documentPath(at)} text={backText(at)} />}>
      <span className="govuk-caption-l">{partnership.name}</span>
      <h1 className="govuk-heading-l">Comments on the draft of {documentWords(at.kind).the}</h1>
      <p className="govuk-body-l">{open === 0 ? "No comment is open" : openComments(open)}.</p>
      <p className="govuk-body">
        {open === 0 && "To comment, open a section of the draft. "}
        <a className="govuk-link" href={resolvedToo ? commentsPath(at) : `${commentsPath(at)}?all=1`}>{resolvedToo ? "Show open comments only" : "Show resolved comments too"}</a>
      </p>
      {sections.map((section) => (
        <section key={section.id} aria-labelledby={`section-${section.id}`}>
          <h2 className="govuk-heading-m" id={`section-${section.id}`}>
            {section.removed ? `${section.title} (removed)` : <a className="govuk-link" href={sectionPath(at, section.id, "preview")}>{section.title}</a>}
          </h2>
          {comments.filter((comment) => comment.section.id === section.id).map((comment) => <CommentThread key={comment.id} at={at} comment={comment} level={3} />)}
        </section>
      ))}
    </PortalFrame>
  );
}
