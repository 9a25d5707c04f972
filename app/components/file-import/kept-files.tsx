import { Table } from "#app/components/govuk/table.tsx";
import { Tag, type TagTone } from "#app/components/govuk/tag.tsx";
import { showMoment } from "#app/domain/shared/dates.ts";

/** A file that was read, as a list of them shows it. */
interface KeptFile {
  id: string;
  fileName: string;
  uploadedAt: Date;
  uploadedBy: string;
  state: "waiting" | "taken-in" | "undone";
}

const states: Record<KeptFile["state"], { text: string; tone: TagTone }> = {
  waiting: { text: "Waiting", tone: "yellow" },
  "taken-in": { text: "Taken in", tone: "green" },
  undone: { text: "Undone", tone: "grey" },
};

/** The last files that were read: what waits can be taken in, what was taken in can be undone. */
export function KeptFiles({ files, linkTo }: { files: readonly KeptFile[]; linkTo: (id: string) => string }) {
  if (files.length === 0) return null;
  return (
    <Table
      caption="The last files"
      columns={[{ label: "File" }, { label: "Checked" }, { label: "State" }]}
      rows={files.map(({ id, fileName, uploadedAt, uploadedBy, state }) => ({
        key: id,
        cells: [<a key="file" className={`govuk-link${fileName.length > 20 ? " breakable" : ""}`} href={linkTo(id)}>{fileName}</a>, `${showMoment(uploadedAt)}, by ${uploadedBy}`, <Tag key="state" {...states[state]} />],
      }))}
    />
  );
}
