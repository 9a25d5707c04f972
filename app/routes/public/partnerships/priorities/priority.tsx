import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { PublicPriority, type PublicPriorityProps } from "#app/components/publication/priorities/priority-page.tsx";

import { priorityMeta } from "./priority-meta.ts";
import { showPriority } from "./show-priority.server.ts";

export const loader = ({ request, params }: LoaderFunctionArgs) => showPriority(request, params);

export const meta = ({ data }: { data?: PublicPriorityProps }) => priorityMeta(data);

export default function Priority() {
  return <PublicPriority {...useLoaderData<typeof loader>()} />;
}
