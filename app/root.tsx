import { Links, Meta, Outlet, Scripts, ScrollRestoration, useMatches, useRouteError } from "@remix-run/react";
import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { useContext, type ReactNode } from "react";

import { describeError, ErrorPage } from "#app/components/frame/error-page.tsx";
import { wantsHydration } from "#app/http/hydration.ts";
import { pageMeta, productName } from "#app/http/page-meta.ts";
import { RequestContext } from "#app/http/request-context.ts";

import icon from "./styles/icon.svg?url";
import stylesheet from "./styles/main.scss?url";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: stylesheet },
  { rel: "icon", href: icon, type: "image/svg+xml" },
];

export const meta: MetaFunction = ({ error }) =>
  error ? pageMeta({ title: describeError(error).title, hidden: true }) : [{ title: productName }];

export function Layout({ children }: { children: ReactNode }) {
  const { nonce } = useContext(RequestContext);
  const failed = Boolean(useRouteError());
  // An error page carries the request's reference, which the browser does not know: it is never hydrated.
  const hydrated = useMatches().some((match) => wantsHydration(match.handle)) && !failed;
  return (
    <html lang="en-GB" className="govuk-template">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content="#0f4c4a" />
        <Meta />
        <Links />
      </head>
      <body className="govuk-template__body">
        {children}
        {hydrated && <ScrollRestoration nonce={nonce} />}
        {hydrated && <Scripts nonce={nonce} />}
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <ErrorPage error={useRouteError()} />;
}
