/**
 * Parameters of an alert's sentences, formatted already; empty if this kind of alert has no such parameter.
 * `observed` and `expected` are counts or percentages, depending on the kind.
 */
export interface AlertFacts {
  readonly observed: string;
  readonly expected: string;
  /** Absolute difference of `observed` and `expected`: ballots, or percentage points. */
  readonly difference: string;
  readonly channel: string;
  readonly days: string;
  readonly isOneDay: boolean;
  readonly isOfSlips: boolean;
  /**
   * The earlier days with which the alert compares: how many, which ones, and mean and standard deviation of
   * their ballots.
   */
  readonly historyDays: string;
  readonly history: string;
  readonly mean: string;
  readonly deviation: string;
  /** Mean and variance of ballots on the days in question, each one standard error above that of the history. */
  readonly cautiousMean: string;
  readonly cautiousVariance: string;
  /** Probability that one working day has no ballot; for several days in a row the probabilities are multiplied. */
  readonly noneInADay: string;
  /** Two compared groups of ballots, slips or transactions: `part` of `whole`, and `otherPart` of `otherWhole`. */
  readonly part: string;
  readonly whole: string;
  readonly otherPart: string;
  readonly otherWhole: string;
  /** Number of other weeks or batches in the comparison. */
  readonly others: string;
  /** Ballots of the whole unit on that day. */
  readonly received: string;
  /** Whether `expected` was computed from a history. */
  readonly hasUsual: boolean;
}

export interface AlertWords {
  /** What was observed, without naming a cause. */
  readonly finding: (facts: AlertFacts) => string;
  /** How to recompute the numbers. */
  readonly arithmetic: (facts: AlertFacts) => string;
  /** Common causes, and what the office should check. */
  readonly reasons: string;
}

const usual = ({ historyDays, history, mean, deviation }: AlertFacts): string =>
  `${historyDays} ngày trước đó (${history}) có trung bình ${mean} phiếu mỗi ngày, độ lệch chuẩn ${deviation}.`;

const cautious = ({ cautiousMean, cautiousVariance }: AlertFacts): string =>
  `Để thận trọng, trung bình và phương sai được lấy cao hơn một sai số chuẩn: với các ngày nêu ở đây là ${cautiousMean} và ${cautiousVariance}, phân bố nhị thức âm.`;

/** Only alerts about the unit's numbers of ballots are public. */
export const publicAlertsVi = {
  heading: 'Phiếu gửi khác thường',
  intro:
    'Những điểm khác thường trong số liệu, khó có thể do ngẫu nhiên. Không nói ai đúng, ai sai và không làm thay đổi kết quả; vui lòng xem lại để biết vì sao.',
  wholeUnit: 'Cả đơn vị',
  day: (day: string) => `ngày ${day}`,
  span: (span: string) => `các ngày ${span}`,
  more: 'Cách tính và lý do thường gặp',
  chance: (oneIn: string, from: string) =>
    `Nếu không có gì khác thường, điều như vậy gặp nhiều nhất 1 trong ${oneIn} lần. Chỉ nêu ở đây những gì hiếm từ 1 trong ${from} lần trở xuống.`,
  rare: (oneIn: string, from: string) =>
    `Nếu không có gì khác thường, điều như vậy gặp chưa đến 1 trong ${oneIn} lần. Chỉ nêu ở đây những gì hiếm từ 1 trong ${from} lần trở xuống.`,
  publicNote:
    'Ở đây chỉ nêu số phiếu của cả đơn vị. Từng quầy, từng cách gửi thì người có trách nhiệm và nơi nhận báo cáo xem được.',

  below: (percent: string) => `dưới ${percent}`,

  kinds: {
    'more-than-transactions': {
      finding: ({ observed, expected }) =>
        `Phiếu được tính nhiều hơn số lượt giao dịch đã nhập (${observed} so với ${expected}). Vui lòng kiểm tra số liệu.`,
      arithmetic: ({ observed, expected, difference, isOneDay }) =>
        isOneDay
          ? `${observed} phiếu, ${expected} lượt giao dịch, hơn ${difference}. Trong một ngày có thể hơn vì có người hôm sau mới trả lời; vì vậy tính như thể ai đến cũng trả lời (phân bố Poisson với trung bình ${expected}).`
          : `${observed} phiếu, ${expected} lượt giao dịch, hơn ${difference}. Mỗi lượt giao dịch có nhiều nhất một phiếu, nên hai số này không thể cùng đủ; không thể do ngẫu nhiên.`,
      reasons:
        'Có thể số lượt giao dịch nhập thiếu, người chỉ đến hỏi cũng trả lời, hoặc có người gửi hơn một phiếu.',
    },
    'sudden-rise': {
      finding: ({ observed, expected, isOneDay, days }) =>
        isOneDay
          ? `Nhận được ${observed} phiếu trong một ngày; mọi ngày khoảng ${expected}.`
          : `Nhận được ${observed} phiếu trong ${days} ngày làm việc; mọi khi khoảng ${expected}.`,
      arithmetic: (facts) => `${usual(facts)} Không gồm phiếu phát tay và phiếu giấy. ${cautious(facts)}`,
      reasons:
        'Có thể có đợt làm thủ tục đông người, bảng mã QR mới, lời mời trả lời trong nhóm chat, hoặc một máy gửi nhiều phiếu.',
    },
    'odd-hours': {
      finding: ({ observed, expected, isOfSlips }) =>
        isOfSlips
          ? `${observed} phiếu phát tay được gửi ngoài giờ làm việc trong một ngày; mọi ngày khoảng ${expected}.`
          : `${observed} phiếu được gửi ngoài giờ làm việc trong một ngày; mọi ngày khoảng ${expected}.`,
      arithmetic: (facts) =>
        `Ngoài giờ là sớm hơn giờ mở cửa hay muộn hơn giờ đóng cửa trên một giờ, hoặc vào ngày nghỉ. ${usual(facts)} ${cautious(facts)}`,
      reasons:
        'Có thể nhiều người trả lời ở nhà, phiếu giữ trong máy khi mất mạng nay mới gửi, giờ mở cửa ghi chưa đúng, hoặc phiếu do chương trình gửi.',
    },
    'silent-counter': {
      finding: ({ days, expected }) =>
        `Không có phiếu nào trong ${days} ngày làm việc; mọi khi khoảng ${expected} phiếu.`,
      arithmetic: (facts) =>
        `${usual(facts)} Với số phiếu như vậy, một ngày không có phiếu nào chỉ gặp ${facts.noneInADay} số ngày (phân bố nhị thức âm); nhiều ngày liền thì nhân với nhau.`,
      reasons:
        'Có thể bảng mã QR bị mất, bị che hoặc mã không mở được, mạng hỏng, quầy nghỉ, hoặc không ai được mời trả lời.',
    },
  } as Readonly<Record<string, AlertWords>>,
  /** For kinds that have no sentences here. */
  other: (id: string) => `Số liệu có chỗ khác thường (${id}).`,
};
