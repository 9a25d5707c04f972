export * from "./accounts.ts";
export * from "./documents.ts";
export * from "./guidance.ts";
export * from "./notifications.ts";
export * from "./offices.ts";
export * from "./partnerships.ts";
export * from "./people.ts";
export * from "./publications.ts";
