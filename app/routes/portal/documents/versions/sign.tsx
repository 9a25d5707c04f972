import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { confirmIdentity, missingFields } from "#app/auth/confirm-identity.server.ts";
import { partnershipFrame } from "#app/auth/frame.server.ts";
import { Details } from "#app/components/govuk/details.tsx";
import { ActPage } from "#app/components/versions/act-page.tsx";
import { versionPath } from "#app/components/versions/paths.ts";
import { SigningForm } from "#app/components/versions/signing-form.tsx";
import { SigningSummary } from "#app/components/versions/signing-summary.tsx";
import { SigningFor } from "#app/components/versions/signing-for.tsx";
import { StoredText } from "#app/components/versions/stored-text.tsx";
import { declaration } from "#app/domain/documents/rules.ts";
import { signVersion } from "#app/domain/documents/sign-version.server.ts";
import { documentWords } from "#app/domain/documents/vocabulary.ts";
import { signingFigures } from "#app/domain/funding/signed-budget.ts";
import { signForm } from "#app/domain/documents/version-forms.server.ts";
import { errorsOf, fieldErrors, joinErrors, list, rawText, readForm, text, toObject } from "#app/http/parse-form.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache, redirectTo } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { countChanges } from "./count-changes.server.ts";
import { readStoredText } from "./read-stored-text.server.ts";
import { requireOpenSeat } from "./require-open-seat.server.ts";
import { requireOwnSeat, requireVersion } from "./require-version.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: found }) => pageMeta({ title: `Sign ${documentWords(found?.at.kind ?? "arrangements").the}, version ${String(found?.version.number ?? "")}`, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireVersion(request, params);
  const { version, partnership, me } = member;
  const seat = requireOpenSeat(member, params.seat);
  const { budget, ...stored } = await readStoredText(member);
  return {
    frame: partnershipFrame(member),
    partnership,
    at: member.at,
    version,
    seat,
    otherSeats: version.seats.filter((each) => each.seatId !== seat.seatId && each.holder?.personId === me.personId).map((each) => each.organisation),
    strength: me.strength,
    declaration: declaration(version.kind, seat.organisation),
    text: stored,
    figures: budget && signingFigures(budget, seat.seatId),
    changes: await countChanges(member),
    submissionKey: newSubmissionKey(),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const member = await requireVersion(request, params);
  const { actor, me, partnership, version, at } = member;
  const seat = requireOwnSeat(member, params.seat);
  const values = await readForm(request);
  const submission = readSubmission(values);
  const ticked = { agree: list(values, "agree").includes("yes"), understand: list(values, "understand").includes("yes") };
  const form = signForm(version.kind).safeParse(toObject(values));
  const entered = { password: rawText(values, "password"), code: text(values, "code") };
  if (!form.success) return data({ ticked, errors: joinErrors(fieldErrors(form.error), errorsOf(missingFields(entered, me.strength === "password+totp"))) }, { status: 422 });

  const confirmed = await confirmIdentity(actor, entered, context.clientAddress);
  if (!confirmed.ok) return data({ ticked, errors: confirmed.errors }, { status: confirmed.status });
  const outcome = await signVersion(confirmed.actor, { partnershipId: partnership.id, versionId: version.id, seatId: seat.seatId }, submission);
  const cookie = { "Set-Cookie": confirmed.setCookie };
  if (!outcome.ok) throw refusalResponse(outcome, { href: versionPath(at, version.number), text: `See version ${String(version.number)}` }, cookie);
  return redirectTo(versionPath(at, version.number, `signed/${seat.seatId}`), cookie);
}

export default function Sign() {
  const { frame, partnership, at, version, seat, otherSeats, strength, declaration: sentences, text: stored, figures, changes, submissionKey } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <ActPage
      frame={frame}
      partnership={partnership} at={at}
      number={version.number}
      title={`Sign ${documentWords(at.kind).the}, version ${String(version.number)}`}
      errors={sent?.errors.summary}
      back={{ href: `/portal/${partnership.slug}`, text: "Back to what needs you" }}
    >
      <SigningFor kind={version.kind} title={version.title} seat={seat} otherSeats={otherSeats} />
      <SigningSummary at={at} version={version} changes={changes} words={stored.words} forYoungPeople={stored.forYoungPeople} figures={figures} />
      <Details summaryText="Read the full text on this page"><StoredText html={stored.html} /></Details>
      <SigningForm
        number={version.number}
        declaration={sentences}
        ticked={sent?.ticked}
        errors={sent?.errors.fields ?? {}}
        strength={strength}
        submissionKey={submissionKey}
        declineHref={versionPath(at, version.number, `decline/${seat.seatId}`)}
      />
    </ActPage>
  );
}
