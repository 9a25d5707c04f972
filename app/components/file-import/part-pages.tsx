import { pageNumbers } from "#app/components/govuk/page-numbers.ts";
import { Pagination } from "#app/components/govuk/pagination.tsx";

interface PartPagesProps<Name extends string> {
  /** Which page each of the long lists is on, and how many it has. */
  parts: Readonly<Record<Name, { page: number; pages: number }>>;
  /** The lists, in order. */
  names: readonly Name[];
  name: NoInfer<Name>;
  what: string;
}

/** The pages of one of the long lists of a preview. The others stay on theirs. */
export function PartPages<Name extends string>({ parts, names, name, what }: PartPagesProps<Name>) {
  const { page, pages } = parts[name];
  const others = names.filter((part) => part !== name && parts[part].page > 1).map((part) => `${part}=${String(parts[part].page)}&`);
  const numbers = pageNumbers(page, pages, (number) => `?${others.join("")}${name}=${String(number)}#${name}`);
  return numbers && <Pagination {...numbers} landmarkLabel={`Pages of ${what}`} />;
}
