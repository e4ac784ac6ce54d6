/** What Narrascope uses of edtf.js, which ships no typings. Times are milliseconds since 1970-01-01 UTC. */
declare module "edtf" {
  export interface ExtDate {
    readonly type: string;
    readonly min: number;
    readonly max: number;
    readonly uncertain?: { value: number } | boolean;
    readonly approximate?: { value: number } | boolean;
    readonly edtf: string;
    /** The members of a set or list; a run `a..b` within it is a pair. edtf.js leaves the ends of such pairs out of min, max. */
    readonly values?: readonly (ExtDate | readonly ExtDate[])[];
  }
  export default function edtf(text: string): ExtDate;
}
