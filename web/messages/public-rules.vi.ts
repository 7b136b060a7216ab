import { formatThreshold } from '../formatting/numbers.ts';

const number = (value: number): string => formatThreshold(value, 'vi');

/** The parameter of `text` is the threshold of the rule. */
interface RuleWords {
  readonly name: string;
  readonly text: (threshold: number) => string;
}

export const publicRulesVi = {
  /** Keys are rule ids, which are also the reasons stored on ballots. */
  rules: {
    'foreign-form': {
      name: 'Không gửi từ trang khảo sát này',
      text: () => 'Phiếu do trang của nơi khác gửi đến thì không tính vào kết quả.',
    },
    'repeat-device': {
      name: 'Một máy gửi nhiều phiếu trong ngày',
      text: (ballots) =>
        `Với phiếu qua mã QR tại quầy và đường dẫn, mỗi máy được tính ${number(ballots)} phiếu một ngày, gộp mọi quầy; từ phiếu thứ ${number(ballots + 1)} thì không tính.`,
    },
    'too-fast': {
      name: 'Gửi nhanh hơn thời gian để đọc',
      text: (seconds) =>
        `Phiếu gửi khi trang mở chưa đến ${number(seconds)} giây cho mỗi câu đã trả lời thì không tính.`,
    },
    'same-run': {
      name: 'Nhiều phiếu giống hệt nhau liền nhau từ một mạng',
      text: (ballots) =>
        `Khi một mạng gửi liền nhau hơn ${number(ballots)} phiếu giống hệt nhau trong ngày, từ phiếu thứ ${number(ballots + 1)} thì không tính.`,
    },
    burst: {
      name: 'Quá nhiều phiếu trong ít phút',
      text: (ballots) =>
        `Mỗi quầy được tính nhiều nhất ${number(ballots)} phiếu trong 10 phút; phiếu đến thêm trong lúc đó thì không tính, bất kể chọn mức nào.`,
    },
  } as Readonly<Record<string, RuleWords>>,

  public: {
    intro:
      'Mỗi phiếu được xét một lần, lúc vừa đến. Phiếu thuộc diện nêu dưới đây vẫn được nhận và lưu, nhưng không tính vào kết quả. Không quy tắc nào xét mức được chọn là cao hay thấp.',
    none: 'Hiện không có quy tắc nào: mọi phiếu mới đều được tính.',
    since: (day: string) => `Áp dụng từ ngày ${day}.`,
    off: 'Quy tắc đang tắt:',
    offSince: (name: string, day: string) => `${name} (tắt từ ngày ${day})`,
    offYet: (name: string) => `${name} (chưa bật)`,
    learns: (days: number) =>
      `Ngưỡng ban đầu; sau ${days} ngày làm việc có phiếu, ngưỡng được tính lại từ chính những ngày đó.`,
    trial:
      'Trong thời gian chạy thử, mọi phiếu đều được tính; các quy tắc chỉ áp dụng từ ngày bắt đầu chính thức.',
    nextOff: (day: string) => `Từ ngày ${day}: tắt.`,
    nextOn: (day: string, text: string) => `Từ ngày ${day}: ${text}`,
  },
};

export type RuleMessages = typeof publicRulesVi;
