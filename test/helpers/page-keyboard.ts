import type { Page } from 'playwright-core';

/** A date field has more Tab stops than one: day, month, year, calendar button. */
const DAY_STOPS = 3;

/**
 * Controls that Tab does not reach, reaches in another order than they are read, or focuses without a visible
 * indicator.
 */
export async function findKeyboardFaults(page: Page): Promise<string[]> {
  const names = await page.evaluate(() => {
    const controls = 'a[href], button, input:not([type=hidden]), select, textarea, summary';
    const all = [...document.querySelectorAll<HTMLElement>(controls)].filter(
      (element) => element.checkVisibility() && !element.matches(':disabled'),
    );
    // Tab reaches one radio button of a group; arrow keys lead to the others.
    const inTurn = all.filter((element) => {
      if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
      const group = all.filter(
        (other): other is HTMLInputElement =>
          other instanceof HTMLInputElement && other.name === element.name && other.form === element.form,
      );
      return element === (group.find(({ checked }) => checked) ?? group[0]);
    });
    for (const [index, element] of inTurn.entries()) element.dataset.turn = String(index);
    // Moves the focus to the top, because the page or the URL's fragment may have put it elsewhere.
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
    return inTurn.map((element) => element.outerHTML.replace(/ data-turn="\d+"/, '').slice(0, 100));
  });

  const faults: string[] = [];
  const reached: number[] = [];
  const most = names.length + 5 + DAY_STOPS * names.filter((name) => name.includes('type="date"')).length;
  for (let press = 0; press < most; press += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element ?? document.body);
      const isSeen = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
      return { isBody: element === document.body, turn: element?.dataset.turn, isSeen };
    });
    if (stop.turn !== undefined && Number(stop.turn) === reached.at(-1)) continue;
    // After the last control Tab leaves the page or returns to the first control.
    if (stop.isBody || (stop.turn !== undefined && reached.includes(Number(stop.turn)))) break;
    if (stop.turn === undefined) continue;
    reached.push(Number(stop.turn));
    if (!stop.isSeen) faults.push(`no sign of the focus: ${names[Number(stop.turn)]}`);
  }
  const missed = names.filter((_, index) => !reached.includes(index));
  faults.push(...missed.map((name) => `out of the tab key's reach: ${name}`));
  if (reached.some((turn, index) => turn < (reached[index - 1] ?? -1)))
    faults.push('the tab key does not follow the order of the page');
  return faults.map((fault) => `${page.url()}: ${fault}`);
}
