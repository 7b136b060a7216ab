import { foldText } from '../../lib/fold-text.ts';

// Whole headings are compared: a word within a longer heading ("Ngày trả kết quả theo luật") may reverse its meaning.
// An unknown candidate is a rival, so a person is asked.
const DAY = '(ngay|thoi gian|thoi diem|ngay gio|ngay thang|ngay thang nam)';
export const RETURNED = new RegExp(
  `^${DAY} (thuc te )?(da )?(tra|tra kq|tra ket qua|tra thuc te|tra ket qua thuc te|ket thuc|ket thuc xu ly|ket thuc ho so|hoan thanh|hoan tat|giai quyet xong|xu ly xong|co ket qua)$`,
);
export const OTHER_DAY = new RegExp(
  `^(${DAY} (tiep nhan|tiep nhan ho so|nhan|nhan ho so|nop|nop ho so|gui|gui ho so|den|hen|hen tra|hen tra ket qua|hen tra kq|du kien|du kien tra|du kien tra ket qua|phai tra|bat dau|sinh|cap|cap cccd|cap giay to)|(han|thoi han)( ngay)? (tra|tra kq|tra ket qua|xu ly|giai quyet)|ngay sinh|nam sinh)$`,
);
export const PLAIN_DAY = /^(ngay|ngay thang|ngay thang nam|ngay giao dich|ngay lam viec|ngay thong ke|date)$/;
export const FIRST_DAY = /^(tu|tu ngay|ngay dau|ngay bat dau|bat dau)$/;
export const LAST_DAY = /^(den|den ngay|toi ngay|het ngay|ngay cuoi|ngay ket thuc|ket thuc)$/;
export const SPAN =
  /^(tuan|thang|ky|ky bao cao|thoi ky|giai doan|khoang thoi gian|thoi gian|tuan thang|cac ngay)$/;
export const ID =
  /^((ma|ma so)( (ho so|hs|bien nhan|giao dich|phieu|bien lai|tiep nhan|tra cuu|dvc|bn))+( .*)?|so( (ho so|hs|bien nhan|phieu|bien lai|bn))+)$/;
const COUNTED =
  '(so|so luong|so luot|tong so|tong)? ?(ho so|hs|luot|giao dich|luot giao dich)? ?(da )?(tra|tra kq|tra ket qua|giai quyet|giai quyet xong|xu ly xong|hoan thanh)?';
export const COUNT = new RegExp(
  `^(?=.*\\b(luong|luot|giao dich|tra|giai quyet|xong|hoan thanh|ho so|hs)\\b)${COUNTED}( (da )?(tong so|tong cong|tong))?$`,
);
export const OTHER_COUNT =
  /\b(tiep nhan|nhan|nhan moi|dang|chua|ton|han|ky truoc|ky sau|chuyen|huy|tu choi|phi|le phi|tien|rut|bo sung|ty le|phan tram|dien thoai|sdt|cccd|cmnd|tuoi|sinh|nam|thang|stt|tt|thu tu)\b|^no$/;
export const SUM = /^(tong|tong so|tong cong|cong|tong cong ho so|tong ho so)$/;
export const COUNTER =
  /^(ten |ma |thuoc )?(quay|bo phan|linh vuc)( (tiep nhan|giao dich|xu ly|giai quyet|phuc vu|phu trach|thu tuc|ho so))*$/;
export const ORDINAL = /^(stt|tt|so tt|so thu tu|thu tu|no)$/;

/** Strips what systems add: column numbers, formats and units in brackets. */
export const plainHeading = (heading: string): string =>
  foldText(heading.replace(/\([^)]*\)|\[[^\]]*\]/g, ' '))
    .replace(/(^|\s)\d+(?=\s|$)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
