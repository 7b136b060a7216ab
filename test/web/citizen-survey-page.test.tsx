import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleSurvey } from '../../web/examples/survey.examples.ts';
import { surveyPageExamples } from '../../web/pages/SurveyPage.examples.ts';
import { NOTHING_KEPT, renderSurveyPage, type SurveyPageProps } from '../../web/pages/SurveyPage.tsx';

const assets = { style: 'body{color:red}', script: 'void 0' };
const render = (changes: Partial<SurveyPageProps> = {}): string =>
  renderSurveyPage({ ...surveyPageExamples.firstVisit.props, assets, ...changes });

const tagsOf = (html: string, name: string): string[] =>
  html.match(new RegExp(`<${name}[\\s>][^>]*`, 'g')) ?? [];
const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
const isChecked = (tag: string): boolean => /\schecked(?=[\s/]|$)/.test(tag);
const count = (html: string, part: string): number => html.split(part).length - 1;
const sectionOf = (html: string, id: string): string => {
  const start = html.indexOf(`<fieldset id="${id}"`);
  const next = html.indexOf('<fieldset id="', start + 1);
  return html.slice(start, next === -1 ? undefined : next);
};

describe('the survey page on a first visit', () => {
  const html = render();

  it('is a whole HTML document in the language asked for', () => {
    expect(html.startsWith('<!doctype html><html lang="vi">')).toBe(true);
    expect(render({ locale: 'en' })).toContain('<html lang="en">');
  });

  it('has nothing chosen, ticked or written beforehand', () => {
    expect(tagsOf(html, 'input').filter(isChecked)).toEqual([]);
    expect(html).toMatch(/<textarea[^>]*><\/textarea>/);
    expect(html).not.toMatch(/<details[^>]*\sopen/);
  });

  it('offers five levels, worst first, and "not applicable" only where the question has words for it', () => {
    const valuesOf = (id: string) =>
      tagsOf(html, 'input')
        .filter((tag) => attribute(tag, 'name') === `q.${id}`)
        .map((tag) => attribute(tag, 'value'));
    expect(valuesOf('overall')).toEqual(['1', '2', '3', '4', '5']);
    expect(valuesOf('i25')).toEqual(['1', '2', '3', '4', '5', 'na']);
  });

  it('gives every control a label of its own', () => {
    const targets = new Set(tagsOf(html, 'label').map((tag) => attribute(tag, 'for')));
    const named = tagsOf(html, 'input').filter((tag) => attribute(tag, 'name')?.startsWith('q.'));
    expect(named.length).toBe(5 + 3 * 6);
    for (const tag of named) expect(targets).toContain(attribute(tag, 'id'));
    expect(targets).toContain('comment');
  });

  it('uses every id once', () => {
    const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('asks the first question large and needed, without the validation bubbles of the browser', () => {
    const overall = sectionOf(html, 'q.overall');
    expect(overall).toContain('role="radiogroup" aria-required="true"');
    expect(html).not.toMatch(/\srequired[\s=>/]/);
    expect(count(html, 'aria-required')).toBe(1);
  });

  it('reads the common heading before every item and not before the first question', () => {
    expect(sectionOf(html, 'q.i25')).toContain('<span class="vh">Ông/Bà hài lòng ở mức nào về: </span>');
    expect(sectionOf(html, 'q.overall')).not.toContain('class="vh"');
  });

  it('marks exactly the levels under which the question offers reasons', () => {
    const lowOf = (id: string) =>
      tagsOf(sectionOf(html, id), 'input')
        .filter((tag) => attribute(tag, 'class') === 'lv low')
        .map((tag) => attribute(tag, 'value'));
    expect(lowOf('q.overall')).toEqual(['1', '2', '3']);
    expect(lowOf('q.i25')).toEqual(['1', '2']);
  });

  it('says for whom a conditional question is meant and shows it all the same', () => {
    const conditional = sectionOf(html, 'q.i34');
    expect(conditional).toContain(
      'Chỉ trả lời nếu ở câu “Chỗ ngồi chờ và bàn viết” Ông/Bà đã chọn: Rất không hài lòng, Không hài lòng, Tôi làm qua mạng.',
    );
    // The condition is in the legend, which every screen reader says, unlike the description of a group.
    expect(conditional.indexOf('Chỉ trả lời nếu')).toBeLessThan(conditional.indexOf('</legend>'));
    expect(conditional).not.toContain('aria-describedby');
  });

  it('posts a plain form to the counter with the token and the version of the survey', () => {
    expect(tagsOf(html, 'form')[0]).toMatch(/method="post" action="\/k\/k7mpx" autocomplete="off"/);
    expect(html).toContain('<input type="hidden" name="s" value="mau-thu/1"/>');
    expect(html).not.toContain('enctype');
  });

  it('says right under Send that no name is recorded and where to read more', () => {
    const notice = html.indexOf(
      '<a href="/rieng-tu" aria-label="Không ghi tên, số điện thoại, CCCD. Xem thêm">',
    );
    expect(notice).toBeGreaterThan(html.indexOf('id="send"'));
    expect(notice).toBeLessThan(html.indexOf('Trả lời thêm 3 câu dưới đây'));
  });

  it('can be sent right under the first question and at the end', () => {
    const buttons = [...html.matchAll(/<button type="submit"/g)].map(({ index }) => index);
    expect(buttons).toHaveLength(2);
    expect(buttons[0]).toBeLessThan(html.indexOf('name="q.i25"'));
    expect(buttons[1]).toBeGreaterThan(html.indexOf('<textarea'));
  });

  it('names the unit and the counter, and links to the other language', () => {
    expect(html).toContain('<span>UBND xã Đông Sơn</span>');
    expect(html).toContain('<h1>Quầy 1: Tư pháp – Hộ tịch</h1>');
    expect(html).toContain('href="/k/k7mpx?lang=en" lang="en" hreflang="en"');
  });
});

describe('what the survey page is given', () => {
  it('asks what the visit was about only where the counter does not say it', () => {
    expect(render({ asksField: true })).toContain('name="field"');
    expect(render({ asksField: false })).not.toContain('name="field"');
  });

  it('names a phone to call only when there is one', () => {
    expect(render()).toContain('xin gọi số <a href="tel:02370000000">0237 000 0000</a>');
    expect(render({ contactPhone: null })).not.toContain('xin gọi');
  });

  it('says that data is made up when it is', () => {
    expect(render({ demo: true })).toContain('SỐ LIỆU GIẢ ĐỂ XEM THỬ');
    expect(render({ demo: false })).not.toContain('SỐ LIỆU GIẢ');
  });

  it('inlines style and script byte for byte', () => {
    const style = 'a>b{content:"<&\'"}';
    const script = 'if(1<2&&"\'")a("`$&`")';
    const html = render({ assets: { style, script } });
    expect(html).toContain(`<style>${style}</style>`);
    expect(html).toContain(`<script type="module">${script}</script>`);
    expect(render({ assets: { style } })).not.toContain('<script');
  });

  it('differs between visitors only in the token, which occurs once', () => {
    const token = /[\w-]{22}\.[0-9a-z]{9}\.[\w-]{22}/;
    fc.assert(
      fc.property(fc.stringMatching(/^[\w-]{22}\.[0-9a-z]{9}\.[\w-]{22}$/), (other) => {
        const html = render({ token: other });
        expect(count(html, other)).toBe(1);
        expect(html.replace(token, 'T')).toBe(render().replace(token, 'T'));
      }),
      { numRuns: 20 },
    );
  });

  it('escapes hostile text, wherever it comes from', () => {
    const hostile = `"><script>alert(1)</script><img src=x onerror='alert(2)'>`;
    const html = render({
      unitName: hostile,
      counterName: hostile,
      contactPhone: hostile,
      action: hostile,
      otherLocaleHref: hostile,
      token: hostile,
      kept: {
        levels: { overall: hostile },
        why: { i25: [hostile] },
        kind: hostile,
        field: hostile,
        comment: hostile,
      },
      faults: [{ field: hostile, code: hostile }],
    });
    expect(count(html, '<script')).toBe(1);
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;script>alert(1)');
  });

  it('survives any words in any place without another element', () => {
    const shape = (html: string) =>
      html.replace(/<(\/?[a-z][a-z0-9]*)[^>]*>|[^<]+/g, (_, name) => (name ? `<${name}>` : ''));
    const expected = shape(render({ kept: { ...NOTHING_KEPT, comment: 'x' } }));
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), (text) => {
        const words = text.replaceAll('>', ' ');
        const html = render({
          unitName: words,
          counterName: words,
          kept: { ...NOTHING_KEPT, comment: `x${words}` },
        });
        expect(shape(html)).toBe(expected);
      }),
      { numRuns: 100 },
    );
  });
});

describe('the survey page after a fault', () => {
  const { props } = surveyPageExamples.overallMissing;
  const html = render(props);

  it('keeps every answer', () => {
    const chosen = tagsOf(html, 'input').filter(isChecked);
    const pairs = chosen.map((tag) => `${attribute(tag, 'name')}=${attribute(tag, 'value')}`);
    expect(pairs).toEqual(['q.i25=2', 'why.i25=few-chairs', 'q.i34=na', 'kind=organisation']);
    expect(html).toContain('>Chỗ chờ nóng, cần thêm quạt.</textarea>');
    expect(html).toMatch(/<details[^>]*\sopen/);
  });

  it('says so in the title of the tab', () => {
    expect(html).toContain('<title>Cần xem lại: Ông/Bà thấy xã phục vụ thế nào?');
  });

  it('says what is missing in one line over the answers, and nowhere else', () => {
    const overall = sectionOf(html, 'q.overall');
    expect(overall).toContain('aria-describedby="fault.q.overall.0"');
    expect(overall).toContain('<p class="fault level"><span id="fault.q.overall.0">Vui lòng chọn một mức.');
    expect(html).not.toContain('<div id="faults"');
  });

  it('points every fault at something on the page, whatever the field and the code', () => {
    const fields = [
      'q.overall',
      'q.i25',
      'why.i25',
      'q.i99',
      'comment',
      'kind',
      'field',
      't',
      's',
      'form',
      '',
    ];
    const fault = fc.record({ field: fc.oneof(fc.constantFrom(...fields), fc.string()), code: fc.string() });
    fc.assert(
      fc.property(fc.array(fault, { minLength: 1, maxLength: 12 }), fc.boolean(), (others, asksField) => {
        const faults = [...others, { field: 't', code: 'token-expired' }];
        const page = render({ faults, asksField });
        const ids = new Set([...page.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1]));
        const summary = page.slice(page.indexOf('<div id="faults"'), page.indexOf('<div id="delivery"'));
        const targets = [...summary.matchAll(/href="#([^"]*)"/g)].map((match) => match[1]);
        expect(targets.length).toBe(faults.length);
        for (const target of targets) expect(ids).toContain(target);
        for (const [, described] of page.matchAll(/aria-describedby="([^"]*)"/g)) {
          for (const id of (described as string).split(' ')) expect(ids).toContain(id);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('has a general sentence for a fault that it does not know, even one named like a built-in', () => {
    for (const code of ['something-new', 'constructor', '__proto__', 'toString']) {
      expect(render({ faults: [{ field: 'form', code }] })).toContain('Có chỗ chưa nhận được.');
    }
  });

  it('shows every fault of the same field', () => {
    const page = render({
      faults: [
        { field: 'q.i25', code: 'level-repeated' },
        { field: 'why.i25', code: 'chip-unknown' },
      ],
    });
    expect(page).toContain('aria-describedby="fault.q.i25.0 fault.q.i25.1"');
  });
});

describe('surveys of unusual shape', () => {
  it('of the first question alone have no empty heading', () => {
    const html = render({ survey: { ...exampleSurvey, questions: exampleSurvey.questions.slice(0, 1) } });
    expect(html).not.toContain('class="next"');
  });

  it('without questions about the respondent have no empty fold', () => {
    const empty = { heading: { vi: 'x', en: 'x' }, options: [] };
    const html = render({ survey: { ...exampleSurvey, respondent: { kind: empty, field: empty } } });
    expect(html).not.toContain('<details class="box"');
  });
});
