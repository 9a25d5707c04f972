/** The words of one payer's amount for several partnerships. Imports nothing; client-safe. */

export const shareMethods = ["flat", "weighted"] as const;
export type ShareMethod = (typeof shareMethods)[number];

export const shareMethodLabels: Record<ShareMethod, string> = { flat: "The same for each partnership", weighted: "By a weight for each partnership" };

export type PartState = "proposed" | "accepted" | "declined";

export const partStateLabels: Record<PartState, string> = { proposed: "Not answered", accepted: "Accepted", declined: "Declined" };

/** Among how many partnerships one amount can be divided: each has a box and a weight in one form. */
export const mostParts = 160;

/** What a weight is kept in: hundredths, so that an amount can be one to the penny. */
export const wholeWeight = 100;

/** How a whole is divided to the penny, for whoever reads the figures. */
export const roundingRule = "Each share is rounded down to the penny. Pennies left over go one each to the shares that lost most by the rounding, in the order of their names where two lost the same. So the shares sum to the whole.";
