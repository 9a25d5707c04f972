import { defineConfig } from "vite";

/** The process that works in the background, in one plain file like the workers'. */
export default defineConfig({
  publicDir: false,
  build: { ssr: "server/jobs.ts", outDir: "build/jobs", target: "es2022", minify: false },
});
