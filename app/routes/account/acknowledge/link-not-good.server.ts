import type { LinkState, NoticeLink } from "#app/domain/agencies/notices/notice-link.ts";
import { findNoticeLink } from "#app/domain/agencies/notices/link.server.ts";
import { pathTo } from "#app/domain/publication/addresses.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { refused } from "#app/http/responses.ts";

const askAgain = "Ask the partnership’s business manager to send a new letter. It takes them a minute.";

const words: Record<Exclude<LinkState, "open" | "acknowledged">, (link: NoticeLink) => { title: string; message: string; reasons: string[] }> = {
  replaced: ({ writtenOn }) => ({ title: "There is a newer letter", message: `This link is from a letter of ${showDate(writtenOn)}. Another was sent since, and only the newest works.`, reasons: ["Look in your e-mail for the newest one.", askAgain] }),
  expired: ({ expiresOn }) => ({ title: "This link has run out", message: `It worked until ${showDate(expiresOn)}. Nothing was recorded.`, reasons: [askAgain] }),
  withdrawn: ({ legalName, partnership, withdrawnOn }) => ({
    title: "Your organisation is not named any more",
    message: `${partnership.name} no longer names ${legalName} as a relevant agency${withdrawnOn ? `, from ${showDate(withdrawnOn)}` : ""}. There is nothing to acknowledge.`,
    reasons: ["If you think that is a mistake, ask the partnership’s business manager."],
  }),
  earlier: ({ legalName, partnership }) => ({ title: "This letter is about an earlier time", message: `${partnership.name} took ${legalName} off its list after it wrote this letter. What followed is in a newer one, if it named you again.`, reasons: ["Look in your e-mail for a newer letter.", askAgain] }),
};

/** The page for a link that opens nothing any more: what happened, and what to do. 404 when there never was such a link. */
export function linkNotGood(link: NoticeLink | null): Response {
  if (!link || link.state === "open" || link.state === "acknowledged") {
    return refused(404, { title: "This link is not whole", message: "There is no letter with this link.", reasons: ["Open the link from the e-mail itself: some programs cut a long link in two.", askAgain] });
  }
  return refused(410, { ...words[link.state](link), next: { href: pathTo.agencies(link.partnership.slug), text: "See which agencies are named" } });
}

/** The letter behind a link that still shows something. Uses nothing up. */
export async function requireLink(token: string | undefined): Promise<{ link: NoticeLink; token: string; path: string }> {
  const link = await findNoticeLink(token);
  if (!link || !token || (link.state !== "open" && link.state !== "acknowledged")) throw linkNotGood(link);
  return { link, token, path: `/acknowledge/${token}` };
}

/** The same, where details may still be corrected by it. */
export async function requireReplies(token: string | undefined): ReturnType<typeof requireLink> {
  const found = await requireLink(token);
  if (!found.link.mayReply) throw linkNotGood({ ...found.link, state: "expired" });
  return found;
}
