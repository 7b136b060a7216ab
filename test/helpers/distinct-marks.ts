import type { Context } from '../../server/context.ts';
import { dayOf } from '../../server/lib/day.ts';
import { addMark, noMarks } from '../../server/trust/device-cookie.ts';

/**
 * One form in 256 has the mark of another form by chance and is mistaken for its retry. The opener reopens until the
 * mark is new, so that a test does not depend on chance.
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
