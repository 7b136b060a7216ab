import { formatThreshold } from '../formatting/numbers.ts';

const number = (value: number): string => formatThreshold(value, 'vi');

/** A rule in words; the sentence is given the threshold. */
interface RuleWords {
  readonly name: string;
  readonly text: (threshold: number) => string;
  /** What the threshold counts, as the label of its field; none for a rule without one. */
  readonly threshold?: string;
}

/** Words of the rules that set ballots aside, on the public page and where they are administered. */
export const trustVi = {
  /** By the rule's id, which is the reason on the ballot. */
  rules: {
    'foreign-form': {
      name: 'Không gửi từ trang khảo sát này',
      text: () => 'Phiếu do trang của nơi khác gửi đến thì để riêng.',
    },
    'repeat-device': {
      name: 'Một máy gửi nhiều phiếu trong ngày',
      text: (ballots) =>
        `Với phiếu qua tờ dán và đường dẫn, mỗi máy được tính ${number(ballots)} phiếu một ngày, gộp mọi quầy; từ phiếu thứ ${number(ballots + 1)} thì để riêng.`,
      threshold: 'Số phiếu của một máy được tính trong một ngày',
    },
    'too-fast': {
      name: 'Gửi nhanh hơn thời gian để đọc',
      text: (seconds) =>
        `Phiếu gửi khi trang mở chưa đến ${number(seconds)} giây cho mỗi câu đã trả lời thì để riêng.`,
      threshold: 'Số giây ít nhất cho mỗi câu đã trả lời',
    },
    'same-run': {
      name: 'Nhiều phiếu giống hệt nhau liền nhau từ một mạng',
      text: (ballots) =>
        `Khi một mạng gửi liền nhau hơn ${number(ballots)} phiếu giống hệt nhau trong ngày, từ phiếu thứ ${number(ballots + 1)} thì để riêng.`,
      threshold: 'Số phiếu giống hệt nhau liền nhau được tính',
    },
    burst: {
      name: 'Quá nhiều phiếu trong ít phút',
      text: (ballots) =>
        `Mỗi quầy được tính nhiều nhất ${number(ballots)} phiếu trong 10 phút; phiếu đến thêm trong lúc ấy thì để riêng, bất kể chọn mức nào.`,
      threshold: 'Số phiếu của một quầy được tính trong 10 phút',
    },
  } as Readonly<Record<string, RuleWords>>,

  public: {
    intro:
      'Mỗi phiếu được xét một lần, lúc vừa đến. Phiếu gặp một trong các quy tắc dưới đây vẫn được nhận và giữ nguyên, nhưng để riêng, không tính vào con số chính. Không quy tắc nào xét mức được chọn là cao hay thấp.',
    none: 'Hiện không có quy tắc nào để riêng phiếu: mọi phiếu mới đều được tính.',
    since: (day: string) => `Áp dụng từ ngày ${day}.`,
    off: 'Quy tắc đang tắt:',
    offSince: (name: string, day: string) => `${name} (tắt từ ngày ${day})`,
    offYet: (name: string) => `${name} (chưa bật)`,
    waits: (days: number) =>
      `Tự bật khi đã có ${days} ngày làm việc có phiếu, với ngưỡng tính từ chính những ngày ấy.`,
    offWaiting: (name: string, days: number) => `${name} (tự bật sau ${days} ngày làm việc có phiếu)`,
    nextOff: (day: string) => `Từ ngày ${day}: tắt.`,
    nextOn: (day: string, text: string) => `Từ ngày ${day}: ${text}`,
  },

  page: {
    title: 'Quy tắc để riêng phiếu',
    intro:
      'Trang này để xem và thay đổi các quy tắc theo đó một phiếu không được tính vào con số chính. Phiếu để riêng không bị xóa, và người gửi không bị báo hay bị chặn.',
    readOnly: 'Vai trò Giám sát chỉ xem trang này.',
    on: 'Đang bật',
    offNow: 'Đang tắt',
    change: 'Thay đổi',
    changeOf: (name: string) => `Thay đổi quy tắc “${name}”`,
    all: 'Tất cả quy tắc',
    ruleIntro: 'Trang này để bật, tắt hoặc đổi ngưỡng của một quy tắc.',
    effect: (day: string) =>
      `Thay đổi có hiệu lực từ ngày ${day}, không áp dụng cho phiếu đã nhận, và được ghi công khai trên trang kết quả.`,
    stateLegend: 'Quy tắc này',
    turnOn: 'Bật',
    turnOff: 'Tắt',
    range: (min: number, max: number) => `Từ ${number(min)} đến ${number(max)}.`,
    rangeInSteps: (min: number, max: number, step: number) =>
      `Từ ${number(min)} đến ${number(max)}, từng bước ${number(step)}.`,
    button: 'Tiếp tục…',
  },

  confirm: {
    title: 'Xin xác nhận',
    off: (name: string, day: string) =>
      `Từ ngày ${day}, tắt quy tắc “${name}”: phiếu như vậy sẽ được tính vào con số chính.`,
    on: (name: string, day: string, text: string) => `Từ ngày ${day}, quy tắc “${name}” là: ${text}`,
    public:
      'Việc này được ghi vào nhật ký và ghi công khai trên trang kết quả. Trong hôm nay không đổi lại được nữa.',
    turnOff: 'Tắt quy tắc',
    save: 'Lưu thay đổi',
  },

  faults: {
    'state-missing': 'Xin chọn bật hay tắt.',
    'threshold-invalid': 'Ngưỡng cần là một số trong khoảng cho phép.',
    'rule-unchanged': 'Quy tắc đang đúng như vậy, không có gì để đổi.',
    'change-pending': 'Quy tắc này đã có một thay đổi từ ngày mai. Muốn đổi tiếp, xin chờ đến ngày mai.',
    unknown: 'Có một chỗ chưa đúng. Xin xem lại.',
  } as Record<string, string>,
};

/** The keys that every language has. */
export type TrustMessages = typeof trustVi;
