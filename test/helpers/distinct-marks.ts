import type { Context } from '../../server/context.ts';
import { dayOf } from '../../server/lib/day.ts';
import { addMark, noMarks } from '../../server/trust/device-cookie.ts';

/**
 * A phone's cookie remembers a sent form by a mark of 8 bits, so that one form in 256 is taken for a retry of
 * another. The returned function opens forms until one has a new mark, so that tests do not depend on chance.
 */
export function createFormOpener({ clock, deviceKey }: Pick<Context, 'clock' | 'deviceKey'>) {
  const opened = new Set<string>();
  return async <Form extends { readonly t: string }>(open: () => Promise<Form>): Promise<Form> => {
    for (;;) {
      const form = await open();
      const day = dayOf(clock.now());
      const mark = `${day} ${addMark(deviceKey, noMarks(day), form.t).marks[0]}`;
      if (opened.has(mark)) continue;
      opened.add(mark);
      return form;
    }
  };
}
