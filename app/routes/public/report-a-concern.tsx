import { PublicFrame } from "#app/components/frame/public-frame.tsx";
import { pageMeta } from "#app/http/page-meta.ts";

export const meta = () => pageMeta({ title: "How to report a concern", canonical: "/report-a-concern" });

export default function Page() {
  return (
    <PublicFrame>
      <h1 className="govuk-heading-xl">How to report a concern</h1>
      <p className="govuk-body-l">Who works together to keep children safe in each part of England, and what they have agreed.</p>
    </PublicFrame>
  );
}
