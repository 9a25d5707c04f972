import { Fragment } from "react";

import { InformationPage } from "#app/components/frame/information-page.tsx";
import { Table } from "#app/components/govuk/table.tsx";
import { pageMeta } from "#app/http/page-meta.ts";

export const meta = () =>
  pageMeta({ title: "Open data", description: "What is published as data, in which formats, at which addresses, and what you may do with it.", canonical: "/open-data" });

/** An address or a field as code, which may break after a slash. */
function code(text: string) {
  const parts = text.split(/(?<=\/)/);
  return (
    <code className="hash">
      {parts.map((part, at) => <Fragment key={at}>{at > 0 && <wbr />}{part}</Fragment>)}
    </code>
  );
}

export default function OpenData() {
  return (
    <InformationPage title="Open data" lead="Everything a partnership publishes here is also published as data. You need no account and no key." updated="27 November 2026">
      <h2>What you can get</h2>
      <Table
        caption="Addresses"
        captionSize="s"
        columns={[{ label: "What" }, { label: "Address" }]}
        rows={[
          { key: "all", cells: ["Every partnership, with its areas and partners", code("/partnerships.json")] },
          { key: "directory", cells: ["Everybody who holds an office, with every partnership they sit in", code("/directory.json")] },
          { key: "one", cells: ["One partnership: who is accountable, whom to call about a child, what is published, earlier documents", code("/partnerships/{name}.json")] },
          { key: "people", cells: ["Who was accountable in it on a day", code("/partnerships/{name}/people.json?on=2026-09-30")] },
          { key: "arrangements", cells: ["Its arrangements now in force", code("/partnerships/{name}/arrangements.json")] },
          { key: "version", cells: ["One version of them, for ever", code("/partnerships/{name}/arrangements/versions/{number}.json")] },
          { key: "funding", cells: ["Its funding in one year: who gives what, what it is spent on, changes, years", code("/partnerships/{name}/funding/2026-27.json")] },
          { key: "funding-tables", cells: ["One table of it for spreadsheets: contributions, in-kind, spending, variations or years", code("/partnerships/{name}/funding/2026-27/contributions.csv")] },
          { key: "funding-package", cells: ["What the columns of those tables hold, as a data package", code("/partnerships/{name}/funding/2026-27/datapackage.json")] },
          { key: "national-funding", cells: ["The funding of every partnership in one year", code("/funding.csv?year=2026-27")] },
          { key: "priorities", cells: ["Its priorities as last published: outcome, measures with their figures, how each stands", code("/partnerships/{name}/priorities.json")] },
          { key: "priorities-csv", cells: ["The figures of their measures for spreadsheets", code("/partnerships/{name}/priorities.csv")] },
          { key: "priority", cells: ["One priority, with its story", code("/partnerships/{name}/priorities/{number}.json")] },
          { key: "verify", cells: ["The exact bytes that were signed, and the checks on them", code("/verify/{fingerprint}")] },
        ]}
      />
      <p>Put {code(".pdf")} in place of {code(".json")} for the same document to print. Leave both out for the web page.</p>
      <p>The directory is also a table for spreadsheets at {code("/directory.csv")}. Both files hold the rows that the page with the same filters shows, on all its pages. A body in several partnerships is one row: its cells hold a value for each, divided by {code("|")}, in the order of the partnerships.</p>
      <h2>What you can rely on</h2>
      <ul>
        <li>An address does not change, and an old version keeps its own for ever.</li>
        <li>A version never changes once it is published. A correction is a new version.</li>
        <li>A page taken down for safety answers with status 410 and says why. Its fingerprint and signatures are still listed.</li>
        <li>Dates are written {code("2026-09-30")}. Text is UTF-8.</li>
        <li>Councils, police forces and NHS bodies carry their official codes from the Office for National Statistics.</li>
        <li>Money is in pounds with two decimals in CSV, in whole pence in JSON. “Not provided”, “Not applicable” and £0 are three different things.</li>
        <li>Figures of measures are exact decimals, in text. A count of children under 5, and any figure from which one could be worked out, is left out and marked as not shown.</li>
        <li>No personal e-mail address or phone number is ever included. The phone numbers are those of council services, as national digits.</li>
      </ul>
      <h2>Asking only for what changed</h2>
      <p>Each answer carries an {code("ETag")}. Send it back as {code("If-None-Match")} and you get status 304 and nothing more to download when nothing changed.</p>
      <h2>What you may do with it</h2>
      <p>You may copy, publish and adapt it, also for profit, under the <a href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/" rel="license">Open Government Licence v3.0</a>. Say where it came from and link to the licence.</p>
    </InformationPage>
  );
}
