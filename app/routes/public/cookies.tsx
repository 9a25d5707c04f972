import { InformationPage } from "#app/components/frame/information-page.tsx";
import { Table } from "#app/components/govuk/table.tsx";
import { pageMeta } from "#app/http/page-meta.ts";

export const meta = () =>
  pageMeta({ title: "Cookies", description: "The public pages set no cookies. Signing in sets only those it cannot work without.", canonical: "/cookies" });

export default function Cookies() {
  return (
    <InformationPage title="Cookies" lead="The public pages set no cookies at all. Signing in sets only those it cannot work without." updated="22 November 2026">
      <p>Cookies are small files that a site keeps on your device. Because ours are strictly necessary, the law does not ask us for your consent, and there is no banner to click away.</p>
      <Table
        caption="Cookies for people who sign in"
        columns={[{ label: "What it does" }, { label: "When it goes" }]}
        rows={[
          { key: "session", cells: ["Session: keeps you signed in", "When you sign out, after 30 minutes without use, or 8 hours after you signed in"] },
          { key: "sign-in", cells: ["Step: remembers, between your password and your code, that the password was right", "When you are signed in, or after 20 minutes at most"] },
          { key: "recovery-codes", cells: ["Recovery codes: carries new codes, encrypted, to the page that shows them", "As soon as they are shown, or after 2 minutes"] },
          { key: "flash", cells: ["Message: carries a note such as “Saved” to the next page", "As soon as it is shown, or after one minute"] },
        ]}
      />
      <p>While you edit a section, your browser also keeps what you typed in that tab until it is saved, so that it is not lost. It goes when you close the tab.</p>
      <p>None of the cookies can be read by other sites or by scripts, and none is used to follow what you do.</p>
    </InformationPage>
  );
}
