import { ensureBuilt } from "./build.ts";

/** `npm run build`: what `npm start` would build, without starting. For images and deployments. */
console.log((await ensureBuilt()) ? "The pages were built." : "The pages were already built from these sources.");
