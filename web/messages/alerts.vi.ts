import { type AlertWords, publicAlertsVi } from './public-alerts.vi.ts';

/** Words of all alerts, those about counters, channels and answers included. */
export const alertsVi = {
  ...publicAlertsVi,
  link: (n: string) => `Có ${n} điều nên xem lại trong kỳ này`,
  rest: 'các kênh còn lại',
  kinds: {
    ...publicAlertsVi.kinds,
    'channel-gap': {
      finding: ({ channel, against, observed, expected, difference }) =>
        `Tỷ lệ hài lòng qua “${channel}” là ${observed}, qua “${against}” là ${expected}: cách nhau ${difference} điểm, khó là ngẫu nhiên.`,
      arithmetic: ({ part, whole, otherPart, otherWhole }) =>
        `${part} trong ${whole} phiếu so với ${otherPart} trong ${otherWhole} phiếu; phép thử chính xác Fisher, hai phía.`,
      reasons:
        'Người trả lời qua mỗi kênh có thể là những người khác nhau, ở những quầy khác nhau. Cũng có thể ở một kênh có người trả lời thay hoặc được gợi ý.',
    },
    'paper-above': {
      finding: ({ observed, expected, difference }) =>
        `Tỷ lệ hài lòng của phiếu giấy và phiếu nhập giúp là ${observed}, của các phiếu khác là ${expected}: cao hơn ${difference} điểm, khó là ngẫu nhiên.`,
      arithmetic: ({ part, whole, otherPart, otherWhole }) =>
        `${part} trong ${whole} phiếu so với ${otherPart} trong ${otherWhole} phiếu; phép thử chính xác Fisher, một phía.`,
      reasons:
        'Người dùng phiếu giấy có thể là những người khác, hoặc ngại chọn mức thấp khi có cán bộ ở bên.',
    },
    'little-variety': {
      finding: ({ part, whole, observed, expected }) =>
        `${part} trong ${whole} phiếu (${observed}) chọn cùng một mức ở mọi câu; trước đó là ${expected}.`,
      arithmetic: ({ part, whole, otherPart, otherWhole, others, history }) =>
        `${part} trong ${whole} phiếu so với ${otherPart} trong ${otherWhole} phiếu của ${others} tuần trước (${history}); phép thử chính xác Fisher, một phía. Chỉ xét phiếu đã trả lời từ ba câu.`,
      reasons:
        'Nhiều người thật lòng chọn như vậy. Nhiều hơn hẳn mọi khi thì có thể vì trả lời vội, trả lời thay, hoặc phiếu do chương trình gửi.',
    },
    'batch-use': {
      finding: ({ part, whole, observed, expected }) =>
        `Lô phiếu một lần này đã dùng ${part} trong ${whole} tờ (${observed}); các lô khác ${expected}.`,
      arithmetic: ({ part, whole, otherPart, otherWhole, others }) =>
        `${part} trong ${whole} tờ so với ${otherPart} trong ${otherWhole} tờ của ${others} lô in trước hoặc cùng ngày; phép thử chính xác Fisher, một phía. Phiếu nào của lô nào thì không nơi nào ghi, nên không so được câu trả lời.`,
      reasons:
        'Có thể lô này được phát tận tay hoặc phát vào những ngày đông. Cũng có thể có người dùng cả xấp.',
    },
  } as Readonly<Record<string, AlertWords>>,
};
