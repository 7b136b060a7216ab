import { describe, expect, it } from 'vitest';
import { HOSTILE } from '../../web/examples/report.examples.ts';
import { postersPageExamples, postersPageWithoutPosters } from '../../web/pages/PostersPage.examples.ts';
import { type PostersPageProps, renderPostersPage } from '../../web/pages/PostersPage.tsx';
import { signInPageExamples } from '../../web/pages/SignInPage.examples.ts';
import { renderSignInPage } from '../../web/pages/SignInPage.tsx';
import { faultsOf, textOf } from '../helpers/page-facts.ts';

const assets = { style: '' };
const all = [...postersPageExamples, ...postersPageWithoutPosters];

function render(name: string, change: Partial<PostersPageProps> = {}): string {
  const example = all.find((candidate) => candidate.name === name);
  if (!example) throw new Error(`no example ${name}`);
  return renderPostersPage({ ...example.props, assets, ...change });
}

const countPosters = (html: string): number => html.match(/<article class="poster /g)?.length ?? 0;

describe('the page of posters', () => {
  it.each(all)('is sound: $name', ({ props }) => {
    expect(faultsOf(renderPostersPage({ ...props, assets }))).toEqual([]);
  });

  it.each(postersPageExamples)('has one poster for each page of paper: $name', ({ props, pages }) => {
    expect(countPosters(renderPostersPage({ ...props, assets }))).toBe(pages);
  });

  it('says on each poster what protects the citizen', () => {
    const text = textOf(render('one counter on A5'));
    for (const part of [
      'Ông/Bà hài lòng thế nào về sự phục vụ lần này?',
      '1. Mở Zalo hoặc máy ảnh 2. Quét mã ở trên 3. Chọn một mức, bấm Gửi phiếu',
      'Không hỏi tên, số điện thoại, CCCD · Chưa đến 1 phút',
      'Dành cho người dân, tổ chức, doanh nghiệp vừa làm thủ tục tại quầy này.',
      'Kết quả chung ai cũng xem được, để biết chỗ nào phải sửa.',
      'Không quét được? Gõ khaosat.dongson.gov.vn/k/q2wna · Quét ra địa chỉ phải bắt đầu bằng khaosat.dongson.gov.vn; nếu khác, vui lòng không trả lời và gọi 0238 3851 234.',
      'Không ai được phép yêu cầu Ông/Bà chọn mức này hay mức khác.',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('puts CHẠY THỬ on every poster of a trial and on no other', () => {
    const trial = render('a trial on A4, no phone, made-up data');
    expect(trial.match(/class="poster-trial"/g)).toHaveLength(3);
    expect(textOf(trial)).toContain('địa chỉ phải bắt đầu bằng 192.168.1.23:8080;');
    expect(textOf(render('all counters on A4'))).not.toContain('CHẠY THỬ');
  });

  it('asks the office for its phone number on screen and leaves the sentence off the poster', () => {
    const html = render('a trial on A4, no phone, made-up data');
    expect(textOf(html)).toContain('Chưa có số điện thoại của đơn vị');
    expect(textOf(html)).not.toContain('không trả lời và gọi');
    expect(textOf(render('all counters on A4'))).not.toContain('Chưa có số điện thoại của đơn vị');
  });

  it('says that nobody can open an address of this machine, and nothing else', () => {
    const text = textOf(render('an address of this machine only'));
    expect(text).toContain('Mã QR đang dẫn tới chính máy này');
    for (const left of ['Chưa có số điện thoại của đơn vị', 'Mở hộp in', 'Ctrl + P'])
      expect(text).not.toContain(left);
  });

  it('prints no poster of a closed counter and says so', () => {
    const html = render('a closed counter');
    expect(countPosters(html)).toBe(0);
    expect(textOf(html)).toContain('Quầy đang tạm dừng nhận phiếu');
    expect(textOf(html)).toContain('Chưa có bảng nào để in.');
  });

  it('gives the address of an online counter as text to copy, without a poster', () => {
    const html = render('all counters on A4');
    expect(textOf(html)).toContain('không hỏi tên: https://khaosat.dongson.gov.vn/k/w3n6c');
    expect(html).not.toContain('id="poster-w3n6c"');
  });

  it('leads to both sizes and to the code alone', () => {
    const html = render('one counter on A5');
    for (const href of [
      '/can-bo/ma-qr?quay=q2wna&amp;co=a4',
      '/can-bo/ma-qr?quay=q2wna&amp;co=a5',
      '/can-bo/ma-qr/q2wna.svg',
      '/can-bo/ma-qr/q2wna.png',
    ]) {
      expect(html).toContain(`href="${href}"`);
    }
    expect(textOf(html)).toContain('Khi in: 1 trang khổ A5.');
  });

  it('says what to do where there are no counters', () => {
    expect(textOf(render('no counters'))).toContain('Chưa có quầy nào.');
  });

  it('escapes external text', () => {
    const { counters } = postersPageExamples[0]!.props;
    const html = render('all counters on A4', {
      unitName: HOSTILE,
      contactPhone: HOSTILE,
      publicAddress: HOSTILE,
      counters: counters.map((counter) => ({ ...counter, name: HOSTILE, typedAddress: HOSTILE })),
    });
    expect(html).not.toContain('<script>alert');
    expect(textOf(html)).toContain('<script>alert(1)</script>');
  });
});

describe('the page to sign in', () => {
  it.each(signInPageExamples)('is sound: $name', ({ props }) => {
    expect(faultsOf(renderSignInPage({ ...props, assets }))).toEqual([]);
  });

  it('sends name and password with the page to open afterwards, and works without script', () => {
    const html = renderSignInPage({ ...signInPageExamples[0]!.props, assets, next: '/can-bo?tuan=2024-W05' });
    expect(html).toMatch(/<form [^>]*method="post" action="\/dang-nhap">/);
    expect(html).toMatch(/<input type="text" id="field-name" name="name" autocomplete="username"/);
    expect(html).toMatch(/<input type="password" id="field-password" name="password"/);
    expect(html).toContain('<input type="hidden" name="next" value="/can-bo?tuan=2024-W05"');
    expect(html).toMatch(/<button type="button"[^>]* hidden>Hiện mật khẩu/);
  });

  it('links a fault with the form and says so in the title', () => {
    const html = renderSignInPage({ ...signInPageExamples[1]!.props, assets });
    expect(html).toContain('<title>Lỗi: ');
    expect(html).toMatch(/role="alert"><a href="#field-name">Tên đăng nhập hoặc mật khẩu không đúng\./);
    expect(renderSignInPage({ ...signInPageExamples[0]!.props, assets })).not.toContain('role="alert"');
  });

  it('escapes external text', () => {
    const html = renderSignInPage({
      ...signInPageExamples[0]!.props,
      assets,
      unitName: HOSTILE,
      next: HOSTILE,
    });
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('value="&lt;script>alert(1)&lt;/script>&quot;');
  });
});
