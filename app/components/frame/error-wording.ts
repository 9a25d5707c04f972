/** What each kind of failure says when the route that refused gave no words of its own. */
export interface ErrorWording {
  title: string;
  message: string;
}

const wordings: Record<number, ErrorWording> = {
  400: { title: "We could not read that", message: "Something in what was sent could not be read. Go back, check it and try again." },
  403: { title: "You cannot do this", message: "Your role does not allow this. If you think it should, ask the business manager of your partnership." },
  404: { title: "Page not found", message: "If you typed the address, check that it is right. If you followed a link, the page may have moved or you may not have access to it." },
  405: { title: "You cannot do this", message: "This page cannot be used in that way." },
  409: { title: "This cannot be done yet", message: "Something has changed, or something is still missing. Go back to see how things stand now." },
  410: { title: "This page has been taken down", message: "It was published here and has been removed." },
  413: { title: "That is too large", message: "What you sent is larger than we accept. Shorten it and try again." },
  414: { title: "That address is too long", message: "Check the address and try again." },
  415: { title: "We could not read that", message: "It was sent in a form we do not accept." },
  429: { title: "Too many tries", message: "Wait a few minutes, then try again." },
  503: { title: "Sorry, this is not available right now", message: "Nothing you have saved is lost. Try again in a few minutes." },
};

const unexpected: ErrorWording = {
  title: "Sorry, something went wrong",
  message: "This is our fault, not yours. Nothing you have saved is lost. Try again in a few minutes.",
};

/** The wording for an HTTP status; any status not listed reads as an unexpected failure. */
export function errorWording(status: number): ErrorWording {
  return wordings[status] ?? unexpected;
}
