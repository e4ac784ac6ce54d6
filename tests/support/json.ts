/** Parsed JSON of known make: a test that reads what is not there fails by that. */
// biome-ignore lint/suspicious/noExplicitAny: spelling out shapes here would test the spelling, not the answer
export type Json = any;
