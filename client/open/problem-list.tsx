/** Problems with their places, the first of them. */
import { formatNumber } from "../../graph-data/display/words.ts";
import type { Problem } from "../../graph-data/errors.ts";

const MOST = 100;

export function ProblemList({ problems }: { readonly problems: readonly Problem[] }) {
  if (problems.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys
    <section class="scroll" tabIndex={0} aria-label="Problems">
      <table>
        <caption>
          {formatNumber(problems.length)} {problems.length === 1 ? "problem" : "problems"}
          {problems.length > MOST && `, the first ${MOST}`}
        </caption>
        <thead>
          <tr>
            <th scope="col">Where</th>
            <th scope="col">What</th>
          </tr>
        </thead>
        <tbody>
          {problems.slice(0, MOST).map(({ path, message }, at) => (
            <tr key={at}>
              <th scope="row" dir="auto">
                {path || "the whole"}
              </th>
              <td dir="auto">{message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
