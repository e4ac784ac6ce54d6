/** True in bundles that `npm run dev` makes; the bundler removes what stands behind it elsewhere. */
declare const __DEV__: boolean;

/** Of the program, as `package.json` has it. */
declare const __VERSION__: string;

declare module "*.css";

/** The address of a built file. */
declare module "*.wasm?url" {
  const address: string;
  export default address;
}
