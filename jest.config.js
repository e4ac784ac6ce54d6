/** Tests run as ESM, TypeScript stripped by SWC. NODE_OPTIONS carries --experimental-vm-modules (scripts/test.js). */
export default {
  rootDir: ".",
  roots: ["<rootDir>/tests"],
  testMatch: ["**/*.test.ts", "**/*.test.tsx"],
  testEnvironment: "<rootDir>/tests/support/environment.js",
  extensionsToTreatAsEsm: [".ts", ".tsx"],
  transform: {
    "^.+\\.tsx?$": [
      "@swc/jest",
      {
        jsc: {
          target: "es2022",
          parser: { syntax: "typescript", tsx: true },
          transform: { react: { runtime: "automatic", importSource: "preact" } },
        },
        module: { type: "es6" },
      },
    ],
  },
  setupFilesAfterEnv: ["<rootDir>/tests/support/quiet.ts"],
  maxWorkers: 2,
  testTimeout: 20_000,
};
