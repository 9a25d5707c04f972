import { defineConfig } from "drizzle-kit";

// Only for `drizzle-kit studio` and comparing; migrations are written by hand and applied by db/migrate.ts. Never `push`.
export default defineConfig({ dialect: "postgresql", schema: "./db/schema/index.ts", out: "./migrations" });
