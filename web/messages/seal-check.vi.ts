import { formatDay } from '../formatting/dates.ts';
import { formatCount } from '../formatting/numbers.ts';

const count = (n: number): string => formatCount(n, 'vi');
const date = (day: string): string => formatDay(day, 'vi');

/** A day or closed period whose data do not match the seals; days are `YYYY-MM-DD`. */
interface Fault {
  readonly day: string;
  readonly sealed?: number;
  readonly found?: number;
  readonly other?: string;
  readonly period?: string;
}

/** Console output of `seal verify`, `seal export` and `restore` about seals. */
export const sealCheckVi = {
  none: (unit: string) => `${unit}: chưa khóa số liệu ngày nào.`,
  agrees: (unit: string, days: number, first: string, last: string) =>
    `${unit}: đã kiểm tra ${count(days)} ngày, từ ${date(first)} đến ${date(last)}. Phiếu, bảng đếm và mã đối chiếu đều khớp.`,
  last: (day: string, short: string, chain: string) => `Mã đối chiếu ngày ${date(day)}: ${short} (${chain}).`,
  compare:
    'Hãy so mã này với mã mà người khác đang giữ: người nắm máy chủ có thể làm lại cả phiếu lẫn mã, chỉ mã đã trao đi mới cho thấy điều đó.',
  differs: (unit: string, sentence: string) => `${unit}: KHÔNG KHỚP. ${sentence}`,
  onlyFirst: 'Đây là chỗ đầu tiên khác với lúc khóa số liệu; những ngày sau chưa được kiểm tra hết.',
  faults: {
    ballots: ({ day, sealed = 0, found = 0 }) =>
      sealed === found
        ? `Ngày ${date(day)}: có phiếu đã bị sửa sau khi khóa số liệu (vẫn đủ ${count(sealed)} phiếu, nhưng nội dung khác).`
        : `Ngày ${date(day)}: phiếu đã bị thêm hoặc bớt sau khi khóa số liệu (lúc khóa ${count(sealed)} phiếu, nay ${count(found)} phiếu).`,
    tallies: ({ day }) =>
      `Ngày ${date(day)}: bảng đếm đã bị sửa sau khi khóa số liệu; phiếu thì vẫn như cũ. Có thể dựng lại bảng đếm bằng lệnh recount --repair.`,
    swapped: ({ day, other = '' }) =>
      `Ngày ${date(day)}: dữ liệu đã bị đổi chỗ với ngày ${date(other)} sau khi khóa số liệu.`,
    'seal-missing': ({ day }) => `Ngày ${date(day)}: thiếu mã đối chiếu, dù các ngày sau vẫn có.`,
    'seal-count': ({ day }) => `Ngày ${date(day)}: số phiếu ghi cạnh mã đối chiếu đã bị sửa.`,
    chain: ({ day }) => `Ngày ${date(day)}: mã đối chiếu không nối tiếp mã của ngày trước.`,
    extra: ({ day }) =>
      `Ngày ${date(day)}: có phiếu hoặc số đếm ở một ngày nằm ngoài những ngày đã khóa số liệu.`,
    'report-changed': ({ period = '' }) => `Báo cáo đã chốt của kỳ ${period} bị sửa sau khi chốt.`,
    'report-differs': ({ day, period = '' }) =>
      `Ngày ${date(day)}: mã đối chiếu khác với mã ghi trong báo cáo đã chốt của kỳ ${period}.`,
  } as Readonly<Record<string, (fault: Fault) => string>>,

  badDay: (text: string) => `${text} không phải là một ngày. Hãy viết như 2024-01-29.`,
  notSealed: (day: string) =>
    `Ngày ${date(day)} chưa khóa số liệu nên chưa xuất được. Ngày đang chạy thì không xuất.`,
  badRange: (text: string) =>
    `${text} không phải là một khoảng ngày. Hãy viết như 2024-01-15..2024-02-14, nhiều nhất là mười năm.`,
  notSealedRange: (from: string, to: string) =>
    `Các ngày từ ${date(from)} đến ${date(to)} chưa khóa số liệu nên chưa xuất được.`,
  exported: (done: number, all: number, percent: number) =>
    `Đã xuất ${count(done)} trên ${count(all)} phiếu (${percent}%).`,
  exportBroken: (reason: string) =>
    `Không ghi tiếp được (${reason}). Phần đã ghi còn thiếu, đừng dùng để đối chiếu.`,
  unitUnknown: (unit: string) => `Không có đơn vị ${unit}.`,
} as const;
