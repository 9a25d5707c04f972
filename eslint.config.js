import importX from "eslint-plugin-import-x";
import tseslint from "typescript-eslint";

/** Who may import what: `vocabulary ← db/schema ← db/client ← domain *.server ← routes → components`. */
const noDatabase = {
  // As a pattern of the other kind, a leading # would make it a comment.
  regex: "^(#db/|drizzle-orm(/|$)|postgres$)",
  message: "Only app/domain/**/*.server.ts, app/auth, db, server and tests reach the database.",
};
const noServerCode = { regex: "\\.server(\\.tsx?)?$", message: "This file reaches the browser." };
const noRemix = {
  regex: "^(@remix-run/|react$|#app/(routes|components|http)/)",
  message: "The domain knows nothing of requests or pages.",
};

export default tseslint.config(
  { ignores: ["build/", "build-*/", "node_modules/", ".data/", "coverage/"] },
  ...tseslint.configs.strict,
  {
    plugins: { "import-x": importX },
    rules: {
      "max-lines": ["error", { max: 400 }],
      "no-console": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "import-x/no-cycle": "error",
      "import-x/no-duplicates": "error",
    },
    settings: { "import-x/resolver": { node: { extensions: [".ts", ".tsx", ".js"] } } },
  },
  {
    files: ["app/routes/**/*.{ts,tsx}", "app/http/**/*.{ts,tsx}"],
    rules: {
      "max-lines": ["error", { max: 200 }],
      "no-restricted-imports": ["error", { patterns: [noDatabase, { group: ["zod"], message: "Schemas live in app/domain/<area>/forms.server.ts." }] }],
    },
  },
  {
    files: ["app/routes/public/**/*.{ts,tsx}"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            noDatabase,
            { regex: "^#app/domain/(?!publication/|shared/|.*/(vocabulary|rules)\\.ts$)", message: "Public pages read publications and nothing else." },
            { regex: "^#app/auth/", message: "Public pages have no session." },
          ],
        },
      ],
    },
  },
  {
    files: ["app/components/**/*.{ts,tsx}", "app/domain/**/vocabulary.ts", "app/domain/**/rules.ts"],
    // Charts are drawn in loaders: their library must never reach the browser.
    ignores: ["app/components/charts/*.server.{ts,tsx}"],
    rules: { "no-restricted-imports": ["error", { patterns: [noDatabase, noServerCode, { group: ["zod", "node:*"], message: "This file reaches the browser." }] }] },
  },
  {
    files: ["app/domain/**/*.ts"],
    ignores: ["app/domain/**/vocabulary.ts", "app/domain/**/rules.ts"],
    rules: { "no-restricted-imports": ["error", { patterns: [noRemix] }] },
  },
  {
    files: ["app/domain/ledger/**", "app/domain/access/**"],
    rules: { "no-restricted-imports": ["error", { patterns: [noRemix, { regex: "^#app/domain/(?!ledger/|access/|shared/)", message: "ledger and access import no other area." }] }] },
  },
  {
    files: ["server/**/*.ts", "db/**/*.ts", "tests/bench/**/*.ts"],
    rules: { "no-console": "off" },
  },
);
