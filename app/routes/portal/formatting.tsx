import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { personFrame } from "#app/auth/frame.server.ts";
import { requirePerson } from "#app/auth/require-actor.server.ts";
import { formattingExamples } from "#app/components/drafting/formatting-examples.ts";
import { RecordTokensTable } from "#app/components/drafting/record-tokens-help.tsx";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { parseMarkdown } from "#app/domain/documents/text/parse-markdown.server.ts";
import { renderBlocks } from "#app/domain/documents/text/render-html.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta = () => pageMeta({ title: "How to format text", hidden: true });

export async function loader({ request }: LoaderFunctionArgs) {
  const signedIn = await requirePerson(request);
  const examples = formattingExamples.map((example, at) => ({
    ...example,
    // An example's headings are drawn below the heading that names it.
    html: renderBlocks(parseMarkdown(example.typed).blocks, { headingOffset: 1, idPrefix: `example-${String(at + 1)}` }),
  }));
  return { frame: personFrame(signedIn), examples };
}

export default function Formatting() {
  const { frame, examples } = useLoaderData<typeof loader>();
  return (
    <PortalFrame {...frame} before={<BackLink href="/portal" text="Go to your work" />}>
      <h1 className="govuk-heading-l">How to format text</h1>
      <p className="govuk-body-l">Sections are plain text with a few marks, which become headings, lists, links and tables.</p>
      {examples.map((example) => (
        <section key={example.title} className="example">
          <h2 className="govuk-heading-m">{example.title}</h2>
          <p className="govuk-body">{example.text}</p>
          <div className="columns">
            <div>
              <p className="govuk-body-s muted">You type</p>
              <pre className="differences editor">{example.typed}</pre>
            </div>
            <div>
              <p className="govuk-body-s muted">Readers see</p>
              <div className="prose" dangerouslySetInnerHTML={{ __html: example.html }} />
            </div>
          </div>
        </section>
      ))}
      <h2 className="govuk-heading-m" id="records">Names and dates from the records</h2>
      <p className="govuk-body">These words are filled from the records of the partnership when you preview, and again when a version is frozen.</p>
      <RecordTokensTable />
      <h2 className="govuk-heading-m">What is not possible</h2>
      <p className="govuk-body">Pictures, colours, code from a web page and underlining are left out on purpose, so that everybody can read the text: on a phone, on paper and with a screen reader.</p>
    </PortalFrame>
  );
}
