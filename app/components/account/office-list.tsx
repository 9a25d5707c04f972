import { Table } from "#app/components/govuk/table.tsx";

export interface HeldOffice {
  appointmentId: string;
  partnership: string;
  slug: string;
  role: string;
  office: string;
  organisation: string | null;
  acting: boolean;
}

/** The offices somebody holds today, each with the way into its partnership. */
export function OfficeList({ offices }: { offices: readonly HeldOffice[] }) {
  if (offices.length === 0) {
    return <p className="govuk-body">You hold no office in any partnership today. When you are appointed, it will be listed here.</p>;
  }
  return (
    <Table
      caption="Offices you hold today"
      columns={[{ label: "Partnership" }, { label: "Role" }, { label: "Office" }]}
      rows={offices.map((held) => ({
        key: held.appointmentId,
        cells: [
          <a key="partnership" className="govuk-link" href={`/portal/${held.slug}`}>{held.partnership}</a>,
          held.role,
          [held.acting ? `${held.office} (acting)` : held.office, held.organisation].filter(Boolean).join(", "),
        ],
      }))}
    />
  );
}
