import { PublicFrame } from "#app/components/frame/public-frame.tsx";
import { pageMeta, productName } from "#app/http/page-meta.ts";

const description = "Who is responsible for keeping children safe in each part of England, and what they have agreed to do together.";

export const meta = () => pageMeta({ title: productName, description, canonical: "/" });

export default function Home() {
  return (
    <PublicFrame>
      <h1 className="govuk-heading-l">{productName}</h1>
      <p className="govuk-body-l">{description}</p>
    </PublicFrame>
  );
}
