import { PublicFrame } from "#app/components/frame/public-frame.tsx";
import { pageMeta } from "#app/http/page-meta.ts";

export const meta = () => pageMeta({ title: "Privacy", canonical: "/privacy" });

export default function Page() {
  return (
    <PublicFrame>
      <h1 className="govuk-heading-xl">Privacy</h1>
      <p className="govuk-body-l">Who works together to keep children safe in each part of England, and what they have agreed.</p>
    </PublicFrame>
  );
}
