import { foldText } from '../../lib/fold-text.ts';
import { saysNotDone } from './heading-words.ts';

// Closed vocabularies: a text is understood only if it consists of these phrases. Anything else is shown to a person
// once, so a word that is missing here costs a question, and no wrong number.
function ofOnly(phrases: string): (folded: string) => boolean {
  const phrase = new RegExp(`(?<=^| )(?:${phrases})(?= |$)`, 'g');
  return (folded) => folded.replace(phrase, '').trim() === '';
}

const COMMON =
  'cong hoa xa hoi chu nghia viet nam|doc lap tu do hanh phuc|(uy ban nhan dan|ubnd)( (xa|phuong)$)?|cap xa|hanh chinh( cong)?|trung tam( phuc vu)?|' +
  '(bo phan )?(tiep nhan|tn) va (tra|tkq|tra ket qua|tra kq)( ket qua)?|mot cua( dien tu)?|bo phan mot cua|bao cao|thong ke|tong hop|danh sach|' +
  'bang|bang ke|so lieu|so theo doi|ket qua|giai quyet|xu ly|thuc hien|ho so|hs|hoso|luot|so luot|so luong|giao dich|thu tuc|tthc|da|tra|tra ket qua|' +
  'tra kq|xong|hoan thanh|cua|ve|cho cong dan|dich vu cong|dvc|theo (ngay|quay|linh vuc|bo phan)|tung ngay|' +
  '(dvt|don vi tinh|don vi)( la)? (ho so|hs|luot|luot giao dich)|don vi|ky bao cao|ky|trong (ky|ngay|thang|tuan|quy)';
const PERIOD =
  '(?:(?:va |tu |den |het |ngay |thang |nam |quy |tuan |trang |sheet |trang tinh |lan in |luc )+\\d+(?: \\d+){0,2})|t\\d+|(thang|quy) [ivx]+|(bieu|bieu mau|mau)( so)? \\d+\\w?|' +
  '\\d{1,2} \\d{1,2} \\d{4}|\\d{4} \\d{2} \\d{2}|\\d{1,2} \\d{4}|\\d{1,2} gio( \\d{1,2}( phut)?)?|tu ngay|den ngay|ngay( thang nam)?|thang|nam|tuan|quy|tu|den|ngay (in|xuat|lap)';
// Totals with a number are compared with the rows.
const TOTAL =
  'tong( so| cong)?( co| la| ho so| hs| luot)* \\d+( ho so| hs| luot)?|tong( so| cong)?|cong|total|stt|trang';
const SIGNATURE =
  '(nguoi|can bo|ky boi)( lap| lap bieu| lap bang| ky| tong hop| thuc hien| bao cao| kiem tra)?( bieu| bao cao)?|lap bieu|ke toan|lanh dao|thu truong( don vi| co quan)?|chu tich|pho|giam doc|cong chuc|xac nhan|' +
  'thay mat|tm|kt|ky ten|ky|ghi ro ho ten|ho ten|va|dong dau|da ky|noi nhan|luu vt|nhu tren|trinh';
const HARMLESS = ofOnly(`${COMMON}|${PERIOD}|${TOTAL}|${SIGNATURE}`);
const HARMLESS_NAME = ofOnly(
  `${COMMON}|${PERIOD}|\\d+|export|xuat|xuat excel|excel|file|tep|data|du lieu|download|s\\d+|sheet\\d*|book\\d*|trang tinh|xlsx?|csv`,
);
/** Name of a person, by the most common surnames with their diacritics. */
const PERSON =
  /^(nguyễn|trần|lê|phạm|hoàng|huỳnh|phan|vũ|võ|đặng|bùi|đỗ|hồ|ngô|dương|lý|đinh|trịnh|đoàn|lâm|lương|tô|tạ|hà|cao|châu)( \p{L}+){1,4}$/iu;

/** Whether a text names the unit itself; words beside the name ("phường X Bắc") make it another one. */
const withoutUnit = (folded: string, unit: string): string => {
  const names = unit.split(/[,(\u2013]| - /).map(foldText);
  const own = names.flatMap((name) => {
    const place = name.replace(/^(ubnd|uy ban nhan dan) /, '');
    return [name, place, place.replace(/^(xa|phuong|thi tran|dac khu|tinh|thanh pho) /, '')];
  });
  return own
    .filter(Boolean)
    .sort((a, b) => b.length - a.length)
    .reduce((text, name) => ` ${text} `.replaceAll(` ${name} `, ' ').trim(), folded);
};

export const isUnitItself = (text: string, unit: string): boolean =>
  /^(ubnd|uy ban nhan dan)?$/.test(withoutUnit(foldText(text), unit));

export const isHarmless = (text: string, unit: string): boolean =>
  isPhrase(text, unit) || text.split(/:\s|\|/).every((part) => isPerson(part.trim()) || isPhrase(part, unit));

const isPhrase = (text: string, unit: string): boolean =>
  HARMLESS(withoutUnit(foldText(text), unit).replace(/^(?:[ivx]+|[a-z]|\d{1,2})(?= [a-z]|$)/, ''));

const isPerson = (text: string): boolean =>
  PERSON.test(text.normalize('NFC')) && !/^h\u1ed3 s\u01a1/iu.test(text) && !saysNotDone(text);

/** Names of files and sheets may contain numbers and codes of programs. */
export const isHarmlessName = (name: string, unit: string): boolean =>
  HARMLESS_NAME(withoutUnit(foldText(name), unit).replace(/\b(?=\w*\d)\w{6,}\b/g, '0'));

/** Columns whose cells do not change whether, when and how often a dossier counts. */
const KNOWN_COLUMN = ofOnly(
  'stt|tt|so tt|so thu tu|thu tu|no|ma|so|ten|ho|ho va|va|ho so|hs|nguoi|nop|chu|yeu cau|dai dien|nhan|dung ten|to chuc|ca nhan|cong dan|khach hang|doanh nghiep|' +
    'can bo|chuyen vien|cong chuc|phu trach|thu ly|thuc hien|tiep nhan|giai quyet|xu ly|nguoi ky|lanh dao ky|thu tuc|hanh chinh|tthc|dich vu|dich vu cong|dvc|cong viec|loai viec|loai thu tuc|loai ho so|trich yeu|' +
    'linh vuc|nhom|nganh|quay|bo phan|dia chi|thuong tru|thon|to dan pho|to|ap|ban|khu pho|xa|phuong|le phi|phi|dong|vnd|cccd|cmnd|dinh danh|giay to|dien thoai|sdt|so dt|email|gioi tinh|nam nu|doi tuong|' +
    'dan toc|quoc tich|nghe nghiep|han|thoi han|hen|tra|hen tra|ket qua|kq|ngay|thoi gian|thoi diem|gio|sinh|nam sinh|cap|tuoi|bien nhan|bien lai|phieu|tra cuu|giao dich|nguon|thu|buoi|ca|trong tuan|ngay trong tuan|nop ho so|nhan ho so|dang ky',
);
export const isKnownColumn = (plain: string): boolean => plain !== '' && KNOWN_COLUMN(plain);
/** Ways of submitting a dossier, and other values that leave a number alone. */
export const isWay = ofOnly(
  'nop|nhan|qua|truc tiep|truc tuyen|tai (quay|nha|cho|xa|mot cua)|buu chinh( cong ich)?|buu dien|mang|online|offline|mot phan|toan (trinh|phan)|dich vu cong|dvc|quoc gia|cong|muc( do)? \\d|nam|nu|sang|chieu|nghi( le| tet| bu)?',
);
