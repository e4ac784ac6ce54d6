/** True in bundles that `npm run dev` makes; the bundler removes what stands behind it elsewhere. */
declare const __DEV__: boolean;

declare module "*.css";
