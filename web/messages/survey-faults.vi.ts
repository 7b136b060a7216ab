import { formatCount } from '../formatting/numbers.ts';

type Params = Readonly<Record<string, string | number>>;

const count = (value: string | number | undefined): string => formatCount(Number(value), 'vi');

/** Faults in a survey file; the page shows each with its path in the file. */
export const surveyFaultsVi = {
  title: 'Tệp phiếu có lỗi',
  heading: (n: number) => `Có ${count(n)} chỗ cần sửa trong tệp phiếu`,
  more: (n: number) => `Còn ${count(n)} chỗ nữa không liệt kê ở đây. Vui lòng sửa những chỗ trên trước.`,
  placeNote: 'Vị trí đếm từ 0: questions[3] là câu hỏi thứ tư.',
  columns: { place: 'Vị trí', fault: 'Chỗ sai' },
  whole: 'cả tệp',
  brokenAt: (line: number, column: number) => `dòng ${count(line)}, cột ${count(column)}`,
  other: (message: string) => `không đúng: ${message}`,

  codes: {
    'file-too-large': ({ limit }) => `tệp dài quá ${count(limit)} ký tự`,
    'not-utf-8': () => 'tệp không dùng mã UTF-8; cần lưu lại với mã “UTF-8”',
    'bad-json': () => 'từ chỗ này tệp không đúng cú pháp JSON: thường do thiếu hoặc thừa dấu phẩy, dấu ngoặc',
    missing: () => 'còn thiếu',
    'missing-translation': ({ locale }) =>
      locale === 'en' ? 'còn thiếu lời tiếng Anh (en)' : 'còn thiếu lời tiếng Việt (vi)',
    'unknown-key': () => 'không phải là một mục của tệp phiếu; cần xem lại tên mục',
    'wrong-type': ({ expected }) => `phải là ${reason(expected)}`,
    'wrong-value': ({ expected }) => `phải là ${expected}`,
    'unknown-factor': ({ expected }) => `phải là null hoặc một trong: ${expected}`,
    'too-long': ({ limit }) => `dài quá ${count(limit)} ký tự`,
    'too-short': ({ limit }) => `cần ít nhất ${count(limit)} ký tự`,
    'too-many': ({ limit }) => `nhiều quá ${count(limit)} mục`,
    'too-few': ({ limit }) => `cần ít nhất ${count(limit)} mục`,
    'too-big': ({ limit }) => `lớn quá ${count(limit)}`,
    'too-small': ({ limit }) => `nhỏ hơn ${count(limit)}`,
    'bad-text': ({ reason: text }) => reason(text),
    'duplicate-question': ({ id }) => `đã có câu hỏi khác mang id “${id}”`,
    'duplicate-chip': ({ id }) => `câu này đã có lý do khác mang id “${id}”`,
    'duplicate-option': ({ id }) => `đã có lựa chọn khác mang id “${id}”`,
    'duplicate-item': ({ item }) => `đã có câu hỏi khác mang số mục ${item} của phiếu chính thức`,
    'overall-missing': () => 'thiếu câu “overall”, câu mà phiếu nào cũng phải có',
    'overall-not-first': () => 'câu “overall” phải đứng đầu',
    'overall-changed': () => 'khác với câu “overall” chung; mọi phiếu phải giữ câu này nguyên từng chữ',
    'item-id': ({ id }) => `id “${id}” phải đi với mục cùng số, như “i25” với 25`,
    'item-factor': ({ item, factor }) => `phiếu chính thức xếp mục ${item} vào nhóm “${factor}”`,
    'condition-unknown': ({ id }) => `không có câu hỏi “${id}” để làm điều kiện`,
    'condition-self': () => 'một câu hỏi không thể làm điều kiện cho chính nó',
    'condition-later': ({ id }) => `câu “${id}” đứng sau; điều kiện phải là một câu đứng trước`,
    'condition-answer': ({ answer }) => `câu làm điều kiện không có câu trả lời “${answer}”`,
    'question-changed': ({ id, field, other }) =>
      `câu “${id}” trong ${other} có ${field} khác; câu đổi ý nghĩa thì phải mang id mới`,
    'already-published': () => 'phiên bản này đã công bố nên không đổi được; cần dùng số phiên bản kế tiếp',
  } as Record<string, (params: Params) => string>,

  /** Translations of the English messages of the survey schema. */
  reasons: {
    'a text in quotes': 'một đoạn chữ trong dấu nháy kép',
    'an object { … }': 'một nhóm trong ngoặc nhọn { … }',
    'a list [ … ]': 'một danh sách trong ngoặc vuông [ … ]',
    'a number': 'một số',
    'a whole number': 'một số nguyên',
    'must be one line without control characters': 'phải nằm trên một dòng và không có ký tự điều khiển',
    'must be lower-case words of a–z and 0–9 joined by "-"':
      'chỉ gồm chữ thường a–z, chữ số và dấu “-” ở giữa, bắt đầu bằng chữ',
    'is a reserved word': 'là từ dành riêng; cần chọn tên khác',
  } as Record<string, string>,
};

function reason(text: string | number | undefined): string {
  return surveyFaultsVi.reasons[String(text)] ?? String(text);
}
