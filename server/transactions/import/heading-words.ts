import { foldText } from '../../lib/fold-text.ts';

// Whole headings are compared: a word within a longer heading ("Ngày trả kết quả theo luật") may reverse its
// meaning. A column whose heading matches no pattern stays a candidate, so a person is asked.
const DAY = '(ngay|thoi gian|thoi diem|ngay gio|ngay thang|ngay thang nam)';
export const RETURNED = new RegExp(
  `^${DAY} (thuc te )?(da )?(tra|thuc tra|tra kq|tra ket qua|tra thuc te|tra ket qua thuc te|ket thuc|ket thuc xu ly|ket thuc ho so|hoan thanh|hoan tat|giai quyet xong|xu ly xong|co ket qua)$`,
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
export const COUNTER =
  /^(ten |ma |thuoc )?(quay|bo phan|linh vuc)( (tiep nhan|giao dich|xu ly|giai quyet|phuc vu|phu trach|thu tuc|ho so))*$/;
/** Heading (possibly empty) above counters' names that does not say what their numbers count. */
export const OVER_COUNTERS = /^((so luot |chia )?(theo |cac |tung |tai )*(quay|bo phan|linh vuc)|trong do)?$/;
export const RECEIVED = new RegExp(`^${DAY} (tiep nhan|nhan|nop|gui)\\b`);
export const FINISHED = /\b(tra|giai quyet|xong|hoan thanh)\b/;
export const ORDINAL = /^(stt|tt|so tt|so thu tu|thu tu|no)$/;
/** Columns with a dossier's state: as one word (STATE), as free text (REMARK), or by any content (CANCELLED). */
export const STATE =
  /^((ma|nhom|loai|hinh thuc) )?(trang thai|tinh trang|hien trang|tinh hinh|tien do|status|state|tt|ket qua|ket thuc|xu ly|buoc)\b/;
export const CANCELLED =
  /^(ngay )?(huy|rut|tu choi)\b|^((ho so|hs|da|bi|so) )*(huy|rut|tu choi|tra lai|chua tra|khong dat|khong hop le|khong du)$/;
/** Bracketed texts to remove: column numbers, formats, units. Other texts in brackets may reverse the meaning. */
const NOISE =
  /^(\d{1,2}( \d{1,2})*|[a-g]|d+ m+( [dmyhis\d ]+)?|(so )?(ho so|hs|luot|giao dich)|ngay thang nam|neu co|(dvt|don vi tinh) (ho so|hs|luot)|bat buoc)?$/;
export const plainHeading = (heading: string): string =>
  foldText(
    heading
      .replaceAll('%', ' phan tram ')
      .replace(/\(([^)]*)\)|\[([^\]]*)\]/g, (_, round = '', square = '') => {
        const inside = round || square;
        return NOISE.test(foldText(inside)) ? ' ' : ` ${inside} `;
      }),
  )
    .replace(/(^|\s)\d+(?=\s|$)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** With diacritics, because without them other words have the same spelling ("chờ" and "cho", "đang" and "đăng"). */
const NOT_DONE =
  /(?<!\p{L})(h\u1ee7y|hu\u1ef7|r\u00fat|t\u1eeb ch\u1ed1i|kh\u00f4ng (gi\u1ea3i quy\u1ebft|\u0111\u1ea1t|h\u1ee3p l\u1ec7|\u0111\u1ee7|c\u1ea5p|\u0111\u01b0\u1ee3c|th\u00e0nh c\u00f4ng)|\u0111ang|ch\u01b0a|ch\u1edd|(t\u1ea1m )?d\u1eebng|\u0111\u00ecnh ch\u1ec9|thu h\u1ed3i|b\u1ed5 sung|h\u1eb9n (tr\u1ea3|l\u1ea1i)|tr\u1ea3 (l\u1ea1i|v\u1ec1)|kh\u00f4ng \u0111\u1ebfn|chuy\u1ec3n (v\u1ec1|c\u1ea5p|tr\u1ea3|l\u1ea1i|ti\u1ebfp))(?!\p{L})/iu;
export const saysNotDone = (text: string): boolean => NOT_DONE.test(text.normalize('NFC'));

/** Words that clerks add to names: "(HỦY)", "- rút hồ sơ", or only such a word. */
const CROSSED =
  /(^|[([\u2013-]\s*)(\u0111\u00e3 |b\u1ecb |xin )?(h\u1ee7y|hu\u1ef7|r\u00fat|t\u1eeb ch\u1ed1i|test\d*)( h\u1ed3 s\u01a1)?\s*($|[)\]])/iu;
export const isCrossed = (text: string): boolean => CROSSED.test(text.normalize('NFC'));

/** States of finished dossiers, whether in time or late. The uploader is asked about any other state. */
const DONE =
  /^((da )?(tra|tra (kq|ket qua)|giai quyet( xong)?|hoan (thanh|tat)|xu ly xong|xong|ket thuc|co ket qua)( cho (dan|cong dan))?)?( ?(truoc|dung|som|tre|qua|(chua|khong)( bi)? (qua|tre|het)) (thoi )?han)?$/;
/** An empty or crossed box before a state reverses it. */
const BOX = /(?![\u2611\u2713\u2714\u2705])[\p{So}\p{Sm}]/u;
export const saysDone = (text: string): boolean => DONE.test(foldText(text)) && !BOX.test(text);
