import { type AlertFacts, type AlertWords, publicAlertsVi } from './public-alerts.vi.ts';

/** For kinds of alerts that are no longer computed, but are in closed reports. */
const noLongerMade = (nameOf: (facts: AlertFacts) => string): AlertWords => ({
  finding: (facts) => `${nameOf(facts)}: ${facts.observed} so với ${facts.expected}.`,
  arithmetic: ({ part, whole, otherPart, otherWhole }) =>
    `${part} trong ${whole} phiếu so với ${otherPart} trong ${otherWhole} phiếu.`,
  reasons: 'Kỳ này chốt khi hệ thống còn xét điều này; nay không xét nữa.',
});

/** The public alerts, and those about counters and slips, which only the office sees. */
export const alertsVi = {
  ...publicAlertsVi,
  link: (n: string) => `Có ${n} điều nên xem lại trong kỳ này`,
  kinds: {
    ...publicAlertsVi.kinds,
    'channel-gap': noLongerMade(({ channel }) => `Tỷ lệ hài lòng qua “${channel}” khác các kênh khác`),
    'paper-above': noLongerMade(() => 'Tỷ lệ hài lòng của phiếu giấy cao hơn các phiếu khác'),
    'little-variety': noLongerMade(() => 'Phiếu chọn cùng một mức ở mọi câu nhiều hơn trước'),
    'batch-use': {
      finding: ({ part, whole, observed, expected }) =>
        `Lô phiếu phát tay này đã dùng ${part} trong ${whole} phiếu (${observed}); các lô khác ${expected}.`,
      arithmetic: ({ part, whole, otherPart, otherWhole, others }) =>
        `${part} trong ${whole} phiếu so với ${otherPart} trong ${otherWhole} phiếu của ${others} lô in trước hoặc cùng ngày; phép thử chính xác Fisher, một phía. Không nơi nào ghi phiếu nào thuộc lô nào, nên không so được câu trả lời.`,
      reasons:
        'Có thể lô này được phát tận tay hoặc phát vào những ngày đông. Cũng có thể có người dùng cả xấp.',
    },
    'one-network': {
      finding: ({ observed, received }) =>
        `Một mạng (một địa chỉ) gửi ${observed} phiếu trong 10 phút; cả ngày đơn vị nhận ${received} phiếu.`,
      arithmetic: ({ expected, hasUsual }) =>
        hasUsual
          ? `Nêu ở đây khi một mạng gửi từ 30 phiếu trở lên trong 10 phút và ít nhất gấp đôi mọi ngày (9 trong 10 ngày không quá ${expected}). Kể cả phiếu không tính. Không lưu địa chỉ nào.`
          : 'Nêu ở đây khi một mạng gửi từ 30 phiếu trở lên trong 10 phút. Kể cả phiếu không tính. Không lưu địa chỉ nào.',
      reasons:
        'Có thể nhiều người trả lời cùng lúc qua Wi-Fi của cơ quan hay cùng một nhà mạng. Cũng có thể do chương trình gửi.',
    },
  } as Readonly<Record<string, AlertWords>>,
};
