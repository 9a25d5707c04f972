import { FindYourCouncil, InDangerNow, TalkItThrough } from "#app/components/concern/national-numbers.tsx";
import { InformationPage } from "#app/components/frame/information-page.tsx";
import { pageMeta } from "#app/http/page-meta.ts";

export const meta = () =>
  pageMeta({
    title: "How to report a concern",
    description: "Who to call if you are worried about a child: 999 in an emergency, your council, the NSPCC helpline, or Childline for children.",
    canonical: "/report-a-concern",
  });

export default function ReportAConcern() {
  return (
    <InformationPage
      title="How to report a concern about a child"
      lead="You do not have to be sure. If you are worried about a child, tell someone who can help."
      updated="22 November 2026"
    >
      <InDangerNow />
      <section className="call" aria-labelledby="council">
        <h2 id="council">If it is not an emergency</h2>
        <p>Tell children’s services at the council where the child lives. Outside office hours an emergency team answers. You do not have to give your name.</p>
        <FindYourCouncil />
      </section>
      <TalkItThrough />
    </InformationPage>
  );
}
