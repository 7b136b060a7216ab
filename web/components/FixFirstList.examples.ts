import { itemNamesExample } from '../examples/report.examples.ts';
import { leaderVi } from '../messages/leader.vi.ts';
import type { Examples } from '../preview/example.ts';
import type { FixFirstList } from './FixFirstList.tsx';

const items = ['i34', 'i28', 'i25', 'i31', 'i32', 'i37'].map((item, index) => ({
  item,
  marked_low: 14 - 2 * index,
  dissatisfied_total: 17,
}));
const props = { items, itemNames: itemNamesExample, words: leaderVi };

export const fixFirstListExamples: Examples<typeof FixFirstList> = [
  { name: 'more than are listed', props },
  { name: 'one item', props: { ...props, items: items.slice(0, 1) } },
  {
    name: 'a long name, and an item without one',
    props: {
      ...props,
      items: items.slice(0, 2),
      itemNames: { i34: 'TRẢ KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH đúng ngày hẹn/đúng-người/đúng-hồ-sơ' },
    },
  },
];
