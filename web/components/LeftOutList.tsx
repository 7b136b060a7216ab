import type { LeftOut } from '../formatting/left-out.ts';
import { formatCount } from '../formatting/numbers.ts';
import { transactionFileVi } from '../messages/transaction-file.vi.ts';

const { result: words } = transactionFileVi;

export function LeftOutList({ left }: { readonly left: readonly LeftOut[] }) {
  return (
    <ul class="left-out">
      {left.map(({ code, n, detail }) => (
        <li key={code}>
          <p>
            <span>{words.leftOut[code] ?? words.leftOut.other}</span> <b>{formatCount(n, 'vi')}</b>
          </p>
          {detail === '' ? null : (
            <details>
              <summary>{words.which}</summary>
              <p class="soft">{detail}</p>
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}
