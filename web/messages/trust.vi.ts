import { formatThreshold } from '../formatting/numbers.ts';
import { publicRulesVi } from './public-rules.vi.ts';

const number = (value: number): string => formatThreshold(value, 'vi');

export const trustVi = {
  ...publicRulesVi,

  /** Label of the field for a rule's threshold, by rule id. */
  thresholds: {
    'repeat-device': 'Số phiếu của một máy được tính trong một ngày',
    'too-fast': 'Số giây ít nhất cho mỗi câu đã trả lời',
    'same-run': 'Số phiếu giống hệt nhau liền nhau được tính',
    burst: 'Số phiếu của một quầy được tính trong 10 phút',
  } as Readonly<Record<string, string>>,

  page: {
    title: 'Quy tắc không tính phiếu',
    intro:
      'Phiếu thuộc diện nêu dưới đây thì không tính vào kết quả, nhưng vẫn lưu. Người gửi không bị chặn và không được báo.',
    on: 'Đang bật',
    offNow: 'Đang tắt',
    change: 'Thay đổi',
    changeOf: (name: string) => `Thay đổi quy tắc “${name}”`,
    all: 'Tất cả quy tắc',
    ruleIntro: 'Bật, tắt hoặc đổi ngưỡng của một quy tắc.',
    effect:
      'Thay đổi có hiệu lực từ ngày mai, không áp dụng cho phiếu đã nhận, và được công bố trên trang Kết quả.',
    stateLegend: 'Quy tắc này',
    turnOn: 'Bật',
    turnOff: 'Tắt',
    range: (min: number, max: number) => `Từ ${number(min)} đến ${number(max)}.`,
    rangeInSteps: (min: number, max: number, step: number) =>
      `Từ ${number(min)} đến ${number(max)}, từng bước ${number(step)}.`,
    button: 'Tiếp tục…',
    trialNone: 'Đến nay không có phiếu nào thuộc diện này.',
    trialCounts: (counts: string) => `Nếu đã áp dụng, số phiếu không tính đến nay: ${counts}.`,
  },

  confirm: {
    off: (name: string, day: string) =>
      `Từ ngày ${day}, tắt quy tắc “${name}”: phiếu như vậy sẽ được tính vào kết quả.`,
    on: (name: string, day: string, text: string) => `Từ ngày ${day}, quy tắc “${name}” là: ${text}`,
    withdraw: (name: string, day: string, stays: string) =>
      `Rút lại thay đổi của quy tắc “${name}” dự kiến áp dụng từ ngày ${day}. Quy tắc vẫn như trước: ${stays}`,
    public: 'Việc này được ghi vào nhật ký và công bố trên trang Kết quả.',
    turnOff: 'Tắt quy tắc',
    save: 'Lưu thay đổi',
  },

  faults: {
    'state-missing': 'Vui lòng chọn bật hay tắt.',
    'threshold-invalid': 'Ngưỡng cần là một số trong khoảng cho phép.',
    'value-same': 'Quy tắc đang đúng như vậy, không có gì để đổi.',
    'planned-later':
      'Quy tắc này đã có một thay đổi từ ngày mai. Muốn đổi khác, vui lòng rút lại thay đổi đó trước.',
  } as Record<string, string>,
};
