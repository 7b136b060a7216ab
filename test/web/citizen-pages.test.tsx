import { describe, expect, it } from 'vitest';
import { citizenEn } from '../../web/messages/citizen.en.ts';
import { citizenVi } from '../../web/messages/citizen.vi.ts';
import { closedCounterPageExamples } from '../../web/pages/ClosedCounterPage.examples.ts';
import { renderClosedCounterPage } from '../../web/pages/ClosedCounterPage.tsx';
import { errorPageExamples } from '../../web/pages/ErrorPage.examples.ts';
import { renderErrorPage } from '../../web/pages/ErrorPage.tsx';
import { frontPageExamples } from '../../web/pages/FrontPage.examples.ts';
import { renderFrontPage } from '../../web/pages/FrontPage.tsx';
import { privacyPageExamples } from '../../web/pages/PrivacyPage.examples.ts';
import { renderPrivacyPage } from '../../web/pages/PrivacyPage.tsx';
import { thanksPageExamples } from '../../web/pages/ThanksPage.examples.ts';
import { renderThanksPage } from '../../web/pages/ThanksPage.tsx';
import { unknownCounterPageExamples } from '../../web/pages/UnknownCounterPage.examples.ts';
import { renderUnknownCounterPage } from '../../web/pages/UnknownCounterPage.tsx';
import { renderCitizenExamples } from '../helpers/citizen-examples.ts';

const assets = { style: 'body{}' };
const HOSTILE = `"><script>alert(1)</script>`;

describe('every page that a citizen can meet', () => {
  for (const { name, html } of renderCitizenExamples()) {
    it(`is self-contained and identifies itself (${name})`, () => {
      expect(html.startsWith('<!doctype html><html lang="')).toBe(true);
      expect(html.match(/<meta name="hailong" content="[a-z-]+"\/>/g)).toHaveLength(1);
      expect(html.match(/<h1>/g)).toHaveLength(1);
      expect(html.match(/<main>/g)).toHaveLength(1);
      expect(html).toMatch(/<title>[^<]+<\/title>/);
      expect(html).toContain('content="width=device-width, initial-scale=1"');
      expect(html).not.toMatch(/maximum-scale|user-scalable/);
    });

    it(`requests no other file and no other host (${name})`, () => {
      expect(html).not.toMatch(/https?:/);
      expect(html).not.toMatch(/\s(?:href|src|action|srcset)="\/\//);
      expect(html).not.toMatch(/<(?:script|img|iframe|video|audio|object|embed)[^>]*\ssrc=/);
      expect(html.match(/<link[^>]*>/g)).toHaveLength(1);
      expect(html).toMatch(/<link rel="icon" href="data:(?:image\/png;base64)?,/);
      expect(html).not.toMatch(/url\(|@import/);
      expect(html).not.toMatch(/\sstyle="|\son[a-z]+="/);
    });
  }
});

describe('the thanks', () => {
  const [example] = thanksPageExamples;
  const html = renderThanksPage({ ...example!.props, assets });

  it('carry the marker that the script takes as acknowledgement', () => {
    expect(html).toContain('<meta name="hailong" content="thanks"');
  });

  it('lead to the results and offer no button and no other survey', () => {
    expect(html).toContain('href="/ket-qua"');
    expect(html).not.toContain('<button');
    expect(html).not.toContain('<form');
    expect(html).not.toContain('href="/k/');
  });
});

it('only the thanks page can be taken as acknowledgement', () => {
  for (const { name, html } of renderCitizenExamples()) {
    const head = html.slice(0, html.indexOf('<style>'));
    expect(head.includes('content="thanks"')).toBe(/^thanks: (in|with)/.test(name));
  }
});

describe('a closed counter', () => {
  it('names the counter and the others that are open', () => {
    const html = renderClosedCounterPage({ ...closedCounterPageExamples[0]!.props, assets });
    expect(html).toContain('Quầy 3: Địa chính – Xây dựng');
    expect(html).toContain('<a href="/k/k7mpx">Quầy 1: Tư pháp – Hộ tịch</a>');
  });

  it('says what to do when no other is open', () => {
    const html = renderClosedCounterPage({ ...closedCounterPageExamples[1]!.props, assets });
    expect(html).not.toContain('<ul class="choices">');
    expect(html).toContain('hỏi tại nơi làm thủ tục');
  });

  it('shows the one counter that is named in its place, and says when it joined that one for good', () => {
    const successor = { name: 'Quầy 1: Tư pháp – Hộ tịch', href: '/k/k7mpx' };
    const render = (isMerged: boolean) =>
      renderClosedCounterPage({ ...closedCounterPageExamples[0]!.props, assets, successor, isMerged });
    for (const html of [render(false), render(true)]) {
      expect(html.match(/href="\/k\//g)).toHaveLength(1);
      expect(html).toContain('<a href="/k/k7mpx">Quầy 1: Tư pháp – Hộ tịch</a>');
    }
    expect(render(false)).toContain('Quầy này đang tạm dừng nhận phiếu');
    expect(render(true)).toContain('Quầy này đã gộp vào quầy khác');
  });
});

describe('an unknown counter', () => {
  it('shows what was typed as words, and lets it be put right', () => {
    const html = renderUnknownCounterPage({
      ...unknownCounterPageExamples[0]!.props,
      assets,
      typed: HOSTILE,
    });
    expect(html).not.toContain('<script');
    expect(html).toContain('name="ma" value="&quot;>&lt;script');
  });

  it('truncates a long address', () => {
    const html = renderUnknownCounterPage({ ...unknownCounterPageExamples[1]!.props, assets });
    expect(html).not.toContain('x'.repeat(41));
  });
});

describe('the front page', () => {
  it('sends a typed code to the server, without a script', () => {
    const html = renderFrontPage({ ...frontPageExamples[0]!.props, assets });
    expect(html).toContain('<form method="get" action="/"');
    expect(html).toContain('name="ma"');
    expect(html).toContain('href="/k/k7mpx"');
    expect(html).toContain('href="/dang-nhap"');
    expect(html).not.toContain('<script');
  });

  it('keeps what was typed and says what is wrong with it, at the field and in the title', () => {
    const example = frontPageExamples.find(({ name }) => name === 'not a code');
    const html = renderFrontPage({ ...example!.props, assets });
    expect(html).toContain('value="quầy 1"');
    expect(html).toContain('aria-describedby="fault.ma hint.ma" aria-invalid="true"');
    expect(html).toContain('id="fault.ma"');
    expect(html).toContain('<title>Cần xem lại: ');
  });
});

describe('the privacy notice', () => {
  const html = renderPrivacyPage({ ...privacyPageExamples[0]!.props, assets });

  it('says who asks, that answering is free, what is kept and how long, and whom to ask', () => {
    for (const part of [
      'UBND xã Đông Sơn hỏi',
      'Không bắt buộc trả lời',
      'CCCD',
      '8 ngày',
      '7 ngày',
      'Sau khi gửi, điện thoại giữ một mẩu ghi nhớ nhỏ (cookie hl_d)',
      'Luật 91/2025/QH15 và Nghị định 356/2025/NĐ-CP',
      'khiếu nại, tố cáo xin gửi đơn',
      '0237 000 0000',
    ]) {
      expect(html).toContain(part);
    }
  });

  it('sends people to the office where there is no phone', () => {
    const without = renderPrivacyPage({ ...privacyPageExamples[1]!.props, assets });
    expect(without).not.toContain('tel:');
    expect(without).toContain('Vui lòng hỏi tại nơi tiếp nhận hồ sơ của UBND xã Đông Sơn.');
  });
});

describe('an error', () => {
  it('has a sentence of its own for every status that the server gives', () => {
    const headings = errorPageExamples.map(
      ({ props }) => /<h1>(.*?)<\/h1>/.exec(renderErrorPage({ ...props, assets }))?.[1],
    );
    expect(new Set(headings).size).toBe(headings.length);
  });

  it('shows the id of an unexpected one and nothing where there is none', () => {
    const unexpected = renderErrorPage({
      assets,
      unitName: null,
      office: null,
      locale: 'vi',
      demo: false,
      status: 500,
      code: 'unexpected',
      errorId: 'ab12',
    });
    expect(unexpected).toContain('<b>ab12</b>');
    const missing = renderErrorPage({
      assets,
      unitName: null,
      office: null,
      locale: 'vi',
      demo: false,
      status: 404,
      code: 'not-found',
      errorId: null,
    });
    expect(missing).not.toContain('Mã lỗi');
  });

  it('links to the sign-in for people who are not signed in', () => {
    const html = renderErrorPage({
      ...errorPageExamples[0]!.props,
      assets,
      locale: 'en',
      status: 401,
    });
    expect(html).toContain('href="/dang-nhap?lang=en"');
  });
});

describe('the language of a page', () => {
  const props = { ...frontPageExamples[0]!.props, assets };

  it('is in links and forms when the server’s default is another', () => {
    const english = renderFrontPage({ ...props, locale: 'en' });
    expect(english).toContain('href="/rieng-tu?lang=en"');
    expect(english).toContain('<input type="hidden" name="lang" value="en"/>');
    const vietnamese = renderFrontPage({ ...props, defaultLocale: 'en' });
    expect(vietnamese).toContain('href="/rieng-tu?lang=vi"');
  });

  it('is left out where the server chooses it anyway', () => {
    expect(renderFrontPage(props)).toContain('href="/rieng-tu"');
    expect(renderFrontPage(props)).not.toContain('name="lang"');
    expect(renderFrontPage({ ...props, locale: 'en', defaultLocale: 'en' })).toContain('href="/rieng-tu"');
  });

  it('can be changed on the pages that people open by themselves', () => {
    expect(renderFrontPage(props)).toContain('href="/?lang=en" lang="en" hreflang="en">English<');
    expect(renderPrivacyPage({ ...privacyPageExamples[2]!.props, assets })).toContain(
      'href="/rieng-tu?lang=vi" lang="vi" hreflang="vi">Tiếng Việt<',
    );
  });
});

describe('the catalogue', () => {
  /** Every sentence with its key path; functions are called with recognisable arguments. */
  function listSentences(messages: object, place = ''): [string, string][] {
    return Object.entries(messages).flatMap(([key, value]): [string, string][] => {
      const at = `${place}/${key}`;
      if (typeof value === 'string') return [[at, value]];
      if (typeof value === 'function') return [[at, value('XYZ', ['XYZ'])]];
      return listSentences(value, at);
    });
  }
  const vi = listSentences(citizenVi);
  const en = listSentences(citizenEn);

  it('has the same places in both languages', () => {
    expect(en.map(([place]) => place)).toEqual(vi.map(([place]) => place));
  });

  it('is in NFC, without empty sentences or spaces at odd places', () => {
    for (const [place, sentence] of [...vi, ...en]) {
      expect(sentence, place).toBe(sentence.normalize('NFC'));
      expect(sentence.trim().length, place).toBeGreaterThan(0);
      expect(sentence, place).not.toMatch(/ {2}|\s$/);
    }
  });

  it('leaves no English sentence in Vietnamese', () => {
    const marks = /[À-ỹĐđ]/;
    const withMarks = en.filter(
      ([place, sentence]) => marks.test(sentence) && !place.endsWith('/otherLanguage'),
    );
    expect(withMarks).toEqual([]);
  });
});
